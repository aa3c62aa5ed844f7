import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ItemFacts, LoanFacts } from "../../shared/domain/loan-facts.ts";
import { formatDate, formatMoney, formatNumber, formatRate } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

/** What the tape states of a loan beside its amounts; periods that ran out are marked. */
export function LoanFactsPanel({ dealId, loanId }: { readonly dealId: number; readonly loanId: number }) {
  const { t } = useTranslation();
  const { data, error } = useCall("packages.loanFacts", { dealId, loanId });
  return (
    <Box component="section" aria-label={t("loanFacts.title")} data-testid="loan-facts" sx={{ mb: 2 }}>
      <ErrorAlert error={error} />
      {data === undefined ? null : (
        <>
          <Typography component="h3" sx={{ mb: 0.5, fontSize: 13, fontWeight: 600 }}>
            {t("loanFacts.title")}
          </Typography>
          <Box
            component="dl"
            sx={{ m: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: 2, rowGap: 0.5, alignItems: "baseline", fontSize: 12.5 }}
          >
            <DebtorFacts facts={data} />
            <PeriodFacts facts={data} />
            <GuarantorFacts facts={data} />
            {data.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a loan's items have no name of their own and never move
              <ItemFact key={index} item={item} />
            ))}
            <EstimateFacts facts={data} />
          </Box>
        </>
      )}
    </Box>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
        {children}
      </Box>
    </>
  );
}

function Warning({ label }: { readonly label: string }) {
  return <Chip size="small" color="warning" variant="outlined" label={label} sx={{ ml: 1, height: 20, fontSize: 12 }} />;
}

function DebtorFacts({ facts }: { readonly facts: LoanFacts }) {
  const { t } = useTranslation();
  const type = t(`code.debtorType.${facts.debtorType}`);
  return (
    <>
      <Fact name={t("loanFacts.debtorType")}>{facts.isDebtorTypeFilled ? t("loanFacts.byKind", { type }) : type}</Fact>
      {facts.court === null ? null : <Fact name={t("loanFacts.court")}>{facts.court}</Fact>}
    </>
  );
}

function PeriodFacts({ facts }: { readonly facts: LoanFacts }) {
  const { t } = useTranslation();
  const { limitationDate, judgmentDate, enforcementEnd, failedChecks, cutOffDate } = facts;
  const isAnyStated = limitationDate !== null || enforcementEnd !== null || facts.guarantors.some(({ periodEnd }) => periodEnd !== null);
  return (
    <>
      {limitationDate === null ? null : (
        <Fact name={t("loanFacts.limitation")}>
          {formatDate(limitationDate)}
          {failedChecks.includes("limitationExpired") ? <Warning label={t("loanFacts.check.limitationExpired")} /> : null}
        </Fact>
      )}
      {judgmentDate === null ? null : <Fact name={t("loanFacts.judgment")}>{formatDate(judgmentDate)}</Fact>}
      {enforcementEnd === null ? null : (
        <Fact name={t("loanFacts.enforcement")}>
          {formatDate(enforcementEnd)}
          {failedChecks.includes("enforcementPeriodExpired") ? <Warning label={t("loanFacts.check.enforcementPeriodExpired")} /> : null}
        </Fact>
      )}
      {isAnyStated ? (
        <Box component="dd" sx={{ m: 0, gridColumn: 2, fontSize: 12, color: "text.secondary" }}>
          {cutOffDate === null ? t("loanFacts.noCutOff") : t("loanFacts.asOf", { date: formatDate(cutOffDate) })}
        </Box>
      ) : null}
    </>
  );
}

function GuarantorFacts({ facts }: { readonly facts: LoanFacts }) {
  const { t } = useTranslation();
  const money = useMoneyWords();
  const list = t("pricing.loans.listSeparator");
  return facts.guarantors.map(({ name, capFen, periodEnd, isOver }) => {
    const terms = [
      name,
      capFen === null ? t("loanFacts.noCap") : t("loanFacts.cap", { amount: money(capFen) }),
      ...(periodEnd === null ? [] : [t("loanFacts.until", { date: formatDate(periodEnd) })]),
    ];
    return (
      <Fact key={name} name={t("loanFacts.guarantor")}>
        {terms.join(list)}
        {isOver ? <Warning label={t("loanFacts.guaranteeOver")} /> : null}
      </Fact>
    );
  });
}

function ItemFact({ item }: { readonly item: ItemFacts }) {
  const { t } = useTranslation();
  const money = useMoneyWords();
  const list = t("pricing.loans.listSeparator");
  const words = [
    t(`code.collateralKind.${item.collateralKind ?? "other"}`),
    ...(item.address === null ? [] : [item.address]),
    ...(item.appraisalFen === null ? [] : [t("loanFacts.appraisal", { amount: money(item.appraisalFen) })]),
    ...(item.hold === "seizure" ? [t("loanFacts.seized")] : []),
    ...(item.assetNo === null ? [] : [t("loanFacts.assetNo", { no: item.assetNo })]),
    ...(item.priorityFen === null ? [] : [t("loanFacts.priority", { amount: money(item.priorityFen) })]),
    ...(item.rivalFen === null ? [] : [t("loanFacts.rival", { amount: money(item.rivalFen) })]),
  ];
  return (
    <Fact name={t("loanFacts.item")}>
      {words.join(list)}
      {item.sharedWith.length === 0 ? null : (
        <Box component="div" sx={{ color: "info.main" }}>
          {t("loanFacts.shared", { contracts: item.sharedWith.join(list) })}
        </Box>
      )}
    </Fact>
  );
}

function EstimateFacts({ facts }: { readonly facts: LoanFacts }) {
  const { t } = useTranslation();
  const { estimate } = facts;
  if (estimate === null) return null;
  const { months, probability, haircut, costRate, firstMonthRate, monthlyDecay } = estimate;
  const words = [
    ...(months === null
      ? []
      : [t("loanFacts.collateralEstimate", { months: formatNumber(months), probability: formatRate(probability), haircut: formatRate(haircut) })]),
    ...(costRate === null ? [] : [t("loanFacts.costEstimate", { rate: formatRate(costRate) })]),
    ...(firstMonthRate === null ? [] : [t("loanFacts.cashEstimate", { rate: formatRate(firstMonthRate), decay: formatNumber(monthlyDecay, 4) })]),
  ];
  return <Fact name={t("loanFacts.estimate")}>{words.join(t("pricing.loans.listSeparator"))}</Fact>;
}

/** Money in the unit that the drawer's head names. */
function useMoneyWords(): (fen: number) => string {
  const unit = useMoneyUnit();
  return (fen) => formatMoney(fen, unit);
}
