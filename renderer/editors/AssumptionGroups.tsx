import { memo, type ReactNode, useMemo } from "react";
import { type AssumptionGroup, type AssumptionSources, type Assumptions, assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { rangeInAssumptions } from "../model/use-model-scope.ts";
import { AssumptionGroupPanel } from "./AssumptionGroupPanel.tsx";
import { ClosingEditor } from "./ClosingEditor.tsx";
import { CollateralEditor } from "./CollateralEditor.tsx";
import { CostsEditor } from "./CostsEditor.tsx";
import { CourtDelaysEditor } from "./CourtDelaysEditor.tsx";
import { CourtFeesEditor } from "./CourtFeesEditor.tsx";
import { CurvesEditor } from "./CurvesEditor.tsx";
import { GuarantorsEditor } from "./GuarantorsEditor.tsx";
import { HurdleEditor } from "./HurdleEditor.tsx";
import { LeverageEditor } from "./LeverageEditor.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";
import { SimulationEditor } from "./SimulationEditor.tsx";
import { TimingEditor } from "./TimingEditor.tsx";
import { TransitionEditor } from "./TransitionEditor.tsx";
import { ValidityEditor } from "./ValidityEditor.tsx";

interface AssumptionGroupsProps {
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  /** The set the values came from; a group that differs from it is the desk's own. */
  readonly origin: Assumptions | null;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  /** Paths within the assumptions. */
  readonly invalidPaths: ReadonlySet<string>;
  readonly readOnly?: boolean;
  readonly openAtFirst?: readonly AssumptionGroup[];
}

const editors: Record<AssumptionGroup, (assumptions: Assumptions) => ReactNode> = {
  hurdleRate: () => <HurdleEditor />,
  closing: () => <ClosingEditor />,
  collateral: (assumptions) => <CollateralEditor collateral={assumptions.collateral} />,
  guarantors: () => <GuarantorsEditor />,
  timing: () => <TimingEditor />,
  courtDelays: (assumptions) => <CourtDelaysEditor delays={assumptions.courtDelays} />,
  curves: () => <CurvesEditor />,
  validity: () => <ValidityEditor />,
  courtFees: (assumptions) => <CourtFeesEditor courtFees={assumptions.courtFees} />,
  costs: () => <CostsEditor />,
  payment: (assumptions) => <PaymentEditor payment={assumptions.payment} />,
  transition: () => <TransitionEditor />,
  leverage: (assumptions) => <LeverageEditor leverage={assumptions.leverage} />,
  simulation: () => <SimulationEditor />,
};

/** All assumptions by group, each to be opened and edited in place. */
export const AssumptionGroups = memo(function AssumptionGroups({
  assumptions,
  sources,
  origin,
  edit,
  invalidPaths,
  readOnly = false,
  openAtFirst = ["hurdleRate"],
}: AssumptionGroupsProps) {
  const scope = useMemo<EditScope>(
    () => ({ root: assumptions, edit, invalidPaths, readOnly, rangeAt: rangeInAssumptions }),
    [assumptions, edit, invalidPaths, readOnly],
  );
  return (
    <EditScopeContext value={scope}>
      {assumptionGroups.map((group) => (
        <AssumptionGroupPanel
          key={group}
          group={group}
          source={sources[group]}
          isChanged={origin !== null && JSON.stringify(origin[group]) !== JSON.stringify(assumptions[group])}
          isRefused={[...invalidPaths].some((key) => key === group || key.startsWith(`${group}.`))}
          isOpenAtFirst={openAtFirst.includes(group)}
        >
          {editors[group](assumptions)}
        </AssumptionGroupPanel>
      ))}
    </EditScopeContext>
  );
});
