import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { memo, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { useCall } from "../desk/desk-client.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { FieldRow } from "../editors/rows/FieldRow.tsx";
import { EditScopeContext } from "../model/edit-scope.ts";
import { useRevealedGroup } from "../model/revealed-group.ts";
import { shiftFields } from "../model/shift-fields.ts";
import { useAssumptionsScope, useModelScope } from "../model/use-model-scope.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** Left column: what differs by case on top, what all cases share below. */
export const CasePanel = memo(function CasePanel() {
  const { t } = useTranslation();
  // The field in use keeps its own text; the panel follows while the pricing is under way.
  const draft = useDeferredValue(useWorkbench((state) => state.draft));
  const model = useWorkbench((state) => state.model);
  const caseName = useWorkbench((state) => state.caseName);
  const scope = useModelScope(draft);
  const { edit, invalidPaths } = useAssumptionsScope(draft);
  const revealed = useRevealedGroup((state) => state.group);
  const sets = useCall("assumptions.list", undefined).data;
  const origin = sets?.find((set) => set.id === model?.assumptionSetId)?.assumptions ?? null;
  if (draft === null || model === null) return null;
  return (
    <EditScopeContext value={scope}>
      <CaseTabs />
      <CaseShifts caseName={caseName} />
      <Typography variant="h4" color="textSecondary" sx={{ px: 1.5, pt: 0.75, pb: 0.5, borderTop: 1, borderColor: "divider" }}>
        {t("pricing.group.title")}
      </Typography>
      <AssumptionGroups assumptions={draft.assumptions} sources={model.sources} origin={origin} edit={edit} invalidPaths={invalidPaths} revealed={revealed} />
    </EditScopeContext>
  );
});

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

/** How a case differs from what the assumptions say. */
function CaseShifts({ caseName }: { readonly caseName: CaseName }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ px: 1.5, py: 1 }}>
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
    </Box>
  );
}
