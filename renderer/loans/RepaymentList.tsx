import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Repayments } from "../../shared/domain/repayments.ts";
import { formatDate, formatMoney, formatNumber } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

interface RepaymentListProps {
  readonly repayments: Repayments;
  /** Says on which contract each was paid. */
  readonly showsContract?: boolean;
}

/** What was paid, the latest first, and what the desk takes from it; nothing where the tape has no such list. */
export function RepaymentList({ repayments: { count, sumFen, unstated, latest }, showsContract = false }: RepaymentListProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const list = t("pricing.loans.listSeparator");
  if (count === 0) return null;
  return (
    <Box component="section" aria-label={t("loanFacts.repayments")} data-testid="repayments" sx={{ mb: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {t("loanFacts.repayments")}
      </Typography>
      <Typography variant="body2">{t("loanFacts.repaid", { count: formatNumber(count), sum: formatMoney(sumFen, unit) })}</Typography>
      {unstated > 0 ? <Typography variant="body2">{t("loanFacts.unstated", { count: formatNumber(unstated) })}</Typography> : null}
      <Box component="ul" sx={{ typography: "body2", m: 0, pl: 2 }}>
        {latest.map(({ contractNo, paidOn, amountFen, note }, at) => {
          const words = [
            paidOn === null ? t("loanFacts.undated") : formatDate(paidOn),
            ...(amountFen === null ? [] : [formatMoney(amountFen, unit)]),
            ...(showsContract ? [contractNo ?? t("loanFacts.ofDebtor")] : []),
            ...(note === null ? [] : [note]),
          ];
          // biome-ignore lint/suspicious/noArrayIndexKey: payments have no name of their own and never move
          return <li key={at}>{words.join(list)}</li>;
        })}
      </Box>
      {count > latest.length ? <Typography variant="body2">{t("loanFacts.moreRepayments", { count: formatNumber(count - latest.length) })}</Typography> : null}
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {t("loanFacts.repaymentsUsed")}
      </Typography>
    </Box>
  );
}
