import { formatDate, formatMultiple, formatNumber, formatRate, noValue } from "../../../shared/format.ts";
import { flowBlock, type MemoBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";

export function titleBlocks({ memo, words }: MemoContext): MemoBlock[] {
  return [
    flowBlock(
      "title",
      <header className="memo-title">
        <p className="memo-confidential">{words.confidential}</p>
        <h1>{words.title}</h1>
        <p className="memo-deal">{memo.deal.name}</p>
        <p className="memo-subtitle">
          <span>{fill(words.runLine, { name: memo.run.name, date: formatDate(memo.run.createdAt) })}</span>
          <span>{fill(words.printedAt, { date: formatDate(memo.printedAt) })}</span>
          <span>{fill(words.unitLine, { unit: words.units[memo.moneyUnit] })}</span>
        </p>
      </header>,
    ),
  ];
}

/** One sentence for each market average of the deal's own kind. */
function marketLines({ memo, words, codes }: MemoContext): string[] {
  const { atBidPrice } = baseCase(memo.result);
  const lines = memo.market.averages
    .filter((average) => average.dealKind === memo.deal.kind)
    .map((average) =>
      fill(words.decision.marketPosition, {
        period: average.period,
        kind: wordOf(codes.dealKind, average.dealKind, words.notStated),
        bound: average.isUpperBound ? words.bound.upper : words.bound.value,
        ratio: formatRate(average.ratio, 1),
        base: wordOf(words.base, average.base, words.notStated),
        bid: formatRate(atBidPrice.priceToPrincipal),
      }),
    );
  return lines.length === 0 ? [words.decision.marketNone] : lines;
}

export function decisionBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const base = baseCase(memo.result);
  const at = base.atBidPrice;
  const measures: readonly (readonly [string, string])[] = [
    [words.decision.priceToPrincipal, formatRate(at.priceToPrincipal)],
    [words.decision.priceToClaim, formatRate(at.priceToClaim)],
    [words.decision.hurdle, formatRate(base.hurdleRate)],
    [words.decision.irr, irrLine(at.irr, context)],
    [words.decision.moic, formatMultiple(at.moic)],
    [words.decision.wal, at.walYears === null ? noValue : fill(words.decision.walYears, { years: formatNumber(at.walYears, 2) })],
    [words.decision.payback, at.paybackMonths === null ? words.decision.notReached : fill(words.decision.months, { months: at.paybackMonths })],
    [words.cases.profit, context.money(at.profitFen)],
  ];
  return [
    flowBlock(
      "decision",
      <section className="memo-decision">
        <div className="memo-bid">
          <h2>{words.decision.bid}</h2>
          <p className="memo-bid-price">
            {context.money(memo.result.bidPriceFen)} <span>{words.units[memo.moneyUnit]}</span>
          </p>
          <p className="memo-bid-note">{fill(words.decision.bidNote, { maxBid: context.money(base.maxBidFen) })}</p>
        </div>
        <dl className="memo-measures">
          {measures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="memo-decision-notes">
          {at.irr.kind === "none" && <p>{words.decision.irrNoneNote}</p>}
          <p>{words.decision.definition}</p>
          {marketLines(context).map((line) => (
            <p key={line}>
              <strong>{words.decision.market}</strong> {line}
            </p>
          ))}
        </div>
      </section>,
    ),
  ];
}
