import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { CaseResult, PriceMeasures } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate, noValue } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { irrText } from "../ui/irr-text.ts";

/** Which price the measures are taken at. */
export const priceChoices = ["atBidPrice", "atMaxBid"] as const;
export type PriceChoice = (typeof priceChoices)[number];

export interface FinancingRow {
  readonly key: KeyUnder<"financing.measure">;
  readonly text: (one: CaseResult) => string;
  readonly isStrong?: boolean;
  readonly isPart?: boolean;
  readonly testId?: string;
  /** Values of the label's places. */
  readonly labelValues?: Readonly<Record<string, string | number>>;
}

export interface FinancingSection {
  readonly key: "price" | "unlevered" | "levered" | "leveredPrice";
  readonly rows: readonly FinancingRow[];
}

interface RowContext {
  readonly t: TFunction;
  readonly unit: MoneyUnit;
  readonly choice: PriceChoice;
  readonly hasRights: boolean;
  readonly fundingRate: number | null;
  readonly leveredHurdleRate: number;
}

/** The measures of a price in the order they are read: how it is paid, what it earns without debt and with it. */
export function financingSections(context: RowContext): FinancingSection[] {
  return [
    { key: "price", rows: priceRows(context) },
    { key: "unlevered", rows: unleveredRows(context) },
    { key: "levered", rows: leveredRows(context) },
    { key: "leveredPrice", rows: leveredPriceRows(context) },
  ];
}

/** Shows a measure at the chosen price. */
function measuredAt({ choice }: RowContext) {
  return (show: (measures: PriceMeasures) => string): FinancingRow["text"] =>
    (one) =>
      show(one[choice]);
}

function moneyIn({ unit }: RowContext) {
  return (fen: number | null | undefined) => formatMoney(fen, unit);
}

function priceRows(context: RowContext): readonly FinancingRow[] {
  const money = moneyIn(context);
  const measured = measuredAt(context);
  const paid = (show: (payment: NonNullable<PriceMeasures["payment"]>) => number) =>
    measured(({ payment }) => (payment === null ? noValue : money(show(payment))));
  const rights: readonly FinancingRow[] = [
    { key: "cash", isPart: true, text: paid((payment) => payment.cashFen) },
    { key: "rights", isPart: true, text: paid((payment) => payment.rightsFen) },
    { key: "rightsValue", text: paid((payment) => payment.rightsValueFen) },
    { key: "sellerValue", text: paid((payment) => payment.sellerValueFen) },
  ];
  return [
    { key: "nominal", isStrong: true, text: measured((measures) => money(measures.priceFen)), testId: "nominal" },
    ...(context.hasRights ? rights : []),
    { key: "atFunding", labelValues: { rate: formatRate(context.fundingRate) }, text: paid((payment) => payment.atFundingFen) },
    { key: "atHurdle", text: paid((payment) => payment.atHurdleFen) },
    { key: "dueAtClosing", text: paid((payment) => payment.dueAtClosingFen) },
    { key: "handedOver", text: (one) => money(one.transition?.handedOverFen) },
    { key: "reimbursed", text: (one) => money(one.transition?.reimbursedFen) },
    { key: "netCashAtClosing", text: paid((payment) => payment.netCashAtClosingFen) },
  ];
}

function unleveredRows(context: RowContext): readonly FinancingRow[] {
  const { t } = context;
  const money = moneyIn(context);
  const measured = measuredAt(context);
  return [
    { key: "irr", isStrong: true, text: measured(({ irr }) => irrText(irr, t)) },
    { key: "xirr", text: measured(({ xirr }) => (xirr === null ? noValue : irrText(xirr, t))) },
    { key: "moic", text: measured(({ moic }) => formatMultiple(moic)) },
    { key: "payback", text: measured(({ paybackMonths }) => formatNumber(paybackMonths)) },
    { key: "discountedPayback", text: measured(({ discountedPaybackMonths }) => formatNumber(discountedPaybackMonths)) },
    { key: "profit", text: measured(({ profitFen }) => money(profitFen)) },
    { key: "peakCapital", text: measured(({ peakCapitalFen }) => money(peakCapitalFen)) },
    { key: "peakMonth", isPart: true, text: measured(({ peakCapitalMonth }) => formatNumber(peakCapitalMonth)) },
  ];
}

