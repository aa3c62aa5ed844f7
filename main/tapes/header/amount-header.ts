import { narrowText } from "../words/visible-text.ts";
import { headerKey } from "./header-key.ts";

/** What an amount column holds of its field. */
export interface AmountMeaning {
  readonly field: "principal" | "interest" | "fees";
  /** `whole` the field's sum, `plain` the word alone, which may be the sum or one part, `part` one part, `ofWhich` a part of another column. */
  readonly extent: "whole" | "plain" | "part" | "ofWhich";
  /** Division that a part belongs to: on and off the balance sheet, or by kind of interest. */
  readonly division: "book" | "kind" | null;
  /** What is still owed is told before what was once lent. */
  readonly isBalance: boolean;
  /** Says "principal" and not only what was lent of. */
  readonly isNamed: boolean;
  /** In yuan where the loan is in another currency, told before the same in its own. */
  readonly isConverted: boolean;
}

const outstanding = /余额|剩余|未偿|未还|未付|尚欠|拖欠|欠付|结欠|尚余|balance|outstanding|unpaid|upb|current/;
const sum = /合计|总额|总计|总和|小计|汇总|total|sum|aggregate/;
const ofWhich = /^(其中|内含|含|包含|of ?which|including|thereof)/;
const converted = /折(合)?(人民币|rmb|cny)|本位币/;

/** The sum that an amount's header speaks of, beyond the words of the dictionary; null for other headers. */
export function readAmountHeader(header: string): AmountMeaning | null {
  const text = narrowText(header).toLowerCase();
  const key = headerKey(header);
  const meaning = interestMeaning(key, text) ?? feesMeaning(key) ?? principalMeaning(key);
  if (meaning === null) return null;
  return {
    ...meaning,
    extent: ofWhich.test(key) ? "ofWhich" : meaning.extent,
    isBalance: outstanding.test(key),
    isNamed: /本金|principal|upb/.test(key),
    isConverted: converted.test(text),
  };
}

type Meaning = Pick<AmountMeaning, "field" | "extent" | "division">;

/** Words around the kind of interest that don't change it. */
const interestFrame =
  /其中|内含|包含|截至|截止|基准日|转让日|累计|应收未收|应收|未收|应付|应计|催收|拖欠|欠付|欠缴|尚欠|结欠|未偿还|未偿|未付|未结|贷款|借款|债权|合同期内|期内|余额|金额|合计|总额|总计|总和|小计|汇总|数额|部分|total|sum|accrued|outstanding|unpaid|balances?|amounts?|due|of|and/g;

function interestMeaning(key: string, text: string): Meaning | null {
  const book = bookOf(text);
  const kinds = kindsOf(key.replaceAll(interestFrame, "").replaceAll(/表内外|表内|表外|onbook|offbook|onbalance(sheet)?|offbalance(sheet)?/g, ""));
  if (kinds === null) return null;
  const inner = /[([【]([^)\]】]*)[)\]】]/.exec(text)?.[1] ?? "";
  const isWhole = kinds.size > 1 || sum.test(key) || book === "both" || /含.*(罚息|复利|复息)/.test(inner);
  if (isWhole && book !== "one") return { field: "interest", extent: "whole", division: null };
  if (book === "one") return { field: "interest", extent: "part", division: "book" };
  const isPlain = kinds.has("plain");
  return { field: "interest", extent: isPlain ? "plain" : "part", division: isPlain ? null : "kind" };
}

function bookOf(text: string): "one" | "both" | null {
  if (/表内外|表内(和|及|、|\+)表外/.test(text)) return "both";
  return /表内|表外|on[- ]?(book|balance)|off[- ]?(book|balance)/.test(text) ? "one" : null;
}

const interestKinds: readonly (readonly [RegExp, string])[] = [
  [/^(利罚复息?|利息?罚息?复[利息]?|利罚息)/, "plain+penalty"],
  [/^(正常利息|正常息|逾期利息|期间利息|一般利息|normalinterest|ordinaryinterest|contractualinterest)/, "normal"],
  [/^(本金罚息|逾期罚息|挪用罚息|罚息|罚利|penaltyinterest|defaultinterest|latefees?|overdueinterest|penalty)/, "penalty"],
  [/^(利息复利|罚息复利|欠息复利|复利|复息|compoundinterest|compound)/, "compound"],
  [/^(迟延履行期间的?(债务|加倍)?利息|迟延履行利息|迟延履行金|加倍(债务)?利息)/, "delay"],
  [/^(利息|欠息|孳息|息|interest)/, "plain"],
  [/^[及和与或、+/&]/, ""],
];

/** The kinds of interest that a key names, without anything else in it; null for other keys. */
function kindsOf(key: string): ReadonlySet<string> | null {
  const kinds = new Set<string>();
  let rest = key;
  while (rest !== "") {
    const [match, kind] = interestKinds.map(([pattern, name]) => [pattern.exec(rest)?.[0], name] as const).find(([found]) => found !== undefined) ?? [];
    if (match === undefined || kind === undefined) return null;
    for (const name of kind.split("+")) if (name !== "") kinds.add(name);
    rest = rest.slice(match.length);
  }
  return kinds.size === 0 ? null : kinds;
}

const feeFrame = /其中|内含|包含|截至|截止|基准日|已|代垫|垫付|垫支|代付|预付|预缴|应收|未收|尚欠|金额|余额|数额|合计|总额|总计|小计|total|sum|amounts?/g;
const feePart =
  /^(诉讼费用?|案件受理费|受理费|律师费|律师代理费|代理费|保全费|财产保全费|诉讼保全费|保全保险费|评估费|鉴定费|公告费|执行费|申请执行费|拍卖费|差旅费|保管费|过户费|保险费|公证费|仲裁费|送达费|违约金|滞纳金|手续费|服务费|其他|其他费用|otherfees|otherbalances?|other(costs)?|legalfees?|courtfees?)$/;
const feePlain = /^(费用?|款项?|fees|costs|advancedcosts|advances|expenses)$/;

function feesMeaning(key: string): Meaning | null {
  const kernel = key.replaceAll(feeFrame, "");
  const isSum = sum.test(key);
  if (feePart.test(kernel)) return { field: "fees", extent: isSum && !/^其他|^other/.test(kernel) ? "whole" : "part", division: "kind" };
  if (!feePlain.test(kernel) || !/费|垫|fees|costs|advance|expense/.test(key)) return null;
  return { field: "fees", extent: isSum ? "whole" : "plain", division: null };
}

const principalKey =
  /^(截至|截止|基准日|转让日)*(贷款|借款|债权|未偿还?|剩余|尚欠|拖欠|结欠|逾期|到期|未到期|正常|原币|人民币|折人民币|折合人民币)*(本金|贷款余额|借款余额|授信余额|债权余额)(余额|金额|合计|数额)?$|^(currentprincipal|principal|principalbalance|outstandingprincipal|outstandingbalance|unpaidprincipal|upb|currentbalance|loanbalance|principaloutstanding)$/;

function principalMeaning(key: string): Meaning | null {
  if (!principalKey.test(key)) return null;
  // What is due already and what isn't yet make up the balance together.
  return { field: "principal", extent: /逾期本金|未到期本金|到期本金|正常本金/.test(key) ? "part" : "plain", division: null };
}
