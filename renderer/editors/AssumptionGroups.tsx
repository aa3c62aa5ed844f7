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
  /** The group that is to be shown now. */
  readonly revealed?: AssumptionGroup | null;
}

const editors: { readonly [Group in AssumptionGroup]: (values: Assumptions[Group]) => ReactNode } = {
  hurdleRate: () => <HurdleEditor />,
  closing: () => <ClosingEditor />,
  collateral: (collateral) => <CollateralEditor collateral={collateral} />,
  guarantors: () => <GuarantorsEditor />,
  timing: () => <TimingEditor />,
  courtDelays: (delays) => <CourtDelaysEditor delays={delays} />,
  curves: () => <CurvesEditor />,
  validity: () => <ValidityEditor />,
  courtFees: (courtFees) => <CourtFeesEditor courtFees={courtFees} />,
  costs: () => <CostsEditor />,
  payment: (payment) => <PaymentEditor payment={payment} />,
  transition: () => <TransitionEditor />,
  leverage: (leverage) => <LeverageEditor leverage={leverage} />,
  simulation: () => <SimulationEditor />,
};

interface GroupProps<Group extends AssumptionGroup> {
  readonly group: Group;
  readonly values: Assumptions[Group];
  readonly originals: Assumptions[Group] | null;
  readonly source: AssumptionSources[Group];
  readonly isRefused: boolean;
  readonly isOpenAtFirst: boolean;
  readonly isRevealed: boolean;
}

/** Drawn again only where something in it changes: an edit of one group leaves the others as they are. */
const Group = memo(function Group<Of extends AssumptionGroup>({ group, values, originals, ...rest }: GroupProps<Of>) {
  const edits: (values: Assumptions[Of]) => ReactNode = editors[group];
  return (
    <AssumptionGroupPanel {...rest} group={group} isChanged={originals !== null && JSON.stringify(originals) !== JSON.stringify(values)}>
      {edits(values)}
    </AssumptionGroupPanel>
  );
});

/** All assumptions by group, each to be opened and edited in place. */
export const AssumptionGroups = memo(function AssumptionGroups({
  assumptions,
  sources,
  origin,
  edit,
  invalidPaths,
  readOnly = false,
  openAtFirst = ["hurdleRate"],
  revealed = null,
}: AssumptionGroupsProps) {
  const scope = useMemo<EditScope>(
    () => ({ root: assumptions, edit, invalidPaths, readOnly, rangeAt: rangeInAssumptions }),
    [assumptions, edit, invalidPaths, readOnly],
  );
  return (
    <EditScopeContext value={scope}>
      {assumptionGroups.map((group) => (
        <Group
          key={group}
          group={group}
          values={assumptions[group]}
          originals={origin?.[group] ?? null}
          source={sources[group]}
          isRefused={[...invalidPaths].some((key) => key === group || key.startsWith(`${group}.`))}
          isOpenAtFirst={openAtFirst.includes(group)}
          isRevealed={revealed === group}
        />
      ))}
    </EditScopeContext>
  );
});
