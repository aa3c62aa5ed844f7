import { caseNames } from "../../../shared/domain/codes.ts";
import type { LeveredMeasures, PaymentValues } from "../../../shared/domain/financing-results.ts";
import type { CaseResult } from "../../../shared/domain/pricing-results.ts";
import { formatMultiple, formatNumber, formatRate, formatStatedRate, noValue } from "../../../shared/format.ts";
import { captionBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { caseOf } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";

/** Payment terms and debt at the bid; nothing where the price is paid in cash at closing out of own funds. */
export function financingBlocks(context: MemoContext, columns: readonly MemoColumn[]): MemoBlock[] {
  const { memo, words } = context;
  const text = words.financing;
  const cases = caseNames.map((name) => caseOf(memo.result, name));
  const paymentRows = paymentLines(context, cases);
  const debtRows = memo.assumptions.leverage.isOn ? debtLines(context, cases) : [];
  if (paymentRows.length + debtRows.length === 0) return [];
  const group = (title: string, rows: readonly MemoRow[]): MemoRow[] => (rows.length === 0 ? [] : [{ cells: [title], emphasis: "group" }, ...rows]);
  const { debtShare, warnAboveDebtShare, isOn } = memo.assumptions.leverage;
  return [
    captionBlock("financing-caption", memo.result.bidPriceFen === 0 ? text.headingAtNoBid : memo.isBidEntered ? text.heading : text.headingAtLimit),
    tableBlock("financing", columns, [...group(text.payment, paymentRows), ...group(text.debt, debtRows)]),
    ...(isOn ? [noteBlock("financing-note", text.note)] : []),
    ...(isOn && debtShare > warnAboveDebtShare
      ? [noteBlock("financing-warning", fill(text.aboveLimit, { share: formatRate(debtShare, 1), limit: formatStatedRate(warnAboveDebtShare) }))]
      : []),
  ];
}

const lineOf = (cases: readonly CaseResult[], label: string, show: (result: CaseResult) => string, emphasis?: MemoRow["emphasis"]): MemoRow => ({
  cells: [label, ...cases.map(show)],
  ...(emphasis ? { emphasis } : {}),
});

function paymentLines({ memo, words: { financing: text }, money }: MemoContext, cases: readonly CaseResult[]): MemoRow[] {
  const { payment, transition } = memo.assumptions;
  const isPaidAtClosing = payment.instalments.every(({ share, monthsAfterClosing }) => share === 0 || monthsAfterClosing === 0);
  const hasRights = payment.trustRights.priceShare > 0;
  const isPlain = transition.sellerShare === 0 && transition.collectedYuan === null && transition.reimbursedYuan === 0;
  if (isPaidAtClosing && !hasRights && isPlain) return [];
  const paid = (label: string, show: (values: PaymentValues) => number, emphasis?: MemoRow["emphasis"]) =>
    lineOf(cases, label, ({ atBidPrice }) => (atBidPrice.payment === null ? noValue : money(show(atBidPrice.payment))), emphasis);
  return [
    lineOf(cases, text.nominal, ({ atBidPrice }) => money(atBidPrice.priceFen)),
    ...(hasRights
      ? [
          paid(text.cash, ({ cashFen }) => cashFen, "part"),
          paid(text.rights, ({ rightsFen }) => rightsFen, "part"),
          paid(text.sellerValue, ({ sellerValueFen }) => sellerValueFen),
        ]
      : []),
    paid(text.atFunding, ({ atFundingFen }) => atFundingFen),
    paid(text.atHurdle, ({ atHurdleFen }) => atHurdleFen),
    lineOf(cases, text.handedOver, (result) => money(result.transition?.handedOverFen ?? null)),
    paid(text.netCashAtClosing, ({ netCashAtClosingFen }) => netCashAtClosingFen),
    lineOf(cases, text.peakCapital, ({ atBidPrice }) => money(atBidPrice.peakCapitalFen)),
  ];
}

function debtLines(context: MemoContext, cases: readonly CaseResult[]): MemoRow[] {
  const { memo, money } = context;
  const text = context.words.financing;
  const levered = (label: string, show: (measures: LeveredMeasures) => string, emphasis?: MemoRow["emphasis"]) =>
    lineOf(cases, label, ({ atBidPrice }) => (atBidPrice.levered === null ? noValue : show(atBidPrice.levered)), emphasis);
  return [
    levered(text.debtDrawn, ({ debtFen }) => money(debtFen)),
    levered(text.equity, ({ equityFen }) => money(equityFen)),
    levered(text.leveredIrr, ({ irr }) => irrLine(irr, context), "total"),
    levered(text.leveredMoic, ({ moic }) => formatMultiple(moic)),
    levered(text.interestCover, ({ interestCover }) => formatMultiple(interestCover)),
    levered(text.debtServiceCover, ({ debtServiceCover }) => formatMultiple(debtServiceCover)),
    levered(text.equityCalls, ({ equityCallMonths }) => formatNumber(equityCallMonths)),
    levered(text.maturityFromEquity, ({ maturityFromEquityFen }) => money(maturityFromEquityFen)),
    levered(text.peakEquity, ({ peakEquityFen }) => money(peakEquityFen)),
    lineOf(cases, fill(text.leveredPrice, { rate: formatRate(memo.assumptions.leverage.leveredHurdleRate) }), ({ leveredPrice }) =>
      leveredPrice?.priceFen == null ? text.noLeveredPrice : money(leveredPrice.priceFen),
    ),
  ];
}
