import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { DebtorSheet } from "../../shared/contract/debtor-channels.ts";

/** What must be known to read the sheet: whose figures they are, by what the bids are reckoned, and that the low total is stacked. */
export function DebtorNotes({ sheet }: { readonly sheet: DebtorSheet | null }) {
  const { t } = useTranslation();
  const unmatched = sheet?.unmatched ?? [];
  const named = 3;
  return (
    <Box
      component="footer"
      data-testid="debtor-notes"
      sx={{ typography: "fine", color: "text.secondary", px: 1.5, py: 0.5, borderTop: 1, borderColor: "divider", flexShrink: 0 }}
    >
      <Box component="p" sx={{ m: 0, display: "flex", flexWrap: "wrap", columnGap: 1.5 }}>
        <span>{`${t("debtors.legend")}:`}</span>
        <Box component="span" sx={{ color: "text.primary" }}>
          {t("debtors.tape")}
        </Box>
        <span>{t("debtors.model")}</span>
        <Box component="span" sx={{ color: "primary.main", fontWeight: 700 }}>
          {`${t("debtors.ownMark")} ${t("debtors.own")}`}
        </Box>
        <span>{t("debtors.atHurdle")}</span>
        <span data-testid="debtor-stacked">{t("debtors.stacked")}</span>
      </Box>
      {unmatched.length === 0 ? null : (
        <Box component="p" role="status" sx={{ m: 0, color: "warning.main" }}>
          {t("debtors.unmatched", { count: unmatched.length, names: unmatched.slice(0, named).join(t("pricing.loans.listSeparator")) })}
        </Box>
      )}
    </Box>
  );
}
