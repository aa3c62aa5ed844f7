import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import type { RawCell, ShownNumber, UncachedFormula } from "../files/raw-sheet.ts";
import { narrowText, visibleText } from "../words/visible-text.ts";

export function isUncached(cell: RawCell | undefined): cell is UncachedFormula {
  return typeof cell === "object" && cell !== null && "uncachedFormula" in cell;
}

export function isShown(cell: RawCell | undefined): cell is ShownNumber {
  return typeof cell === "object" && cell !== null && "look" in cell;
}

const missingTexts = new Set(["", "-", "--", "---", "/", "//", "///", "\\", "无", "空", "n/a", "na", "null", "(null)", "(空)", "(blank)", "nil", "none"]);

/** Signs that stand for an empty cell in lists; takes narrowed text. */
export function isMissingText(text: string): boolean {
  return text.length <= 7 && missingTexts.has(text.toLowerCase());
}

/** Words that say that the fact isn't known, where a name or number should stand. */
const unknownTexts =
  /^(无|空|nan|na|n\/a|n\.?a\.?|-?无-?|不适用|无法提供|无资料|资料不全|不全|无名|无此人|见备注|见附注|详见备注|同附件|不详|不明|未知|不知|不清楚|待查|待定|待补|待补充|待核|待核实|待确认|待完善|暂无|暂缺|缺|缺失|未提供|未填|未填写|未登记|资料缺失|无数据|空白|无法识别|无法核实|略|详见附件|见附件|x+|\?+|\*+|-{4,}|\.+|0+|unknown|tbd|tba|tbc|missing|pending|undefined|notavailable|notprovided|notapplicable|unspecified)$/i;

/** What stands for a contract number that there isn't, or for several. */
const noContract =
  /^(无|未|没有|缺|遗失|丢失).{0,3}(合同|借据|编号).{0,4}$|^(合同|借据|编号).{0,4}(遗失|丢失|缺失|不详|未签|未提供|无|空缺)$|^(见|详见|参见).{1,6}$|^(多笔|多份|若干|各笔|各户|多个合同)$/;

/** Whether a contract's cell names none; takes narrowed text. */
export function isNoContract(text: string): boolean {
  return !/\d/.test(text) && noContract.test(text.replaceAll(/[\s()[\]【】。]/g, ""));
}

/** Whether a name or an identifier says that it isn't known; takes narrowed text. */
export function isUnknownText(text: string): boolean {
  return unknownTexts.test(text.replaceAll(/[\s()[\]【】。]/g, ""));
}

/** Error values of spreadsheets, as cells and as text that was pasted or exported. */
const errorText =
  /^(#(N\/?A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA|错误)|#+|Err:\d{3})$/i;

export function isErrorText(text: string): boolean {
  return /^\s*[#＃e]/i.test(text) && errorText.test(narrowText(text).replaceAll(/\s/g, ""));
}

/** Longest raw text that a finding quotes. */
const maxQuote = 200;

/** What the user would see in the cell. */
export function displayCell(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return visibleText(cell).trim().slice(0, maxQuote);
  if (typeof cell === "number") return numberText(cell);
  if (isUncached(cell)) return "=?";
  if (isShown(cell)) return shownText(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return String(cell);
}

/** A whole number without an exponent, as an identifier needs it. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}

const unitTexts: Readonly<Record<TapeUnit, string>> = {
  fen: "分",
  yuan: "元",
  qianYuan: "千元",
  wanYuan: "万元",
  shiWanYuan: "十万元",
  baiWanYuan: "百万元",
  qianWanYuan: "千万元",
  yiYuan: "亿元",
};

function shownText({ value, look }: ShownNumber): string {
  if (look.zeroFill > 0) return numberText(value).padStart(look.zeroFill, "0");
  const digits = look.scale === 0 ? numberText(value) : String(Number((value / 10 ** look.scale).toPrecision(15)));
  return `${look.currency === null || look.currency === "CNY" ? "" : `${look.currency} `}${digits}${look.isPercent ? "%" : ""}${look.unit === null ? "" : unitTexts[look.unit]}`;
}

/** Trimmed text of a cell; null where it is empty, a sign for empty or an error value. */
export function textOrNull(cell: RawCell | undefined): string | null {
  if (cell === null || cell === undefined || isUncached(cell)) return null;
  const text = typeof cell === "string" ? visibleText(cell).trim() : displayCell(cell);
  return text === "" || isMissingText(narrowText(text)) || isErrorText(text) ? null : ownCopy(text);
}

/** A text cut from a piece of a file keeps the whole piece in memory; a copy of it doesn't. Shorter ones are copies already. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
