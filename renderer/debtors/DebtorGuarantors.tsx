import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DebtorDetail } from "../../shared/contract/debtor-channels.ts";
import { formatNumber } from "../../shared/format.ts";

/** Who stands for a debtor, and for which others. */
export function DebtorGuarantors({ guarantors }: Pick<DebtorDetail, "guarantors">) {
  const { t } = useTranslation();
  return (
    <Box component="section" aria-label={t("debtors.drawer.guarantors")} data-testid="debtor-guarantors">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {t("debtors.drawer.guarantors")}
      </Typography>
      {guarantors.length === 0 ? <Typography variant="body2">{t("debtors.drawer.noGuarantors")}</Typography> : null}
      <Box component="ul" sx={{ typography: "body2", m: 0, pl: 2 }}>
        {guarantors.map(({ name, loans, others, moreOthers }) => {
          const names = others.map(({ debtorName }) => debtorName ?? t("debtors.nameless")).join(t("pricing.loans.listSeparator"));
          return (
            <li key={name}>
              {t("debtors.drawer.guarantor", { name, loans: formatNumber(loans) })}
              {others.length === 0 ? null : (
                <Box sx={{ color: "info.main" }}>
                  {t("debtors.drawer.alsoFor", { names })}
                  {moreOthers > 0 ? ` ${t("debtors.drawer.moreOthers", { count: moreOthers })}` : ""}
                </Box>
              )}
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
