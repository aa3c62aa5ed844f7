import { displayCell } from "../cells/cell-text.ts";
import { parseDate } from "../cells/parse-date.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import { type MoneyWords, readMoneyWords } from "../words/money-words.ts";
import { narrowText } from "../words/visible-text.ts";

const silence: MoneyWords = { unit: null, currency: null };

/** What a header, a title line or a sheet's name says of unit and currency; `isUnread` where it says something that isn't understood. */
export interface UnitStatement extends MoneyWords {
  readonly isUnread: boolean;
}

/** "（万元）", "单位：元", "本金余额/万元" or "Principal, RMB'000" within a header. */
export function unitInHeader(text: string): UnitStatement {
  const narrow = narrowText(text);
  const bracketed = [...narrow.matchAll(/[([【〔]([^)\]】〕]{1,40})[)\]】〕]/g)].map(([, inner = ""]) => inner);
  const parts = bracketed.flatMap((inner) => [inner, ...inner.split(/[,，、/;；|]/)]).map((part) => part.replace(/^(注|备注|金额|数额|计量|:)+/, ""));
  const bare = narrow.replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, "");
  const statements = [...parts.map((part) => readMoneyWords(part) ?? unitInLine(part)), unitInLine(narrow), unitAtEnd(bare), originalIn(bare)];
  const spoken = joined(statements);
  return { ...spoken, isUnread: spoken.unit === null && parts.some((part) => readMoneyWords(part) === null && soundsLikeUnit(part)) };
}

/** "原币本金": an amount in the loan's own currency, whichever that is; "美元本金余额" says it. */
function originalIn(text: string): MoneyWords | null {
  if (/原币|外币/.test(text)) return { unit: null, currency: "other" };
  for (let end = Math.min(6, text.length - 1); end > 1; end -= 1) {
    const words = /[a-z]$/i.test(text.slice(0, end)) && /[a-z]/i.test(text[end] ?? "") ? null : readMoneyWords(text.slice(0, end));
    if (words !== null && words.currency !== null) return { unit: null, currency: words.currency };
  }
  return null;
}

/** A header's own word goes before that of its group. */
export function unitOfColumn(header: string, group: string | null): UnitStatement {
  const own = unitInHeader(header);
  if (group === null) return own;
  const above = unitInHeader(group);
  return { unit: own.unit ?? above.unit, currency: own.currency ?? above.currency, isUnread: own.isUnread || (own.unit === null && above.isUnread) };
}

/** The first unit and the first currency that are said. */
function joined(statements: readonly (MoneyWords | null)[]): MoneyWords {
  const unit = statements.find((statement) => statement?.unit != null)?.unit ?? null;
  const currency = statements.find((statement) => statement?.currency != null)?.currency ?? null;
  return unit === null && currency === null ? silence : { unit, currency };
}

const longestStatement = 24;

/** Words of unit at the end of a header without brackets, behind a word of another kind: "本金余额万元", "principal RMB". */
function unitAtEnd(text: string): MoneyWords | null {
  for (let start = Math.max(1, text.length - longestStatement); start < text.length; start += 1) {
    const end = text.slice(start);
    // Latin words are cut at blanks and signs only.
    if (/^[a-z]/i.test(end) && /[a-z]/i.test(text[start - 1] ?? "")) continue;
    const words = readMoneyWords(end);
    if (words !== null && (words.unit !== null || words.currency !== null)) return words;
  }
  return null;
}

const unitLabel =
  /(?:单位|计价货币|币种|币别|货币|(?:金额|数额|款项|数据)(?:均|都|皆|全部|一律)?(?:以|为|按|系|是)(?!\d)|(?<![a-z])(?:unit|currency|amounts?\s+in))\s*[:：]?\s*/gi;
/** What is counted beside the money: "单位：户、万元". */
const countedFirst = /^(?:(?:户|笔|件|条|个|人|%|股|张|项|天|平方米|㎡)[、,，/\s和及]+)+/;
const otherUnit = /(?<![\d.])[十百佰千仟万萬亿億]+元|[(为以/]元/g;

/** "金额单位：人民币万元" and the like anywhere in a line; null where the line doesn't speak of units. */
function unitInLine(text: string): UnitStatement | null {
  const narrow = narrowText(text);
  const statements: UnitStatement[] = [];
  for (const match of narrow.matchAll(unitLabel)) {
    const rest = narrow.slice(match.index + match[0].length, match.index + match[0].length + longestStatement);
    const words = longestReadable(rest.replace(countedFirst, ""));
    // "单位：元（本金为万元）" says two units.
    const others = [...rest.matchAll(otherUnit)].map(([other]) => readMoneyWords(other.replace(/^[(为以/]/, ""))?.unit);
    const isMixed = words?.unit != null && others.some((unit) => unit != null && unit !== words.unit);
    if (isMixed) statements.push({ ...silence, isUnread: true });
    else if (words !== null) statements.push({ ...words, isUnread: false });
    else if (soundsLikeUnit(rest)) statements.push({ ...silence, isUnread: true });
  }
  if (statements.length === 0) {
    // A cell, or brackets in a title, that hold nothing but the unit.
    const atEnd = /[-_ ]((?:人民币|rmb|cny)?\s?[十百千万亿]*元)$/i.exec(narrow)?.[1] ?? "";
    const alone = [narrow, atEnd, ...[...narrow.matchAll(/[([]([^)\]]{1,24})[)\]]/g)].map(([, inner = ""]) => inner)].map(readMoneyWords);
    const words = joined(alone);
    return words === silence ? null : { ...words, isUnread: false };
  }
  return { ...joined(statements), isUnread: statements.some(({ isUnread }) => isUnread) };
}

