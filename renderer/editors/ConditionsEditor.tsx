import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { knownConditions } from "../../shared/domain/codes.ts";
import { EditorGrid } from "./rows/EditorGrid.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

/** What the condition of a debtor makes of its cash, and a bankruptcy of its cash and its collateral. */
export function ConditionsEditor() {
  const { t } = useTranslation();
  const month = t("pricing.unit.month");
  return (
    <>
      <Typography variant="fine" component="p" color="text.secondary">
        {t("pricing.route.condition.note")}
      </Typography>
      <EditorGrid
        caption={t("pricing.group.conditions")}
        rows={knownConditions.map((condition) => ({ key: condition, label: t(`code.debtorCondition.${condition}`) }))}
        columns={[{ label: t("pricing.route.condition.cashFactor"), unit: "×", kind: "factor", pathOf: (key) => ["conditions", "cashFactor", key] }]}
      />
      <FieldRow label={t("pricing.route.condition.terminatedFactor")} unit="×" path={["conditions", "terminatedFactor"]} kind="factor" />
      <FieldRow
        label={t("pricing.route.condition.dividendShare")}
        unit="%"
        path={["conditions", "dividendShare"]}
        kind="percent"
        nullable
        emptyText={t("pricing.route.condition.byCurve")}
        testId="dividend-share"
      />
      <FieldRow label={t("pricing.route.condition.dividendMonth")} unit={t("pricing.unit.monthNumber")} path={["conditions", "dividendMonth"]} kind="months" />
      <FieldRow label={t("pricing.route.condition.reorganisationMonths")} unit={month} path={["conditions", "reorganisationMonths"]} kind="months" />
    </>
  );
}
