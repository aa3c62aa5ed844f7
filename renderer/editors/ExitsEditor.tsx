import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { exitKinds, exitModes } from "../../shared/domain/exits.ts";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { EditorGrid } from "./rows/EditorGrid.tsx";

/** Settlement and resale of claims that enforcement alone seldom ends. */
export function ExitsEditor({ exits }: Pick<Assumptions, "exits">) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["exits", "mode"]);
  const label = t("pricing.route.exit.mode");
  const isShown = useIsRowShown([{ path: ["exits", "mode"], label }]);
  return (
    <>
      <Typography variant="fine" component="p" color="text.secondary">
        {t("pricing.route.exit.note")}
      </Typography>
      {isShown ? (
        <Box
          data-assumption="exits.mode"
          sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 148px", alignItems: "center", columnGap: 0.75, minHeight: 27 }}
        >
          <Typography variant="body2" component="span">
            {label}
          </Typography>
          <CellSelect
            label={label}
            value={exits.mode}
            options={exitModes}
            textOf={(mode) => t(`pricing.route.exit.modes.${mode}`)}
            onChange={(mode) => mode !== null && edit(mode)}
            disabled={readOnly}
            width="100%"
            testId="exit-mode"
          />
        </Box>
      ) : null}
      <EditorGrid
        caption={t("pricing.group.exits")}
        rows={exitKinds.map((kind) => ({ key: kind, label: t(`pricing.route.exit.kinds.${kind}`) }))}
        columns={[
          { label: t("pricing.route.exit.probability"), unit: "%", kind: "percent", pathOf: (key) => ["exits", key, "probability"] },
          { label: t("pricing.route.exit.share"), unit: "%", kind: "percent", pathOf: (key) => ["exits", key, "share"] },
          { label: t("pricing.route.exit.month"), unit: t("pricing.unit.monthNumber"), kind: "months", pathOf: (key) => ["exits", key, "month"] },
        ]}
      />
    </>
  );
}
