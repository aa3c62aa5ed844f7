import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { exitKinds, exitModes } from "../../shared/domain/exits.ts";
import { ChoiceRow } from "./rows/ChoiceRow.tsx";
import { EditorGrid } from "./rows/EditorGrid.tsx";

/** Settlement and resale of claims that enforcement alone seldom ends. */
export function ExitsEditor({ exits }: Pick<Assumptions, "exits">) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="fine" component="p" color="text.secondary">
        {t("pricing.route.exit.note")}
      </Typography>
      <ChoiceRow
        label={t("pricing.route.exit.mode")}
        path={["exits", "mode"]}
        value={exits.mode}
        options={exitModes}
        textOf={(mode) => t(`pricing.route.exit.modes.${mode}`)}
        testId="exit-mode"
      />
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
