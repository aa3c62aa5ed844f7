/** Words around the kind of interest that don't change it. */
const frame =
  /其中|内含|包含|截至|截止|基准日(?!后)|转让日(?!后)|累计|应收未收|应收|未收|应付|应计|催收|拖欠|欠付|欠缴|尚欠|结欠|未偿还|未偿|未付|未结|未归还|挂账|账面|判决|法院|确认|认定|贷款|借款|债权|合同期内|期内|原币|折人民币|折合人民币|人民币|余额|金额|合计|总额|总计|总和|小计|汇总|数额|部分|欠(?=利息|罚息|复利|复息)/g;
const books = /表内外|表内|表外/g;
const latinBooks = /\b(on|off)[- ]?(book|balance)([- ]?sheet)?\b/g;
const latinFrame = /\b(accrued|outstanding|unpaid|balances?|amounts?|due|total|sum|of|and|the|in|rmb|cny|yuan)\b/g;

const kindWords: readonly (readonly [RegExp, string])[] = [
  [/^(利罚复息?|利息?罚息?复[利息]?)/, "plain+penalty+compound"],
  [/^利罚息/, "plain+penalty"],
  [/^(逾期利息|overdueinterest|pastdueinterest)/, "overdue"],
  [/^(正常利息|正常息|期间利息|一般利息|normalinterest|ordinaryinterest|contractualinterest|regularinterest)/, "normal"],
  [/^(本金罚息|逾期罚息|挪用罚息|罚息|罚利|penaltyinterest|defaultinterest|latefees?|penalty)/, "penalty"],
  [/^(利息复利|罚息复利|欠息复利|复利|复息|compoundinterest|compoundedinterest|compound)/, "compound"],
  [/^(迟延履行期间的?(债务|加倍)?利息|迟延履行利息|迟延履行金|加倍(债务)?利息|迟延履行期间加倍(债务)?利息)/, "delay"],
  [/^(利息|欠息|孳息|息|interest)/, "plain"],
  [/^[及和与或、+/&]/, ""],
];

/** The kinds of interest that a header names, without anything else in it; null for other headers. */
export function interestKindsOf(text: string, key: string): ReadonlySet<string> | null {
  // Latin words are dropped whole, so that "overdue" keeps its "due".
  const isLatin = /^[a-z]+$/.test(key);
  const words = text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, " ").replaceAll("_", " ");
  let rest = isLatin
    ? words
        .replaceAll(latinBooks, "")
        .replaceAll(latinFrame, "")
        .replaceAll(/[^a-z]/g, "")
    : key.replaceAll(books, "").replaceAll(frame, "");
  const kinds = new Set<string>();
  while (rest !== "") {
    const [match, kind] = kindWords.map(([pattern, name]) => [pattern.exec(rest)?.[0], name] as const).find(([found]) => found !== undefined) ?? [];
    if (match === undefined || kind === undefined) return null;
    for (const name of kind.split("+")) if (name !== "") kinds.add(name);
    rest = rest.slice(match.length);
  }
  return kinds.size === 0 ? null : kinds;
}
