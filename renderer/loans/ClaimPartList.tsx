import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { ClaimParts } from "../../shared/domain/claim-parts.ts";
import { formatDate, formatMoney, formatNumber } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

/** The drawdowns that were joined to a claim, each with its row in the file; nothing of a loan that stands for itself. */
export function ClaimPartList({ parts: { count, principalFen, interestFen, feesFen, first } }: { readonly parts: ClaimParts }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const list = t("pricing.loans.listSeparator");
  if (count === 0) return null;
  const money = (fen: number) => formatMoney(fen, unit);
  return (
    <Box component="section" aria-label={t("loanFacts.parts.title")} data-testid="claim-parts" sx={{ mt: 1, mb: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {t("loanFacts.parts.title")}
      </Typography>
      <Typography variant="body2">
        {t("loanFacts.parts.sums", { count: formatNumber(count), principal: money(principalFen), interest: money(interestFen), fees: money(feesFen) })}
      </Typography>
      <Box component="ul" sx={{ typography: "body2", m: 0, pl: 2 }}>
        {first.map(({ drawdownNo, sheet, rowNumber, overdueDate, maturityDate, ...amounts }) => {
          const amountOf = (name: "principal" | "interest" | "fees", fen: number | null) =>
            fen === null ? [] : [t(`loanFacts.parts.${name}`, { amount: money(fen) })];
          const words = [
            drawdownNo === null ? t("loanFacts.parts.unnumbered") : t("loanFacts.parts.number", { number: drawdownNo }),
            ...amountOf("principal", amounts.principalFen),
            ...amountOf("interest", amounts.interestFen),
            ...amountOf("fees", amounts.feesFen),
            ...(overdueDate === null ? [] : [t("loanFacts.parts.overdue", { date: formatDate(overdueDate) })]),
            ...(maturityDate === null ? [] : [t("loanFacts.parts.due", { date: formatDate(maturityDate) })]),
            t("loanFacts.parts.place", { sheet, row: rowNumber }),
          ];
          return <li key={`${sheet} ${rowNumber}`}>{words.join(list)}</li>;
        })}
      </Box>
      {count > first.length ? <Typography variant="body2">{t("loanFacts.parts.more", { count: formatNumber(count - first.length) })}</Typography> : null}
    </Box>
  );
}
