import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import { type CaseResult, recoveryRoutesOf } from "../../../shared/domain/pricing-results.ts";
import { judgedGroups, sourcedGroups, sourcedShare } from "../../../shared/domain/value-grounds.ts";
import { formatMultiple, formatNumber, formatPriceRatio, formatRate, formatStatedRate, noValue } from "../../../shared/format.ts";
import { captionBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { caseOf } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";
import { financingBlocks } from "./financing-section.tsx";

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

export function casesBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, codes, money, price } = context;
  const text = words.cases;
  const cases = caseNames.map((name) => caseOf(memo.result, name));
  const line = (label: string, show: (result: CaseResult) => string, emphasis?: MemoRow["emphasis"]): MemoRow => ({
    cells: [label, ...cases.map(show)],
    ...(emphasis ? { emphasis } : {}),
  });
  const hasSettlement = cases.some((result) => (result.transition?.changeFen ?? 0) !== 0);
  const hasOwn = cases.some((result) => result.ownRecoveryFen !== undefined);
  const sourced = sourcedGroups(memo.assumptions, memo.sources);
  const isDated = cases.some((result) => result.atBidPrice.xirr !== null);
  const payback = (months: number | null) => (months === null ? words.decision.notReached : formatNumber(months));
  const columns: MemoColumn[] = [{ label: text.measure, width: 40 }, ...caseNames.map((name) => ({ label: codes.caseName[name], width: 20, numeric: true }))];
  return [
    sectionBlock("cases-heading", text.heading),
    tableBlock("cases", columns, [
      line(text.hurdle, (result) => formatRate(result.hurdleRate)),
      line(text.grossRecovery, (result) => money(result.grossRecoveryFen)),
      line(text.collateralRecovery, (result) => money(result.collateralRecoveryFen), "part"),
      line(text.guarantorRecovery, (result) => money(result.guarantorRecoveryFen), "part"),
      line(text.cashRecovery, (result) => money(result.cashRecoveryFen), "part"),
      ...(hasOwn ? [line(text.ownRecovery, (result) => money(result.ownRecoveryFen ?? 0), "part")] : []),
      line(text.costs, (result) => money(result.costsFen)),
      ...(hasSettlement ? [line(text.settlement, (result) => money(result.transition?.changeFen ?? null))] : []),
      line(text.netCashFlow, (result) => money(result.netCashFlowFen)),
      ...(memo.result.cases.every(({ routes }) => routes.length > 0)
        ? [
            { cells: [text.routes], emphasis: "group" as const },
            ...recoveryRoutesOf(cases).map((route) =>
              line(text.route[route], ({ routes }) => formatRate(routes.find((one) => one.route === route)?.share ?? null), "part"),
            ),
            line(text.sourced, (result) => formatRate(sourcedShare(result, sourced)), "part"),
            line(text.judged, (result) => formatRate(restOf(sourcedShare(result, sourced))), "part"),
          ]
        : []),
      line(text.presentValue, (result) => money(result.presentValueFen)),
      line(text.maxBid, (result) => price(result.maxBidFen), "total"),
      line(text.maxBidToPrincipal, (result) => formatPriceRatio(result.atMaxBid.priceToPrincipal)),
      line(text.maxBidToClaim, (result) => formatPriceRatio(result.atMaxBid.priceToClaim)),
      {
        cells: [memo.result.bidPriceFen === 0 ? text.atNoBid : fill(memo.isBidEntered ? text.atBid : text.atLimit, { bid: money(memo.result.bidPriceFen) })],
        emphasis: "group",
      },
      line(text.irr, (result) => irrLine(result.atBidPrice.irr, context)),
      ...(isDated ? [line(text.xirr, ({ atBidPrice: { xirr } }) => (xirr === null ? noValue : irrLine(xirr, context)))] : []),
      line(text.moic, (result) => formatMultiple(result.atBidPrice.moic)),
      line(text.wal, (result) => formatNumber(result.atBidPrice.walYears, 2)),
      line(text.payback, (result) => payback(result.atBidPrice.paybackMonths)),
      line(text.discountedPayback, (result) => payback(result.atBidPrice.discountedPaybackMonths)),
      line(text.profit, (result) => money(result.atBidPrice.profitFen)),
      line(text.negativeMonths, (result) => formatNumber(result.negativeMonths)),
      ...beyondLines(cases, context),
    ]),
    ...groundsBlocks(context),
    ...financingBlocks(context, columns),
    ...shiftBlocks(context, columns),
  ];
}

const restOf = (share: number | null): number | null => (share === null ? null : 1 - share);

/** When a route counts as sourced, and which groups of assumptions have no source as yet; nothing where all have. */
function groundsBlocks({ memo, words }: MemoContext): MemoBlock[] {
  const groups = judgedGroups(caseOf(memo.result, "base"), sourcedGroups(memo.assumptions, memo.sources));
  if (groups.length === 0) return [];
  const names = groups.map((group) => words.assumptions[group]).join(words.assumptions.listJoin);
  return [noteBlock("cases-grounds", fill(words.cases.sourcedNote, { groups: names }))];
}

/** What the horizon leaves out; nothing for runs that did not look. */
function beyondLines(cases: readonly CaseResult[], { words: { cases: text }, money }: MemoContext): MemoRow[] {
  const beyond = cases.flatMap(({ beyondHorizon }) => (beyondHorizon === null ? [] : [beyondHorizon]));
  const [first] = beyond;
  if (first === undefined || beyond.length < cases.length) return [];
  return [
    { cells: [fill(text.beyondHorizon, { month: first.lastMonth }), ...beyond.map(({ receiptsFen }) => money(receiptsFen))] },
    { cells: [text.beyondBid, ...beyond.map(({ bidFen }) => money(bidFen))], emphasis: "part" },
  ];
}

function shiftBlocks({ memo, words }: MemoContext, columns: readonly MemoColumn[]): MemoBlock[] {
  const text = words.cases;
  const line = (label: string, shift: keyof CaseShifts, show: (value: number) => string): MemoRow => ({
    cells: [label, ...caseNames.map((name) => (memo.cases[name][shift] === 0 ? noValue : signed(memo.cases[name][shift], show(memo.cases[name][shift]))))],
  });
  return [
    captionBlock("shifts-caption", text.shiftsHeading),
    tableBlock(
      "shifts",
      [{ label: text.shift, width: 40 }, ...columns.slice(1)],
      [
        line(text.collateralValue, "collateralValueShift", formatStatedRate),
        line(text.clearingProbability, "clearingProbabilityShift", formatStatedRate),
        line(text.delayMonths, "delayMonthsShift", (value) => formatNumber(value)),
        line(text.cashRecoveryShift, "cashRecoveryShift", formatStatedRate),
        line(text.costsShift, "costsShift", formatStatedRate),
        line(text.hurdleShift, "hurdleRateShift", (value) => formatNumber(value * 100, 2)),
      ],
    ),
  ];
}
