import Box from "@mui/material/Box";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { caseNames } from "../../shared/domain/codes.ts";
import { EditorHeading } from "../editors/EditorParts.tsx";
import { AssumptionField } from "../model/AssumptionField.tsx";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { shiftFields } from "../model/shift-fields.ts";

/** The shifts of the three cases side by side. */
export function CaseShiftsEditor({ root, edit, invalidPaths, readOnly }: EditScope) {
  const { t } = useTranslation();
  const scope = useMemo<EditScope>(() => ({ root, edit, invalidPaths, readOnly }), [root, edit, invalidPaths, readOnly]);
  return (
    <EditScopeContext value={scope}>
      <Box sx={{ px: 1.5, pb: 1 }}>
        <EditorHeading>{t("pricing.sets.shifts")}</EditorHeading>
        <Box
          component="table"
          aria-label={t("pricing.sets.shifts")}
          sx={{
            width: "100%",
            borderCollapse: "collapse",
            fontSize: 12.5,
            "& th": { textAlign: "right", fontWeight: 500, color: "text.secondary" },
            "& tbody th": { textAlign: "left", color: "text.primary", fontWeight: 400 },
            "& td, & th": { py: "1px", pl: 1 },
          }}
        >
          <thead>
            <tr>
              <th aria-label={t("pricing.sets.shifts")} />
              {caseNames.map((name) => (
                <th key={name} scope="col">
                  {t(`code.caseName.${name}`)}
                </th>
              ))}
              <th aria-label={t("common.unit", { unit: "" })} />
            </tr>
          </thead>
          <tbody>
            {shiftFields.map((shift) => (
              <tr key={shift.key}>
                <th scope="row">{t(`pricing.shift.${shift.key}`)}</th>
                {caseNames.map((name) => (
                  <Box component="td" key={name} sx={{ width: 84 }}>
                    <AssumptionField
                      path={["cases", name, shift.key]}
                      kind={shift.kind}
                      label={`${t(`pricing.shift.${shift.key}`)} ${t(`code.caseName.${name}`)}`}
                      width="100%"
                    />
                  </Box>
                ))}
                <Box component="td" sx={{ width: 60, color: "text.secondary", fontSize: 11, whiteSpace: "nowrap" }}>
                  {t(shift.unit)}
                </Box>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </EditScopeContext>
  );
}
