import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { debtKinds, type Leverage } from "../../shared/domain/financing-assumptions.ts";
import { ChoiceRow } from "./rows/ChoiceRow.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";
import { SwitchRow } from "./rows/SwitchRow.tsx";

/** Debt that pays a share of the price; its terms stay on show while it is off. */
export function LeverageEditor({ leverage }: { readonly leverage: Leverage }) {
  const { t } = useTranslation();
  return (
    <>
      <SwitchRow label={t("financing.field.isOn")} path={["leverage", "isOn"]} isHead testId="leverage-on" />
      <Box sx={{ opacity: leverage.isOn ? 1 : 0.65 }}>
        <FieldRow label={t("financing.field.debtShare")} unit="%" path={["leverage", "debtShare"]} kind="percent" testId="debt-share" />
        <FieldRow label={t("financing.field.annualRate")} unit="%" path={["leverage", "annualRate"]} kind="percent" testId="debt-rate" />
        <FieldRow
          label={t("financing.field.tenorMonths")}
          unit={t("pricing.unit.month")}
          path={["leverage", "tenorMonths"]}
          kind="months"
          testId="debt-tenor"
        />
        <ChoiceRow
          label={t("financing.field.kind")}
          path={["leverage", "kind"]}
          value={leverage.kind}
          options={debtKinds}
          textOf={(kind) => t(`financing.kind.${kind}`)}
          testId="debt-kind"
        />
        <FieldRow label={t("financing.field.feeRate")} unit="%" path={["leverage", "feeRate"]} kind="percent" />
        <FieldRow label={t("financing.field.leveredHurdleRate")} unit="%" path={["leverage", "leveredHurdleRate"]} kind="percent" testId="levered-hurdle" />
        <FieldRow label={t("financing.field.warnAboveDebtShare")} unit="%" path={["leverage", "warnAboveDebtShare"]} kind="percent" />
      </Box>
    </>
  );
}
