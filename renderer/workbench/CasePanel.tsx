import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { dealIdOf, navigate, useRoute, type WorkbenchView } from "../desk/routes.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import type { Elsewhere } from "../editors/assumption-query.ts";
import { FieldRow } from "../editors/rows/FieldRow.tsx";
import { ResetGroup } from "../editors/rows/ResetGroup.tsx";
import { EditScopeContext } from "../model/edit-scope.ts";
import { moveBetweenFields } from "../model/field-keys.ts";
import { useRevealedGroup } from "../model/revealed-group.ts";
import { shiftFields } from "../model/shift-fields.ts";
import { useAssumptionsScope, useModelScope } from "../model/use-model-scope.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { SetLine } from "./SetLine.tsx";

/** Left column: what differs by case on top, what all cases share below. */
export const CasePanel = memo(function CasePanel() {
  const { t } = useTranslation();
  // The field in use keeps its own text; the panel follows while the pricing is under way.
  const draft = useDeferredValue(useWorkbench((state) => state.draft));
  const model = useWorkbench((state) => state.model);
  const caseName = useWorkbench((state) => state.caseName);
  const { edit, leave, invalidPaths } = useAssumptionsScope(draft);
  const revealed = useRevealedGroup((state) => state.group);
  const origin = useOrigin();
  const scope = useModelScope(draft, origin);
  const elsewhere = useElsewhere();
  if (draft === null || model === null) return null;
  return (
    <EditScopeContext value={scope}>
      <CaseTabs />
      <Box sx={{ flex: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", scrollbarGutter: "stable" }}>
        <CaseShifts caseName={caseName} shifts={draft.cases[caseName]} originals={origin?.cases[caseName] ?? null} />
        <Typography variant="h4" component="h2" color="textSecondary" sx={{ px: 1.5, pt: 0.75, borderTop: 1, borderColor: "divider" }}>
          {t("pricing.group.title")}
        </Typography>
        <SetLine />
        <AssumptionGroups
          assumptions={draft.assumptions}
          sources={model.sources}
          origin={origin?.assumptions ?? null}
          edit={edit}
          leave={leave}
          invalidPaths={invalidPaths}
          revealed={revealed}
          elsewhere={elsewhere}
        />
      </Box>
    </EditScopeContext>
  );
});

/** Payment, transition, debt and simulation are edited where their effect is shown. */
function useElsewhere(): Elsewhere {
  const { t } = useTranslation();
  const route = useRoute();
  const dealId = dealIdOf(route);
  return useMemo(() => {
    if (dealId === null) return {};
    const home = (view: WorkbenchView) => ({ place: t(`pricing.view.${view}`), onGo: () => navigate({ screen: "workbench", dealId, view }) });
    return { payment: home("financing"), transition: home("financing"), leverage: home("financing"), simulation: home("simulation") };
  }, [t, dealId]);
}

const CaseTabs = memo(function CaseTabs() {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  return (
    <Tabs
      value={caseName}
      onChange={(_event, next: CaseName) => selectCase(next)}
      variant="fullWidth"
      aria-label={t("pricing.case.title")}
      sx={{ minHeight: 34, borderBottom: 1, borderColor: "divider", "& .MuiTab-root": { minHeight: 34, py: 0.5, minWidth: 0 } }}
    >
      {caseNames.map((name) => (
        <Tab key={name} value={name} label={t(`code.caseName.${name}`)} data-testid={`case-${name}`} />
      ))}
    </Tabs>
  );
});

interface CaseShiftsProps {
  readonly caseName: CaseName;
  readonly shifts: ModelEdit["cases"][CaseName];
  /** Those of the set; null where it isn't known. */
  readonly originals: ModelEdit["cases"][CaseName] | null;
}

/** How a case differs from what the assumptions say. */
function CaseShifts({ caseName, shifts, originals }: CaseShiftsProps) {
  const { t } = useTranslation();
  const edit = useWorkbench((state) => state.edit);
  const isChanged = originals !== null && shiftFields.some(({ key }) => shifts[key] !== originals[key]);
  return (
    <Box onKeyDown={moveBetweenFields} sx={{ px: 1.5, py: 1 }}>
      <Typography variant="fine" component="p" sx={{ mb: 0.25 }}>
        {t("pricing.shift.title", { caseName: t(`code.caseName.${caseName}`) })}
      </Typography>
      {shiftFields.map(({ key, kind, unit }) => (
        <FieldRow
          key={`${caseName}-${key}`}
          label={t(`pricing.shift.${key}`)}
          unit={t(unit)}
          path={["cases", caseName, key]}
          kind={kind}
          testId={`shift-${key}`}
        />
      ))}
      {isChanged ? <ResetGroup group="shifts" onReset={() => edit(["cases", caseName], originals)} /> : null}
    </Box>
  );
}
