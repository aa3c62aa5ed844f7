import { narrowText } from "../words/visible-text.ts";
import { headerKey } from "./header-key.ts";
import { interestKindsOf } from "./interest-kinds.ts";

/** What an amount column holds of its field. */
export interface AmountMeaning {
  readonly field: "principal" | "interest" | "fees";
  /**
   * `whole` the field's sum, `plain` the word alone, which may be the sum or one part, `part` one part, `ofWhich` a part of
   * another column, `unknown` something of the field that the words don't tell, `other` an amount that is not what is owed now.
   */
  readonly extent: "whole" | "plain" | "part" | "ofWhich" | "unknown" | "other";
  /** Kinds of interest that it takes in. */
  readonly kinds: ReadonlySet<string>;
  /** Division that a part belongs to: on and off the balance sheet, or by kind. */
  readonly division: "book" | "kind" | null;
  /** What is still owed is told before what was once lent. */
  readonly isBalance: boolean;
  /** Says "principal" and not only what was lent of. */
  readonly isNamed: boolean;
  /** In yuan where the loan is in another currency, told before the same in its own. */
  readonly isConverted: boolean;
}

const outstanding = /余额|剩余|未偿|未还|未归还|未付|尚欠|拖欠|欠付|结欠|尚余|^欠(?!息)|balance|outstanding|unpaid|upb|current/;
const sum = /合计|总额|总计|总和|小计|汇总|total|sum|aggregate/;
const ofWhich = /^(其中|内含|含|包含|of ?which|including|thereof)/;
const converted = /折(合|算)?(为|成)?(人民币|rmb|cny)|本位币|等值人民币/;
/** What a header near an amount's speaks of when it isn't one: rates, days, ways. */
const noAmount =
  /率|日期|日$|年限|天数|期数|期限|次数|笔数|户数|起算|起息|结息|方式|方法|公式|周期|标准|依据|说明|备注|情况|状态|类型|类别|条款|账号|编号|占比|比例|code|date|rate|days|type|method|basis|note|number|ratio|share/;
/** What was paid or given up is owed no more. */
const settled =
  /(?<!未)(已|累计)?(收回|归还|偿还|还款|支付|核销|减免|免除|豁免)|已(收|还|付|偿|免)|repaid|(?<!un)paid|received|waived|collected|recovered|writtenoff/;
/** What was once lent, secured or owed at an earlier day. */
const formerly =
  /初始|原始|^原(?!币)|发放|放款|授信|审批|批复|核准|投放|出账|担保|抵押|质押|保证|original|initial|granted|disbursed|approved|guaranteed|secured/;
const earlier = /年初|期初|月初|上期|上年|上月|opening|previous/;

/** Whether a header that holds an amount's word speaks of something else. */
export function isNoAmount(key: string): boolean {
  return noAmount.test(key);
}

/** The sum that an amount's header speaks of, beyond the words of the dictionary; null for other headers. */
export function readAmountHeader(header: string): AmountMeaning | null {
  const text = narrowText(header).toLowerCase();
  const key = headerKey(header);
  const meaning = interestMeaning(key, text) ?? feesMeaning(key) ?? principalMeaning(key);
  if (meaning === null) return null;
  return {
    kinds: noKinds,
    ...meaning,
    extent: ofWhich.test(key) ? "ofWhich" : meaning.extent,
    isBalance: outstanding.test(key),
    isNamed: /本金|principal|upb/.test(key),
    isConverted: converted.test(text),
  };
}

type Meaning = Pick<AmountMeaning, "field" | "extent" | "division"> & Partial<Pick<AmountMeaning, "kinds">>;

const noKinds: ReadonlySet<string> = new Set();

function interestMeaning(key: string, text: string): Meaning | null {
  if (!/息|复利|罚利|迟延|interest|penalty|latefee|compound/.test(key) || noAmount.test(key)) return null;
  const book = bookOf(text);
  const kinds = interestKindsOf(text, key);
  if (kinds === null) {
    const isOfInterest = /利息|欠息|罚息|复利|复息|interest/.test(key) && !/本息|本利|principal/.test(key);
    return isOfInterest ? { field: "interest", extent: settled.test(key) ? "other" : "unknown", division: null } : null;
  }
  const inner = /[([【]([^)\]】]*)[)\]】]/.exec(text)?.[1] ?? "";
  const isAll = ["plain", "penalty", "compound"].every((kind) => kinds.has(kind));
  const isWhole = isAll || sum.test(key) || book === "both" || /含.*(罚息|复利|复息)/.test(inner);
  if (isWhole && book !== "one") return { field: "interest", extent: "whole", division: null, kinds };
  if (book === "one") return { field: "interest", extent: "part", division: "book", kinds };
  const isPlain = kinds.has("plain");
  return { field: "interest", extent: isPlain ? "plain" : "part", division: isPlain ? null : "kind", kinds };
}

