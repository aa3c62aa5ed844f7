import { narrowText } from "../words/visible-text.ts";

export type TotalKind = "total" | "subtotal";

/** Words before a total's own that say of what it is: 资产包合计, 本息总计. */
const frame =
  "(?:本资产包|资产包|本包|全包|整包|本表|全表|本清单|清单|全部|整体|总体|所有|各户|各笔|各项|以上|上述|全行|本行|债权|贷款|借款|本金|利息|欠息|本息|费用|金额|余额|户数|笔数|表内外|表内|表外|数据|总)*";
const totalWord = "(?:合计|总计|共计|总共|合共|总额|总和|总数|总合计|合计数|总计数|汇总|汇总数|合計|總計|加总|grandtotal|sumtotal|totals?|sum|[∑σ])";
const subtotalWord = "(?:小计|小計|页计|页合计|页小计|分计|分类合计|累计|过次页|承前页|转下页|接上页|subtotal|pagetotal|carriedforward|broughtforward)";
/** What a spreadsheet's own subtotals are called besides a sum; none of them is one. */
const statisticWord = "(?:计数|总计数值|平均值|总平均值|最大值|最小值|乘积|结果|标准偏差|方差|result|count|grandcount|average|grandaverage)";
/** Lines that are worked out of a total. */
const comparisonWord =
  "(?:平均|平均数|均值|笔均|户均|最大|最小|最高|最低|中位数|占比|占总额比例|比例|比重|百分比|核对|校验|差异|差额|差异数|mean|median|max|min|maximum|minimum|check|difference|share|percentage|%oftotal)";
/** What may stand behind a total's word: 合计金额, 合计数, 小计1, 小计（二）. */
const ending = "(?:金额|数额|余额|额|行|栏|项)?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})?";

const plainTotal = new RegExp(
  `^(?:${frame}${totalWord}${ending}|共|总|计|total(?:of)?(?:all)?(?:loans?|claims?|portfolio|amounts?|principal|outstanding|balances?)+|sumof(?:all)?(?:loans?|claims?))$`,
);
const plainSubtotal = new RegExp(`^(?:本页|本户|本支行|${frame})*(?:${subtotalWord}|本页${totalWord})${ending}$`);
const plainStatistic = new RegExp(`^总?(?:${statisticWord}|${comparisonWord})$`);
const suffixTotal = new RegExp(`^(.+?)[-_—]?(?:${totalWord})$`);
const suffixSubtotal = new RegExp(`^(.+?)[-_—]?(?:${subtotalWord}|${statisticWord})$`);
/** A line that says what of a total is of one kind. */
const ofWhich = /^(?:其中|内含|ofwhich|thereof)/;

/** Most contract numbers: digits and signs with at most two letters in a row, which no word is. */
const plainNumber = /^(?:[A-Z]{0,2}[\d_-])+[A-Z]{0,2}$/i;
/** A page number is shorter. */
const leastPlainLength = 8;

/** A quick look, since every row of a long list is asked: whether a text has a sign that one of the labels below has. */
export function mayBeLabel(text: string): boolean {
  if (text.length >= leastPlainLength && plainNumber.test(text)) return false;
  return (
    /[计計汇总總额和数值差果均例比大小高低其注备说填制审复经联电期来源盖签页共附编]|^\s*-\s?\d{1,5}\s?-\s*$|^\d{1,5}\s?\/\s?\d{1,5}$/.test(text) ||
    /[∑σΣ]|tal|sum|ult|unt|age|max|min|mean|median|check|diff|share|which|note|mark|source|prepared|checked|contact|forward/i.test(text)
  );
}

/** A label without blanks, the bracket group at its end and the counts at its end ("合计（465笔）", "合计465户"). */
function labelKey(text: string): string {
  return narrowText(text)
    .toLowerCase()
    .replaceAll(/[\s:：,，、;；*]/g, "")
    .replace(/[(（【〔[][^()（）【】〔〕[\]]{0,40}[)）】〕\]]$/, "")
    .replace(/(\d{1,9}(笔|户|条|件|个)){1,3}$/, "")
    .replace(/(?<=.)(人民币)?[十百千万亿]{0,2}元$|(?<=.)(人民币|rmb|cny)$/, "");
}

/** The kind of a label that says nothing but that its row is a sum. */
export function plainTotalKind(text: string): TotalKind | null {
  if (text.length > 60) return null;
  const label = labelKey(text);
  if (plainSubtotal.test(label) || plainStatistic.test(label) || ofWhich.test(label)) return "subtotal";
  return plainTotal.test(label) ? "total" : null;
}

export interface SuffixedLabel {
  readonly kind: TotalKind;
  /** What the sum is of: the text before its word. */
  readonly stem: string;
}

/** A label such as "郑州分行小计" or "SL-2021-1001 汇总"; a name or number may end in the same words. */
export function suffixedLabel(text: string): SuffixedLabel | null {
  if (text.length > 120) return null;
  const label = labelKey(text);
  const sub = suffixSubtotal.exec(label)?.[1];
  if (sub !== undefined) return { kind: "subtotal", stem: sub };
  const total = suffixTotal.exec(label)?.[1];
  return total === undefined ? null : { kind: "total", stem: total };
}

const notesLabel =
  /^[（(※*★]?(注|备注|说明|附注|填报说明|填表说明|编制说明|特别说明|填报|填报人|填报单位|制表|制表人|编制|编制人|填表人|审核|审核人|复核|复核人|经办|经办人|负责人|单位负责人|联系人|联系电话|电话|日期|报送日期|填报日期|打印日期|数据来源|资料来源|来源|盖章|签字|签章|note|notes|remark|remarks|source|prepared ?by|checked ?by|contact)\s*[\d一二三四五六七八九]{0,2}\s*[:：、.)）]/i;

export function isNote(text: string): boolean {
  const narrow = narrowText(text);
  // A long sentence that stands alone in its row speaks of the list.
  return notesLabel.test(narrow) || (narrow.length > 24 && /[。；:，]/.test(narrow));
}

const pageText =
  /^(第\s?\d{1,5}\s?页(\s?[,，/]?\s?共\s?\d{1,5}\s?页)?|共\s?\d{1,5}\s?页(\s?[,，/]?\s?第\s?\d{1,5}\s?页)?|page\s?\d{1,5}(\s?(of|\/)\s?\d{1,5})?|-\s?\d{1,5}\s?-|\d{1,5}\s?\/\s?\d{1,5}|\d{1,5}\s?\/\s?共\s?\d{1,5}\s?页)$/i;

export function isPageNumber(text: string): boolean {
  return pageText.test(narrowText(text).replaceAll(/^[—–-]+|[—–-]+$/g, (dashes) => (dashes.length > 1 ? "" : dashes)));
}
