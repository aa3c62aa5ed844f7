import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { memo, type ReactNode, useContext, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AssumptionGroup, type AssumptionSources, type Assumptions, assumptionGroups, assumptionsSchema } from "../../shared/domain/assumptions.ts";
import { areOfFile } from "../../shared/domain/source-evidence.ts";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext, useJoint } from "../model/edit-scope.ts";
import { moveBetweenFields } from "../model/field-keys.ts";
import { FieldRowsContext } from "../model/field-rows.ts";
import { rangeInAssumptions } from "../model/use-model-scope.ts";
import { AgedCurvesEditor } from "./AgedCurvesEditor.tsx";
import { AssumptionGroupPanel } from "./AssumptionGroupPanel.tsx";
import { AssumptionSearch } from "./AssumptionSearch.tsx";
import { type Elsewhere, rowsFor, wholeList } from "./assumption-query.ts";
import { ClosingEditor } from "./ClosingEditor.tsx";
import { CollateralEditor } from "./CollateralEditor.tsx";
import { ConditionsEditor } from "./ConditionsEditor.tsx";
import { CostsEditor } from "./CostsEditor.tsx";
import { CourtDelaysEditor } from "./CourtDelaysEditor.tsx";
import { CourtFeesEditor } from "./CourtFeesEditor.tsx";
import { CurvesEditor } from "./CurvesEditor.tsx";
import { ElsewherePanel } from "./ElsewherePanel.tsx";
import { ExitsEditor } from "./ExitsEditor.tsx";
import { GuarantorsEditor } from "./GuarantorsEditor.tsx";
import { HurdleEditor } from "./HurdleEditor.tsx";
import { InterestEditor } from "./InterestEditor.tsx";
import { LeverageEditor } from "./LeverageEditor.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";
import { PrioritiesEditor } from "./PrioritiesEditor.tsx";
import { SaleTaxesEditor } from "./SaleTaxesEditor.tsx";
import { SimulationEditor } from "./SimulationEditor.tsx";
import { SuitsEditor } from "./SuitsEditor.tsx";
import { TimingEditor } from "./TimingEditor.tsx";
import { TransitionEditor } from "./TransitionEditor.tsx";
import { ValidityEditor } from "./ValidityEditor.tsx";

interface AssumptionGroupsProps {
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  /** The set the values came from; a group that differs from it is the desk's own. */
  readonly origin: Assumptions | null;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  readonly leave?: EditScope["leave"];
  /** Paths within the assumptions. */
  readonly invalidPaths: ReadonlySet<string>;
  readonly readOnly?: boolean;
  readonly openAtFirst?: readonly AssumptionGroup[];
  /** The group that is to be shown now. */
  readonly revealed?: AssumptionGroup | null;
  /** Groups that have their home in another place. */
  readonly elsewhere?: Elsewhere;
}

const editors: { readonly [Group in AssumptionGroup]: (values: Assumptions[Group]) => ReactNode } = {
  hurdleRate: () => <HurdleEditor />,
  closing: () => <ClosingEditor />,
  collateral: (collateral) => <CollateralEditor collateral={collateral} />,
  saleTaxes: (tables) => <SaleTaxesEditor tables={tables} />,
  priorities: () => <PrioritiesEditor />,
  guarantors: () => <GuarantorsEditor />,
  timing: () => <TimingEditor />,
  courtDelays: (delays) => <CourtDelaysEditor delays={delays} />,
  interest: (interest) => <InterestEditor interest={interest} />,
  curves: () => <CurvesEditor />,
  agedCurves: (agedCurves) => <AgedCurvesEditor agedCurves={agedCurves} />,
  conditions: () => <ConditionsEditor />,
  exits: (exits) => <ExitsEditor exits={exits} />,
  suits: () => <SuitsEditor />,
  validity: () => <ValidityEditor />,
  courtFees: (courtFees) => <CourtFeesEditor courtFees={courtFees} />,
  costs: ({ fileCostBands }) => <CostsEditor bands={fileCostBands} />,
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
  /** Null: nothing may be changed. */
  readonly onReset: EditScope["edit"] | null;
  readonly isOpenAtFirst: boolean;
  readonly isRevealed: boolean;
  readonly home: Elsewhere[AssumptionGroup];
}