function leveredRows(context: RowContext): readonly FinancingRow[] {
  const { t } = context;
  const money = moneyIn(context);
  const measured = measuredAt(context);
  const borrowed = (show: (levered: NonNullable<PriceMeasures["levered"]>) => string) =>
    measured(({ levered }) => (levered === null ? noValue : show(levered)));
  const inYear = (cover: { year: number; ratio: number } | null) =>
    cover === null ? noValue : t("financing.ratioInYear", { ratio: formatMultiple(cover.ratio), year: cover.year });
  return [
    { key: "leveredIrr", isStrong: true, text: borrowed(({ irr }) => irrText(irr, t)), testId: "levered-irr" },
    { key: "leveredMoic", text: borrowed(({ moic }) => formatMultiple(moic)) },
    { key: "leveredProfit", text: borrowed(({ profitFen }) => money(profitFen)) },
    { key: "debt", text: borrowed(({ debtFen }) => money(debtFen)) },
    { key: "equity", text: borrowed(({ equityFen }) => money(equityFen)) },
    { key: "peakEquity", text: borrowed(({ peakEquityFen }) => money(peakEquityFen)) },
    { key: "peakMonth", isPart: true, text: borrowed(({ peakEquityMonth }) => formatNumber(peakEquityMonth)) },
    { key: "interest", text: borrowed(({ interestFen }) => money(interestFen)) },
    { key: "fees", text: borrowed(({ feesFen }) => money(feesFen)) },
    { key: "interestCover", text: borrowed(({ interestCover }) => formatMultiple(interestCover)) },
    { key: "lowestInterestCover", isPart: true, text: borrowed(({ lowestInterestCover }) => inYear(lowestInterestCover)) },
    { key: "debtServiceCover", text: borrowed(({ debtServiceCover }) => formatMultiple(debtServiceCover)) },
    { key: "lowestDebtServiceCover", isPart: true, text: borrowed(({ lowestDebtServiceCover }) => inYear(lowestDebtServiceCover)) },
    { key: "equityCalls", text: borrowed(({ equityCallMonths }) => formatNumber(equityCallMonths)) },
    { key: "equityCallSum", text: borrowed(({ equityCallFen }) => money(equityCallFen)) },
    { key: "maturityFromEquity", text: borrowed(({ maturityFromEquityFen }) => money(maturityFromEquityFen)) },
    { key: "repaidMonth", text: borrowed(({ repaidMonth }) => formatNumber(repaidMonth)) },
  ];
}

/** The price at which equity earns its own hurdle. */
function leveredPriceRows(context: RowContext): readonly FinancingRow[] {
  const { t, leveredHurdleRate } = context;
  const money = moneyIn(context);
  const priceText = ({ leveredPrice }: CaseResult) => {
    if (leveredPrice === null) return noValue;
    return leveredPrice.refusal === null ? money(leveredPrice.priceFen) : t(`financing.refusal.${leveredPrice.refusal}`);
  };
  return [
    { key: "leveredHurdle", text: () => formatRate(leveredHurdleRate) },
    { key: "leveredPrice", isStrong: true, testId: "levered-price", text: priceText },
    { key: "leveredPriceToPrincipal", text: ({ leveredPrice }) => formatRate(leveredPrice?.priceToPrincipal) },
    { key: "irrAtLeveredPrice", text: ({ leveredPrice }) => (leveredPrice?.irr ? irrText(leveredPrice.irr, t) : noValue) },
  ];
}
