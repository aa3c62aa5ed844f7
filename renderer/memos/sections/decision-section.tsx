import { noPriceCause } from "../../../shared/domain/bid-remarks.ts";
import { bidDoubt } from "../../../shared/domain/unusual-inputs.ts";
import { formatDate, formatMultiple, formatNumber, formatPriceRatio, formatRate, noValue } from "../../../shared/format.ts";
import { flowBlock, type MemoBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";
import { QrCode } from "../blocks/QrCode.tsx";
import { unconfirmedLine } from "./exceptions-section.tsx";

export function titleBlocks({ memo, words }: MemoContext): MemoBlock[] {
  return [
    flowBlock(
      "title",
      <header className="memo-title">
        <QrCode text={memo.run.runHash} label={words.form.print.qr} />
        {memo.form.isConfidential ? <p className="memo-confidential">{words.confidential}</p> : null}
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
  const isPriced = memo.result.bidPriceFen > 0;
  const lines = memo.market.averages
    .filter((average) => average.dealKind === memo.deal.kind && average.base === "principal")
    .map((average) =>
      fill(isPriced ? words.decision.marketPosition : words.decision.marketOnly, {
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

/** A bid is recommended where the desk entered one; the highest bid is a limit, and says so. */
function Bid({ context: { memo, words, money, price } }: { readonly context: MemoContext }) {
  const { bidPriceFen, totals } = memo.result;
  const doubt = bidDoubt(bidPriceFen, totals);
  const { maxBidFen } = baseCase(memo.result);
  return (
    <>
      <h2>{memo.isBidEntered ? words.decision.bid : words.decision.limit}</h2>
      <p className="memo-bid-price">
        {money(bidPriceFen)} <span>{words.units[memo.moneyUnit]}</span>
      </p>
      <p className="memo-bid-note">{memo.isBidEntered ? fill(words.decision.bidNote, { maxBid: price(maxBidFen) }) : words.decision.limitNote}</p>
      {doubt === null ? null : <p className="memo-bid-note">{words.decision[doubt]}</p>}
    </>
  );
}

/** Where the base case leaves no price, none is recommended. */
function NoBid({ context: { memo, words, bidRemark } }: { readonly context: MemoContext }) {
  const cause = noPriceCause(baseCase(memo.result));
  return (
    <>
      <h2>{words.decision.noBid}</h2>
      <p className="memo-bid-price">{bidRemark.none}</p>
      {cause === null ? null : <p className="memo-bid-note">{bidRemark.cause[cause]}</p>}
    </>
  );
}

export function decisionBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const base = baseCase(memo.result);
  const at = base.atBidPrice;
  const unconfirmed = unconfirmedLine(context);
  const measures: readonly (readonly [string, string])[] = [
    [words.decision.priceToPrincipal, formatPriceRatio(at.priceToPrincipal)],
    [words.decision.priceToClaim, formatPriceRatio(at.priceToClaim)],
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
        <div className="memo-bid">{memo.result.bidPriceFen === 0 ? <NoBid context={context} /> : <Bid context={context} />}</div>
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
          <p>{words.decision.ratesNote}</p>
          {unconfirmed === null ? null : <p>{unconfirmed}</p>}
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