function bookOf(text: string): "one" | "both" | null {
  if (/表内外|表内(和|及|、|\+)表外/.test(text)) return "both";
  return /表内|表外|on[- ]?(book|balance)|off[- ]?(book|balance)/.test(text) ? "one" : null;
}

const feeFrame = /其中|内含|包含|截至|截止|基准日|已|代垫|垫付|垫支|代付|预付|预缴|应收|未收|尚欠|金额|余额|数额|合计|总额|总计|小计|total|sum|amounts?/g;
const feePart =
  /^(诉讼费用?|案件受理费|受理费|律师费|律师代理费|代理费|保全费|财产保全费|诉讼保全费|保全保险费|评估费|鉴定费|公告费|执行费|申请执行费|拍卖费|差旅费|保管费|过户费|保险费|公证费|仲裁费|送达费|其他|其他费用|otherfees|otherbalances?|other(costs)?|legalfees?|courtfees?)$/;
/** What a debtor owes for being late is no cost that someone advanced. */
const feePenalty = /^(违约金|滞纳金|手续费|服务费)$/;
const feePlain = /^(费用?|款项?|fees|costs|advancedcosts|advances|expenses)$/;

function feesMeaning(key: string): Meaning | null {
  const kernel = key.replaceAll(feeFrame, "");
  const isSum = sum.test(key);
  if (feePenalty.test(kernel)) return { field: "fees", extent: isSum ? "whole" : "part", division: "kind", kinds: new Set(["penalty"]) };
  if (feePart.test(kernel)) return { field: "fees", extent: isSum && !/^其他|^other/.test(kernel) ? "whole" : "part", division: "kind" };
  if (!feePlain.test(kernel) || !/费|垫|fees|costs|advance|expense/.test(key)) return null;
  return { field: "fees", extent: isSum ? "whole" : "plain", division: null };
}

const principalKey =
  /^(截至|截止|基准日|转让日|期末|本期|最新|当前|目前|现有?|年末|月末|账面|贷款|借款|债权|透支|未偿还?|未归还|剩余|尚欠|拖欠|结欠|欠|逾期|到期|未到期|正常|原币|美元|人民币|折人民币|折合人民币)*(本金|贷款余额|借款余额|授信余额|债权余额|透支余额)(余额|金额|合计|数额|总额)?$|^(原币|折人民币|折合人民币|折算人民币|人民币)余额$|^(currentprincipal|principal|principalbalance|principalamount|outstandingprincipal|outstandingbalance|unpaidprincipal|unpaidprincipalbalance|upb|currentbalance|loanbalance|principaloutstanding)$/;
/** The claim's balance may or may not take in the interest. */
const claimBalance = /^(截至|截止|基准日|期末|最新|当前)*债权余额$/;

function principalMeaning(key: string): Meaning | null {
  if (principalKey.test(key)) {
    // What is due already and what isn't yet make up the balance together.
    const isPart = /逾期本金|未到期本金|到期本金|正常本金/.test(key);
    return { field: "principal", extent: isPart ? "part" : claimBalance.test(key) ? "unknown" : "plain", division: null };
  }
  if (!/本金|principal/.test(key) || /本金?息|本利|interest/.test(key) || noAmount.test(key)) return null;
  const isOther = settled.test(key) || earlier.test(key) || (formerly.test(key) && !outstanding.test(key));
  return { field: "principal", extent: isOther ? "other" : "unknown", division: null };
}

/** "贷款金额", "合同金额": what was lent, which a list without a balance may offer. */
export function isGrantedAmount(header: string): boolean {
  return /^(贷款|借款|合同|放款|发放|贷款发放|授信|融资)(金额|额度|总额|额)$|^(loan|granted|contract|original)amount$/.test(headerKey(header));
}
