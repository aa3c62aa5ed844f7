import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimValidityCheck } from "../../shared/domain/codes.ts";
import { type ItemFacts, type LoanFacts, shownItemFields, shownLoanFields } from "../../shared/domain/loan-facts.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { formatDate, formatMoney, formatNumber, formatRate, formatStatedRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ClaimPartList } from "./ClaimPartList.tsx";
import { RepaymentList } from "./RepaymentList.tsx";

/** What the tape states of a loan beside its amounts; periods that ran out are marked. */
export function LoanFactsPanel({ dealId, loanId }: { readonly dealId: number; readonly loanId: number }) {
  const { t } = useTranslation();
  const { data, error } = useCall("packages.loanFacts", { dealId, loanId });
  return (
    <Box component="section" aria-label={t("loanFacts.title")} data-testid="loan-facts" sx={{ mb: 2 }}>
      <ErrorAlert error={error} />
      {data === undefined ? null : (
        <>
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {t("loanFacts.title")}
          </Typography>
          <Box
            component="dl"
            sx={{ typography: "body2", m: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: 2, rowGap: 0.5, alignItems: "baseline" }}
          >
            <StatedFacts facts={data} />
            <GuarantorFacts facts={data} />
            {data.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a loan's items have no name of their own and never move
              <ItemFact key={index} item={item} />
            ))}
            <EstimateFacts facts={data} />
          </Box>
          <ClaimPartList parts={data.parts} />
          <RepaymentList repayments={data.repayments} />
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
  return <Chip color="warning" label={label} sx={{ ml: 1 }} />;
}

/** The check that a date may fail. */
const checkOf: Partial<Record<TapeField, ClaimValidityCheck>> = {
  overdueDate: "limitationDoubtful",
  limitationDate: "limitationExpired",
  enforcementDeadline: "enforcementPeriodExpired",
};

function StatedFacts({ facts }: { readonly facts: LoanFacts }) {
  const { t } = useTranslation();
  const factText = useFactText();
  const { stated, enforcementEnd, failedChecks, cutOffDate } = facts;
  // The deadline that counts may follow from the judgment, and a type from the kind of deal.
  const read: typeof stated = { ...stated, debtorType: facts.debtorType, ...(enforcementEnd === null ? {} : { enforcementDeadline: enforcementEnd }) };
  const isAnyPeriodStated = stated.limitationDate !== undefined || enforcementEnd !== null || facts.guarantors.some(({ periodEnd }) => periodEnd !== null);
  return (
    <>
      {shownLoanFields.map(({ field }) => {
        const value = read[field];
        const check = checkOf[field];
        if (value === undefined) return null;
        const text = factText(field, value);
        return (
          <Fact key={field} name={t(`tape.field.${field}`)}>
            {field === "debtorType" && facts.isDebtorTypeFilled ? t("loanFacts.byKind", { type: text }) : text}
            {check !== undefined && failedChecks.includes(check) ? <Warning label={t(`loanFacts.check.${check}`)} /> : null}
          </Fact>
        );
      })}
      {isAnyPeriodStated ? (
        <Box component="dd" sx={{ m: 0, gridColumn: 2, color: "text.secondary" }}>
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

/** Fields of an item that need no name beside them. */
const plainItemFields: readonly TapeField[] = ["collateralKind", "address"];

function ItemFact({ item }: { readonly item: ItemFacts }) {
  const { t } = useTranslation();
  const factText = useFactText();
  const list = t("pricing.loans.listSeparator");
  const read: typeof item.stated = { collateralKind: "other", ...item.stated };
  const words = shownItemFields.flatMap(({ field }) => {
    const value = read[field];
    if (value === undefined) return [];
    const text = factText(field, value);
    return [plainItemFields.includes(field) ? text : t("loanFacts.stated", { name: t(`tape.field.${field}`), value: text })];
  });
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

/** A stated value by the kind of its field. */
function useFactText(): (field: TapeField, value: string | number) => string {
  const { t } = useTranslation();
  const money = useMoneyWords();
  return (field, value) => {
    const { kind } = fieldRecord(field);
    if (kind === "code") {
      const key = `code.${field}.${value}`;
      return isTextKey(key) ? t(key) : String(value);
    }
    if (kind === "date") return formatDate(String(value));
    if (typeof value === "string") return value;
    if (kind === "amount") return money(value);
    return kind === "share" ? formatStatedRate(value) : formatNumber(value, kind === "area" ? 2 : 0);
  };
}