/** Drawn again only where something in it changes: an edit of one group leaves the others as they are. */
const Group = memo(function Group<Of extends AssumptionGroup>({ group, values, originals, home, onReset, ...rest }: GroupProps<Of>) {
  const isFiltered = useContext(FieldRowsContext) !== null;
  const isChanged = originals !== null && JSON.stringify(originals) !== JSON.stringify(values);
  const edits: (values: Assumptions[Of]) => ReactNode = editors[group];
  if (home !== undefined)
    return (
      <ElsewherePanel group={group} {...home}>
        {isFiltered ? edits(values) : null}
      </ElsewherePanel>
    );
  return (
    <AssumptionGroupPanel
      {...rest}
      group={group}
      isFiltered={isFiltered}
      isOfFile={areOfFile(rest.source.evidence, values)}
      isChanged={isChanged}
      onReset={isChanged && onReset !== null ? () => onReset([group], originals) : null}
    >
      {edits(values)}
    </AssumptionGroupPanel>
  );
});

const firstGroups: readonly AssumptionGroup[] = ["hurdleRate"];
const nowhereElse: Elsewhere = {};

/** All assumptions by group, each to be opened and edited in place. */
export const AssumptionGroups = memo(function AssumptionGroups({
  assumptions,
  sources,
  origin,
  edit,
  leave,
  invalidPaths,
  readOnly = false,
  openAtFirst = firstGroups,
  revealed = null,
  elsewhere = nowhereElse,
}: AssumptionGroupsProps) {
  const joint = useJoint(assumptionsSchema, assumptions, invalidPaths);
  const scope = useMemo<EditScope>(
    () => ({ root: assumptions, edit, leave, invalidPaths, joint, readOnly, origin, rangeAt: rangeInAssumptions }),
    [assumptions, edit, leave, invalidPaths, joint, readOnly, origin],
  );
  const { t } = useTranslation();
  const [query, setQuery] = useState(wholeList);
  if (revealed !== null && query !== wholeList) setQuery(wholeList);
  const around = useContext(FieldRowsContext);
  const asked = useMemo(() => rowsFor(query, assumptions, origin, t), [query, assumptions, origin, t]);
  const rows = asked ?? around;
  return (
    <EditScopeContext value={scope}>
      <FieldRowsContext value={rows}>
        <Box onKeyDown={moveBetweenFields} sx={rows === null ? undefined : onlyFound}>
          <AssumptionSearch query={query} onChange={setQuery} />
          {assumptionGroups.map((group) => (
            <Group
              key={group}
              group={group}
              values={assumptions[group]}
              originals={origin?.[group] ?? null}
              source={sources[group]}
              isRefused={[...invalidPaths].some((key) => key === group || key.startsWith(`${group}.`))}
              onReset={readOnly ? null : edit}
              isOpenAtFirst={openAtFirst.includes(group)}
              isRevealed={revealed === group}
              home={elsewhere[group]}
            />
          ))}
          {rows === null ? null : (
            <Typography variant="body2" component="p" role="status" data-nothing sx={{ px: 1.5, py: 1 }}>
              {t(query.text.trim() === "" ? "layout.noneChanged" : "layout.noAssumptionMatches")}
            </Typography>
          )}
        </Box>
      </FieldRowsContext>
    </EditScopeContext>
  );
});

/** A group without a row that is looked for is left out, and a heading without a row; where nothing is left that is said. */
const onlyFound = {
  "& [data-group]:not(:has([data-assumption]))": { display: "none" },
  "& h4:has(+ h4), & h4:last-child": { display: "none" },
  "&:has([data-assumption]) [data-nothing]": { display: "none" },
} as const;
