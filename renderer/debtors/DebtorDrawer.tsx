import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DebtorDetail, DebtorRow } from "../../shared/contract/debtor-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { maskedIfPersonal } from "../../shared/masked-identifier.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { RepaymentList } from "../loans/RepaymentList.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
import { DebtorGuarantors } from "./DebtorGuarantors.tsx";
import { DebtorHistory } from "./DebtorHistory.tsx";
import { DebtorLoans } from "./DebtorLoans.tsx";

interface DebtorDrawerProps {
  readonly dealId: number;
  readonly caseName: CaseName;
  /** Null: closed. */
  readonly loanId: number | null;
  readonly isRevealed: boolean;
  readonly onClose: () => void;
  /** Opens the trace of a loan. */
  readonly onTrace: (loanId: number) => void;
  /** Null: nothing can be typed. */
  readonly onEdit: ((row: DebtorRow) => void) | null;
}

/** All of one debtor: its loans with what they hang on, who stands for it, and what the desk said of it. */
export function DebtorDrawer({ dealId, caseName, loanId, isRevealed, onClose, ...deeds }: DebtorDrawerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data, error } = useCall("debtors.get", loanId === null ? null : { dealId, loanId, caseName });
  const shown = data !== undefined && data.row.loanId === loanId ? data : undefined;
  const id = shown?.row.debtorId ?? null;
  const name = shown?.row.debtorName ?? t("debtors.nameless");
  return (
    <SideDrawer
      open={loanId !== null}
      onClose={onClose}
      label={t("debtors.drawer.title")}
      title={shown === undefined ? t("debtors.drawer.title") : id === null ? name : `${name} · ${isRevealed ? id : maskedIfPersonal(id)}`}
      subtitle={t("debtors.drawer.subtitle", {
        loans: formatNumber(shown?.row.loans),
        caseName: t(`code.caseName.${caseName}`),
        unit: moneyUnitLabel(unit, language),
      })}
      width={680}
      testId="debtor-drawer"
    >
      <ErrorAlert error={error} />
      {shown === undefined ? null : <DebtorParts dealId={dealId} detail={shown} {...deeds} />}
    </SideDrawer>
  );
}

interface DebtorPartsProps extends Pick<DebtorDrawerProps, "dealId" | "onTrace" | "onEdit"> {
  readonly detail: DebtorDetail;
}

function DebtorParts({ dealId, detail, onTrace, onEdit }: DebtorPartsProps) {
  const { t } = useTranslation();
  const names = detail.sharesWith.map(({ debtorName }) => debtorName ?? t("debtors.nameless"));
  const more = detail.row.sharesWith - names.length;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
      {onEdit === null ? null : (
        <Button variant="outlined" onClick={() => onEdit(detail.row)} data-testid="debtor-edit" sx={{ alignSelf: "flex-start" }}>
          {t("debtors.drawer.edit")}
        </Button>
      )}
      {names.length === 0 ? null : (
        <Typography variant="body2" data-testid="debtor-shares">
          {t("debtors.drawer.shares", { names: names.join(t("pricing.loans.listSeparator")) })}
          {more > 0 ? t("debtors.drawer.moreOthers", { count: more }) : ""}
        </Typography>
      )}
      <DebtorHistory detail={detail} />
      <DebtorGuarantors guarantors={detail.guarantors} />
      <RepaymentList repayments={detail.repayments} showsContract />
      <DebtorLoans dealId={dealId} detail={detail} onTrace={onTrace} />
    </Box>
  );
}
