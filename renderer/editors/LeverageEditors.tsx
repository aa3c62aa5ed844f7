import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import Select from "@mui/material/Select";
import { useTranslation } from "react-i18next";
import { debtKinds, type Leverage } from "../../shared/domain/financing-assumptions.ts";
import { useEdited } from "../model/edit-scope.ts";
import { FieldRow } from "./EditorParts.tsx";

/** What is settled at closing for the time since cut-off. */
export function TransitionEditor() {
  const { t } = useTranslation();
  const yuan = t("pricing.unit.yuan");
  return (
    <>
      <FieldRow label={t("financing.field.collectedYuan")} unit={yuan} path={["transition", "collectedYuan"]} kind="yuan" nullable wide testId="collected" />
      <FieldRow label={t("financing.field.sellerShare")} unit="%" path={["transition", "sellerShare"]} kind="percent" />
      <FieldRow label={t("financing.field.reimbursedYuan")} unit={yuan} path={["transition", "reimbursedYuan"]} kind="yuan" wide />
    </>
  );
}

/** Debt that pays a share of the price; its terms stay on show while it is off. */
export function LeverageEditor({ leverage }: { readonly leverage: Leverage }) {
  const { t } = useTranslation();
  const isOn = useEdited(["leverage", "isOn"]);
  const kind = useEdited(["leverage", "kind"]);
  const month = t("pricing.unit.month");
  return (
    <>
      <FormControlLabel
        disabled={isOn.readOnly}
        control={
          <Checkbox
            size="small"
            checked={isOn.stored === true}
            onChange={(_, checked) => isOn.edit(checked)}
            slotProps={{ input: { "data-testid": "leverage-on" } as object }}
            sx={{ p: 0.25, mr: 0.5 }}
          />
        }
        label={t("financing.field.isOn")}
        sx={{ mx: 0, minHeight: 27, "& .MuiFormControlLabel-label": { fontSize: 12.5, fontWeight: 600 } }}
      />
      <Box sx={{ opacity: leverage.isOn ? 1 : 0.65 }}>
        <FieldRow label={t("financing.field.debtShare")} unit="%" path={["leverage", "debtShare"]} kind="percent" testId="debt-share" />
        <FieldRow label={t("financing.field.annualRate")} unit="%" path={["leverage", "annualRate"]} kind="percent" testId="debt-rate" />
        <FieldRow label={t("financing.field.tenorMonths")} unit={month} path={["leverage", "tenorMonths"]} kind="months" testId="debt-tenor" />
        <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 148px", alignItems: "center", columnGap: 0.75, minHeight: 27, fontSize: 12.5 }}>
          <span>{t("financing.field.kind")}</span>
          <Select
            size="small"
            value={leverage.kind}
            readOnly={kind.readOnly}
            onChange={(event) => kind.edit(event.target.value)}
            SelectDisplayProps={{ "aria-label": t("financing.field.kind") }}
            data-testid="debt-kind"
            sx={{ height: 24, fontSize: 12.5, bgcolor: "background.paper", "& .MuiSelect-select": { py: 0, px: 0.75 } }}
          >
            {debtKinds.map((one) => (
              <MenuItem key={one} value={one} dense sx={{ fontSize: 12.5 }}>
                {t(`financing.kind.${one}`)}
              </MenuItem>
            ))}
          </Select>
        </Box>
        <FieldRow label={t("financing.field.feeRate")} unit="%" path={["leverage", "feeRate"]} kind="percent" />
        <FieldRow label={t("financing.field.leveredHurdleRate")} unit="%" path={["leverage", "leveredHurdleRate"]} kind="percent" testId="levered-hurdle" />
        <FieldRow label={t("financing.field.warnAboveDebtShare")} unit="%" path={["leverage", "warnAboveDebtShare"]} kind="percent" />
      </Box>
    </>
  );
}