function longestReadable(text: string): MoneyWords | null {
  for (let end = text.length; end > 0; end -= 1) {
    const words = readMoneyWords(text.slice(0, end));
    if (words !== null) return words;
  }
  return null;
}

/** A unit or currency that is none of ours, such as 百亿元 or billion; an organisation (单位) isn't one. */
function soundsLikeUnit(text: string): boolean {
  return /^\s*[^\s,，;；:：]{0,6}([十百千万亿]元|[十百千万亿]美元|元$|元[\s,，;；])|\b(thousands?|millions?|billions?|bn)\b/i.test(text);
}

/** A cell under a header that holds nothing but a unit or how a column is written. */
const hintText =
  /^(名称|编号|字符|字符串|代码|必填|选填|yyyy[-/.年]?mm[-/.月]?(dd)?日?|年月日|年\/月\/日|日期|文本|文字|数字|数值|百分比|天|日|年|月|个月|笔|户|%|㎡|m2|平方米|平米|亩|岁|-|\/|—)$/i;

/** Whether a row below the header says the unit of the whole list, and not of its columns: one cell with a label. */
export function isUnitLine(row: RawRow | undefined): boolean {
  const texts = row?.cells.map(displayCell).filter((text) => text !== "") ?? [];
  return texts.length === 1 && /单位\s*[:：]/.test(texts[0] ?? "") && unitInLine(texts[0] ?? "") !== null;
}

/** What a note among the rows says of the unit of all amounts; null where it speaks of something else. */
export function unitInNote(cells: readonly RawCell[]): UnitStatement | null {
  if (cells.some((cell) => cell !== null && typeof cell !== "string")) return null;
  const texts = cells.map(displayCell).filter((text) => text !== "");
  if (texts.length > 4 || texts.some((text) => /^[\d.,]+$/.test(text))) return null;
  const statement = unitInLine(texts.join(" "));
  return statement !== null && (statement.unit !== null || statement.isUnread) ? statement : null;
}

/** What the cells of a row below the header say of their columns; null where the row isn't one of units. */
export function unitRow(cells: readonly RawCell[]): ReadonlyMap<number, MoneyWords> | null {
  const units = new Map<number, MoneyWords>();
  for (const [index, cell] of cells.entries()) {
    const text = narrowText(displayCell(cell)).replaceAll(/^[([]|[)\]]$/g, "");
    if (text === "") continue;
    const words = typeof cell === "string" ? readMoneyWords(text.replace(/^(单位|数值|数字|金额)?[:：(]*/, "")) : null;
    if (words !== null) units.set(index, words);
    else if (!hintText.test(text)) return null;
  }
  return units.size === 0 ? null : units;
}

export interface TitleFacts extends MoneyWords {
  readonly titleLines: readonly string[];
  /** The words that state the unit, also where they aren't understood or contradict each other. */
  readonly unitText: string | null;
  readonly cutOffDate: string | null;
}

/** What the rows over the header, or the whole of a sheet without one, say of unit, currency and cut-off date. */
export function readTitle(rows: readonly RawRow[], sheetName = ""): TitleFacts {
  const texts = rows.map((row) => row.cells.map(displayCell).filter((text) => text !== ""));
  const titleLines = texts.flat();
  // A label and what it says may stand in two cells.
  const lines = [...titleLines, ...texts.map((cells) => cells.join(" "))];
  const stated = lines.flatMap((text) => {
    const statement = unitInLine(text);
    return statement === null ? [] : [{ text, statement }];
  });
  const own = stated.length > 0 ? stated : [{ text: sheetName, statement: unitInLine(sheetName) ?? { ...silence, isUnread: false } }];
  const units = new Set(own.flatMap(({ statement: { unit } }) => unit ?? []));
  const currencies = new Set(own.flatMap(({ statement: { currency } }) => currency ?? []));
  const isUnread = own.some(({ statement }) => statement.isUnread && statement.unit === null) && units.size === 0;
  const said = own.find(({ statement }) => statement.unit !== null || statement.isUnread);
  const dates = new Set(lines.flatMap((text) => cutOffIn(text) ?? []));
  return {
    titleLines: titleLines.slice(0, 20),
    // Two different units in one title are no statement.
    unit: units.size === 1 && !isUnread ? ([...units][0] ?? null) : null,
    currency: currencies.size > 1 ? ([...currencies].find((code) => code !== "CNY") ?? null) : ([...currencies][0] ?? null),
    unitText: said === undefined ? null : shortStatement(said.text),
    cutOffDate: dates.size === 1 ? ([...dates][0] ?? null) : null,
  };
}

/** The statement without what else stands in its line. */
function shortStatement(line: string): string {
  const narrow = narrowText(line);
  const label = new RegExp(unitLabel.source, "i").exec(narrow);
  return (label === null ? narrow : narrow.slice(label.index)).slice(0, longestStatement);
}

function cutOffIn(text: string): string | null {
  const match =
    /(?:基准日|截止日|截止日期|截至|cut-?off(?: date)?)期?\s*[:：为]?\s*(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8})/i.exec(
      narrowText(text),
    );
  const parsed = match?.[1] === undefined ? null : parseDate(match[1], "1900");
  return parsed?.kind === "date" ? parsed.date : null;
}
