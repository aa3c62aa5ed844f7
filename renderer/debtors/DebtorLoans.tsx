import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorDetail } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, formatNumber, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { LoanFactsPanel } from "../loans/LoanFactsPanel.tsx";

interface DebtorLoansProps {
  readonly dealId: number;
  readonly detail: DebtorDetail;
  readonly onTrace: (loanId: number) => void;
}

/** The loans of a debtor: amounts, court and condition; each opens to what the tape states of it, and to how its figures came about. */
export function DebtorLoans({ dealId, detail: { row, loans }, onTrace }: DebtorLoansProps) {
  const { t } = useTranslation();
  const isCut = loans.length < row.loans;
  return (
    <Box component="section" aria-label={t("debtors.drawer.loans")} data-testid="debtor-loans">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {isCut ? t("debtors.drawer.firstLoans", { count: loans.length, all: formatNumber(row.loans) }) : t("debtors.drawer.loans")}
      </Typography>
      {loans.map((loan) => (
        <DebtorLoanLine key={loan.loanId} dealId={dealId} loan={loan} onTrace={onTrace} />
      ))}
    </Box>
  );
}

interface DebtorLoanLineProps extends Pick<DebtorLoansProps, "dealId" | "onTrace"> {
  readonly loan: DebtorDetail["loans"][number];
}

function DebtorLoanLine({ dealId, loan, onTrace }: DebtorLoanLineProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [isOpen, setOpen] = useState(false);
  const facts = [
    `${t("debtors.drawer.claim")} ${formatMoney(loan.claimFen, unit)}`,
    `${t("debtors.drawer.value")} ${formatMoney(loan.presentValueFen, unit)}`,
    `${t("debtors.drawer.stage")} ${loan.stage === null ? noValue : t(`code.litigationStage.${loan.stage}`)}`,
    `${t("debtors.drawer.court")} ${loan.court ?? noValue}`,
    `${t("debtors.drawer.condition")} ${loan.condition === null ? noValue : t(`code.debtorCondition.${loan.condition}`)}`,
  ];
  return (
    <Box data-testid="debtor-loan" sx={{ py: 1, borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography variant="h4" component="h4" sx={{ flex: 1, overflowWrap: "anywhere" }}>
          {loan.contractNo}
        </Typography>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("debtors.drawer.facts")}
        </Button>
        <Button onClick={() => onTrace(loan.loanId)} data-testid={`debtor-loan-trace-${loan.contractNo}`}>
          {t("debtors.drawer.trace")}
        </Button>
      </Box>
      <Typography variant="body2">{facts.join(" · ")}</Typography>
      {isOpen ? <LoanFactsPanel dealId={dealId} loanId={loan.loanId} /> : null}
    </Box>
  );
}
