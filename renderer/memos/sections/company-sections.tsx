import { effectFacts } from "../../../shared/company-effect-facts.ts";
import { formatNumber, formatRate, formatStatedRate, noValue } from "../../../shared/format.ts";
import { factsBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";

/** What the deal does to the company at its price, and the announcement's sentence. */
export function companyEffectBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money, companyWords } = context;
  const { company, effect: text, companyMemo } = companyWords;
  const heading = sectionBlock("company-heading", companyMemo.effectHeading);
  const { company: effect } = memo;
  if (effect === null) return [heading, noteBlock("company-none", companyMemo.none)];
  const unknown = companyMemo.cannotTell;
  const facts = effectFacts(effect);
  const rate = (value: number | null) => (value === null ? unknown : formatStatedRate(value));
  const share = (value: number | null) => (value === null ? unknown : formatRate(value));
  const ratio = (value: number) => formatNumber(value, 4);
  type Extreme = typeof facts.minCash.before;
  const at = (extreme: Extreme, write: (value: number) => string) =>
    extreme === null ? unknown : fill(text.inQuarter, { value: write(extreme.value), quarter: extreme.quarterEnd });
  const change = ({ before, after }: { readonly before: Extreme; readonly after: Extreme }, write: (value: number) => string) =>
    before === null && after === null ? unknown : fill(text.change, { before: at(before, write), after: at(after, write) });
  const unit = words.units[memo.moneyUnit];
  const irr = irrLine(effect.irr, context);
  const withUnit = (fen: number) => `${money(fen)} ${unit}`;
  const largest = effect.capacity?.largestFen ?? null;
  const marks = [
    ...(effect.isSample ? [text.sampleMark] : []),
    ...(effect.quarterEnd === null || effect.isConfirmed ? [] : [fill(text.notConfirmedMark, { quarter: effect.quarterEnd })]),
    ...(effect.gaps.length === 0 ? [] : [fill(companyMemo.gaps, { names: effect.gaps.map((gap) => company.gap[gap]).join("; ") })]),
  ];
  const sentence = fill(text.sentence, {
    quarter: effect.quarterEnd ?? unknown,
    price: withUnit(effect.priceFen),
    ofAssets: share(facts.ofAssets),
    ofNet: share(facts.ofNet),
    cash: facts.minCash.after === null ? unknown : withUnit(facts.minCash.after.value),
    leverage: facts.maxLeverage.after === null ? unknown : ratio(facts.maxLeverage.after.value),
    irr,
    marginal: rate(effect.marginalCost),
  });
  return [
    heading,
    factsBlock("company-facts", [
      [company.companyName, effect.companyName || noValue],
      [text.price, withUnit(effect.priceFen)],
      [text.largest, largest === null ? unknown : money(largest)],
      [text.minCash, change(facts.minCash, money)],
      [text.leverage, change(facts.maxLeverage, ratio)],
      [text.room, change(facts.minRoom, money)],
      [text.irr, irr],
      [text.average, rate(effect.averageCost)],
      [text.marginal, rate(effect.marginalCost)],
      [text.spread, share(effect.spread)],
      [fill(text.capitalDays, { unit }), money(Math.round(effect.capitalFenDays))],
      [text.shareOfYear, share(effect.shareOfYear)],
      [text.ofAssets, share(facts.ofAssets)],
      [text.ofNet, share(facts.ofNet)],
    ]),
    noteBlock("company-sentence", sentence),
    ...marks.map((mark, index) => noteBlock(`company-mark-${index}`, mark)),
  ];
}

/** Every rule of the day with its verdict, the room at the price and the largest price; what cannot be told says so. */
export function complianceBlocks({ memo, companyWords, money }: MemoContext): MemoBlock[] {
  const { compliance: text, companyMemo } = companyWords;
  const heading = sectionBlock("compliance-heading", companyMemo.complianceHeading);
  const { compliance: headroom } = memo;
  if (headroom === null) return [heading, noteBlock("compliance-none", companyMemo.noneCompliance)];
  const textOf = (code: string) => {
    const rule = headroom.rules.find((one) => one.code === code);
    return (memo.language === "zh" ? rule?.textZh : rule?.textEn) ?? code;
  };
  const largestOf = ({ isBrokenAnyway, largestFen, leastFen, headroomFen }: (typeof headroom.verdicts)[number]) => {
    if (isBrokenAnyway) return text.none;
    // A rule that a purchase helps: no price is too large, but one may be too small.
    if (largestFen === null && leastFen !== null) return fill(text.least, { amount: money(leastFen) });
    return largestFen === null ? (headroomFen === null ? noValue : text.any) : money(largestFen);
  };
  return [
    heading,
    tableBlock(
      "compliance",
      [
        { label: text.rule, width: 48 },
        { label: text.verdictHead, width: 14 },
        { label: text.headroom, width: 19, numeric: true },
        { label: text.largest, width: 19, numeric: true },
      ],
      headroom.verdicts.map((verdict) => ({
        cells: [textOf(verdict.code), text.verdict[verdict.verdict], money(verdict.headroomFen), largestOf(verdict)],
      })),
    ),
    noteBlock("compliance-pack", fill(companyMemo.packLine, { hash: headroom.packHash, day: headroom.judgedOn })),
  ];
}
