import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { visuallyHidden } from "../ui/visually-hidden.ts";

/** The foot of the sheet in words: the table behind the canvas holds the rows in view, and not those that stay at its end. */
export function DebtorTotalsText({ sheet }: { readonly sheet: DebtorSheet | null }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  if (sheet === null) return null;
  const { claimFen, cases } = sheet.shown;
  const money = (fen: number) => formatMoney(fen, unit);
  return (
    <Box component="p" data-testid="debtor-totals" sx={visuallyHidden}>
      {t("debtors.totalsRead", {
        claim: money(claimFen),
        low: money(cases.low.presentValueFen),
        base: money(cases.base.presentValueFen),
        high: money(cases.high.presentValueFen),
        unit: moneyUnitLabel(unit, language),
      })}
    </Box>
  );
}
