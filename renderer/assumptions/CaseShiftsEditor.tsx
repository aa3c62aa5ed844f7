import Box from "@mui/material/Box";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { assumptionSetSchema } from "../../shared/contract/assumption-channels.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { rangeAt } from "../../shared/domain/number-range.ts";
import { EditorHeading } from "../editors/rows/EditorHeading.tsx";
import { EditorTable } from "../editors/rows/EditorTable.tsx";
import { AssumptionField } from "../model/AssumptionField.tsx";
import type { EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { ShiftGrid } from "../model/ShiftGrid.tsx";

const rangeInSet = (path: EditPath) => rangeAt(assumptionSetSchema, path);

/** The shifts of the three cases side by side. */
export function CaseShiftsEditor({ root, edit, leave, invalidPaths, readOnly }: Omit<EditScope, "rangeAt">) {
  const { t } = useTranslation();
  const scope = useMemo<EditScope>(() => ({ root, edit, leave, invalidPaths, readOnly, rangeAt: rangeInSet }), [root, edit, leave, invalidPaths, readOnly]);
  return (
    <EditScopeContext value={scope}>
      <Box sx={{ px: 1.5, pb: 1 }}>
        <EditorHeading level="h2">{t("pricing.sets.shifts")}</EditorHeading>
        <EditorTable aria-label={t("pricing.sets.shifts")} sx={{ "& td": { width: 84 } }}>
          <ShiftGrid
            caption={t("pricing.sets.shifts")}
            columns={caseNames.map((key) => ({ key, name: t(`code.caseName.${key}`) }))}
            cellOf={({ key, kind }, caseName) => (
              <AssumptionField path={["cases", caseName, key]} kind={kind} label={`${t(`pricing.shift.${key}`)} ${t(`code.caseName.${caseName}`)}`} />
            )}
          />
        </EditorTable>
      </Box>
    </EditScopeContext>
  );
}
