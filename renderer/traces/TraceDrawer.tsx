import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { LoanFactsPanel } from "../loans/LoanFactsPanel.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
import { LoanTrace } from "./LoanTrace.tsx";

interface TraceDrawerProps {
  readonly dealId: number;
  readonly caseName: CaseName;
  readonly loanId: number | null;
  readonly onClose: () => void;
}

/** How the engine came to one loan's figures, line by line. */
export function TraceDrawer({ dealId, caseName, loanId, onClose }: TraceDrawerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data, error } = useCall("pricing.explainLoan", loanId === null ? null : { dealId, caseName, loanId });
  const shown = data !== undefined && data.loan.loanId === loanId ? data : undefined;
  return (
    <SideDrawer
      open={loanId !== null}
      onClose={onClose}
      label={t("pricing.trace.title")}
      title={shown === undefined ? t("pricing.trace.title") : `${shown.loan.contractNo} · ${shown.loan.debtorName}`}
      subtitle={t("pricing.trace.subtitle", { caseName: t(`code.caseName.${caseName}`), unit: moneyUnitLabel(unit, language) })}
      width={620}
      testId="trace-drawer"
    >
      <ErrorAlert error={error} />
      {shown === undefined ? null : (
        <>
          <LoanFactsPanel key={shown.loan.loanId} dealId={dealId} loanId={shown.loan.loanId} />
          <Box component="ul" aria-label={t("pricing.trace.title")} sx={{ m: 0, p: 0, listStyle: "none" }}>
            <LoanTrace node={shown.trace} depth={0} />
          </Box>
          {shown.loan.fills.length === 0 ? null : (
            <Box sx={{ typography: "body2", mt: 2, p: 1, borderRadius: 1, border: 1, borderColor: "warning.main" }}>
              {t("pricing.trace.fills", { rules: shown.loan.fills.map((rule) => t(`code.fillRule.${rule}`)).join(t("pricing.loans.listSeparator")) })}
            </Box>
          )}
        </>
      )}
    </SideDrawer>
  );
}
