import { staleAfterMonths } from "../../../shared/domain/stale-source.ts";
import { formatNumber, formatRate } from "../../../shared/format.ts";
import { flowBlock, type MemoBlock, noteBlock, sectionBlock } from "../blocks/memo-blocks.tsx";
import { caseOf } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";
import { countSources, weightiestFill } from "./rests-section.tsx";
import { chanceText, shiftLine } from "./sensitivity-section.tsx";

/** Debtors whose share is named. */
const concentrated = 5;
const topShare = 0.25;
/** A filled value is a risk where so much of the bid hangs on it. */
const leastFilled = 0.05;

function valueRisks({ memo, words, price, money }: MemoContext): string[] {
  const { risks: text, sensitivity } = words.value;
  const { debtors, analyses, isBidEntered, result } = memo;
  const lines: string[] = [];
  const top = debtors?.largest.slice(0, concentrated) ?? [];
  const share = debtors !== null && debtors.total.baseFen > 0 ? top.reduce((sum, { base }) => sum + base.presentValueFen, 0) / debtors.total.baseFen : 0;
  if (share >= topShare) lines.push(fill(text.concentration, { n: top.length, share: formatRate(share) }));
  const widest = analyses?.tornado.bars[0];
  if (widest !== undefined) {
    const { driver, low, high } = widest;
    const ends = { low: shiftLine(driver, low.shift), high: shiftLine(driver, high.shift) };
    lines.push(fill(text.driver, { driver: sensitivity.drivers[driver], ...ends, from: price(low.cell.maxBidFen), to: price(high.cell.maxBidFen) }));
  }
  const miss = analyses?.simulation?.distribution.missProbability;
  if (miss !== undefined) lines.push(fill(text.miss, { share: chanceText(miss) }));
  const low = caseOf(result, "low");
  if (isBidEntered && result.bidPriceFen > low.maxBidFen) lines.push(fill(text.aboveLow, { amount: money(result.bidPriceFen - low.maxBidFen) }));
  return lines;
}

function dataRisks(context: MemoContext): string[] {
  const { memo, words, codes, money } = context;
  const text = words.value.risks;
  const { result, quality } = memo;
  const lines: string[] = [];
  const low = caseOf(result, "low");
  if (result.bidPriceFen > 0 && low.atBidPrice.profitFen < 0)
    lines.push(fill(text.lowLoss, { profit: money(low.atBidPrice.profitFen), irr: irrLine(low.atBidPrice.irr, context) }));
  const filled = weightiestFill(memo);
  const filledShare = filled === null || result.bidPriceFen === 0 ? 0 : filled.allocatedFen / result.bidPriceFen;
  if (filled !== null && filledShare >= leastFilled) lines.push(fill(text.fills, { rule: codes.fillRule[filled.rule], share: formatRate(filledShare) }));
  for (const { check, loans, claimFen } of result.validity)
    lines.push(fill(text.validity, { check: words.quality[check], loans: formatNumber(loans), claim: money(claimFen) }));
  const { stale, judged } = countSources(memo);
  if (stale > 0) lines.push(fill(text.stale, { n: stale, months: staleAfterMonths }));
  if (judged > 0) lines.push(fill(text.judged, { n: judged }));
  const { negativeMonths } = caseOf(result, "base");
  if (negativeMonths > 0) lines.push(fill(text.negative, { n: negativeMonths }));
  if (quality !== null && quality.open > 0) lines.push(fill(text.exceptions, { n: formatNumber(quality.open) }));
  return lines;
}

/** What the figures themselves point out; the desk's own words on risk stand beside it. */
export function riskBlocks(context: MemoContext): MemoBlock[] {
  const text = context.words.value.risks;
  const lines = [...valueRisks(context), ...dataRisks(context)];
  return [
    sectionBlock("risks-heading", text.heading),
    flowBlock(
      "risks",
      <div className="memo-limits">
        {lines.length === 0 ? <p>{text.none}</p> : null}
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>,
    ),
    noteBlock("risks-note", text.note),
  ];
}
