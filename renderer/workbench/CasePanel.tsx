import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { memo, useCallback, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { caseNames } from "../../shared/domain/codes.ts";
import { useCall } from "../desk/desk-client.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { FieldRow } from "../editors/EditorParts.tsx";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { shiftFields } from "../model/shift-fields.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** Left column: what differs by case on top, what all cases share below. */
export const CasePanel = memo(function CasePanel() {
  const { t } = useTranslation();
  // The field in use keeps its own text; the panel follows while the pricing is under way.
  const draft = useDeferredValue(useWorkbench((state) => state.draft));
  const model = useWorkbench((state) => state.model);
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const edit = useWorkbench((state) => state.edit);
  const invalidPaths = useWorkbench((state) => state.invalidPaths);
  const sets = useCall("assumptions.list", undefined).data;
  const origin = sets?.find((set) => set.id === model?.assumptionSetId)?.assumptions ?? null;
  const editAssumption = useCallback((path: EditPath, next: EditedValue) => edit(["assumptions", ...path], next), [edit]);
  const scope = useMemo<EditScope>(() => ({ root: draft, edit, invalidPaths, readOnly: false }), [draft, edit, invalidPaths]);
  const invalidAssumptions = useMemo(
    () => new Set([...invalidPaths].filter((key) => key.startsWith("assumptions.")).map((key) => key.slice("assumptions.".length))),
    [invalidPaths],
  );
  if (draft === null || model === null) return null;
  return (
    <EditScopeContext value={scope}>
      <Tabs
        value={caseName}
        onChange={(_event, next: typeof caseName) => selectCase(next)}
        variant="fullWidth"
        aria-label={t("pricing.case.title")}
        sx={{ minHeight: 34, borderBottom: 1, borderColor: "divider", "& .MuiTab-root": { minHeight: 34, py: 0.5, minWidth: 0 } }}
      >
        {caseNames.map((name) => (
          <Tab key={name} value={name} label={t(`code.caseName.${name}`)} data-testid={`case-${name}`} />
        ))}
      </Tabs>
      <Box sx={{ px: 1.5, py: 1 }}>
        <Typography color="text.secondary" sx={{ fontSize: 11.5, mb: 0.25 }}>
          {t("pricing.shift.title", { caseName: t(`code.caseName.${caseName}`) })}
        </Typography>
        {shiftFields.map((shift) => (
          <FieldRow
            key={`${caseName}-${shift.key}`}
            label={t(`pricing.shift.${shift.key}`)}
            unit={t(shift.unit)}
            path={["cases", caseName, shift.key]}
            kind={shift.kind}
            testId={`shift-${shift.key}`}
          />
        ))}
      </Box>
      <Typography
        component="h3"
        sx={{ px: 1.5, pt: 0.75, pb: 0.5, fontSize: 12, fontWeight: 600, color: "text.secondary", borderTop: 1, borderColor: "divider" }}
      >
        {t("pricing.group.title")}
      </Typography>
      <AssumptionGroups assumptions={draft.assumptions} sources={model.sources} origin={origin} edit={editAssumption} invalidPaths={invalidAssumptions} />
    </EditScopeContext>
  );
});
