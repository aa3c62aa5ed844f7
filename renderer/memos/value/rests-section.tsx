import { amountInWords } from "../../../shared/chinese-amount.ts";
import { assumptionGroups } from "../../../shared/domain/assumptions.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import { recoveryRoutesOf } from "../../../shared/domain/pricing-results.ts";
import { areOfFile } from "../../../shared/domain/source-evidence.ts";
import { isStale, staleAfterMonths } from "../../../shared/domain/stale-source.ts";
import { formatNumber, formatRate } from "../../../shared/format.ts";
import { captionBlock, factsBlock, type MemoBlock } from "../blocks/memo-blocks.tsx";
import { baseCase, caseOf } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** How many groups of assumptions rest on what. */
export function countSources({ sources, assumptions, run }: Pick<MemoContext["memo"], "sources" | "assumptions" | "run">) {
  const kinds = assumptionGroups.map((group) => {
    const { evidence, sourced, asOf } = sources[group];
    const isOwn = areOfFile(evidence, assumptions[group]);
    return { isOwn, isSourced: sourced && !isOwn, isStale: isStale(asOf, run.createdAt) };
  });
  const count = (is: (one: (typeof kinds)[number]) => boolean) => kinds.filter(is).length;
  return {
    all: kinds.length,
    own: count(({ isOwn }) => isOwn),
    sourced: count(({ isSourced }) => isSourced),
    judged: count(({ isOwn, isSourced }) => !isOwn && !isSourced),
    stale: count((one) => one.isStale),
  };
}

/** The filled value that most of the bid hangs on; null where nothing is filled. */
export const weightiestFill = ({ result }: MemoContext["memo"]) => result.fills.toSorted((one, other) => other.allocatedFen - one.allocatedFen)[0] ?? null;

const shareOf = (part: number, whole: number) => formatRate(whole === 0 ? null : part / whole);

function fillsText({ memo, words: { value }, codes, money }: MemoContext): string {
  const weightiest = weightiestFill(memo);
  if (weightiest === null) return value.rests.fillsNone;
  return fill(value.rests.fillsValue, {
    rules: formatNumber(memo.result.fills.length),
    rule: codes.fillRule[weightiest.rule],
    amount: money(weightiest.allocatedFen),
    share: shareOf(weightiest.allocatedFen, memo.result.bidPriceFen),
  });
}

function ownText({ memo: { debtors, result }, words: { value, notStated } }: MemoContext): string {
  if (debtors === null) return notStated;
  const { inBase, allocatedFen } = debtors.own;
  return inBase === 0
    ? value.rests.ownWorkNone
    : fill(value.rests.ownWorkValue, { debtors: formatNumber(inBase), share: shareOf(allocatedFen, result.bidPriceFen) });
}

function routesText({ memo, words }: MemoContext): string {
  const base = baseCase(memo.result);
  const shares = recoveryRoutesOf([base]).flatMap((route) => {
    const share = base.routes.find((one) => one.route === route)?.share ?? 0;
    return share === 0 ? [] : [`${words.cases.route[route]} ${formatRate(share)}`];
  });
  return shares.length === 0 ? words.none : shares.join(words.assumptions.listJoin);
}

/** The bid as it stands to the range and the limit, and what the value rests on. */
export function restsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, price, money } = context;
  const text = words.value.rests;
  const { maxBidFen } = baseCase(memo.result);
  const unit = words.units[memo.moneyUnit];
  const simulated = memo.analyses?.simulation?.distribution ?? null;
  const limit = memo.approval?.isApproved === true ? memo.approval.paper.limitFen : null;
  const recommended = `${money(memo.result.bidPriceFen)} ${unit}`;
  return [
    captionBlock("rests-caption", text.heading),
    factsBlock("rests", [
      [
        text.recommended,
        memo.isBidEntered ? `${recommended} (${fill(text.ofLimit, { share: shareOf(memo.result.bidPriceFen, maxBidFen) })})` : text.notEntered,
      ],
      [text.limit, price(maxBidFen)],
      [text.range, caseNames.map((name) => price(caseOf(memo.result, name).maxBidFen)).join(" – ")],
      [text.approvedLimit, limit === null ? text.notApproved : money(limit)],
      [
        simulated === null ? words.value.simulation.heading : fill(text.confidence, { share: formatRate(simulated.confidence, 0) }),
        simulated === null ? text.notSimulated : price(simulated.bidAtConfidenceFen),
      ],
      [text.routes, routesText(context)],
      [text.sources, fill(text.sourcesValue, { ...countSources(memo), months: staleAfterMonths })],
      [text.fills, fillsText(context)],
      [text.ownWork, ownText(context)],
      ...(memo.language === "zh" && memo.isBidEntered ? ([[text.capital, amountInWords(memo.result.bidPriceFen)]] as const) : []),
    ]),
  ];
}
