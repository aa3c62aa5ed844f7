import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { readMoneyWords } from "../words/money-words.ts";

/** What a number format does to a stored number beyond its digits. */
export interface NumberLook {
  readonly isDate: boolean;
  /** Power of ten by which the shown number is smaller than the stored one: 4 for 0!.0000, −2 for 0%. */
  readonly scale: number;
  /** Unit and currency that the format writes beside the number. */
  readonly unit: TapeUnit | null;
  readonly currency: string | null;
  readonly isPercent: boolean;
  /** Digits to which a whole number is filled with zeros. */
  readonly zeroFill: number;
}

interface Section {
  readonly holds: ((value: number) => boolean) | null;
  readonly look: NumberLook;
}

/** The look of each number under a format; null where it shows what is stored. */
export type FormatLook = (value: number) => NumberLook | null;

const plain: NumberLook = { isDate: false, scale: 0, unit: null, currency: null, isPercent: false, zeroFill: 0 };
const dateLook: NumberLook = { ...plain, isDate: true };

/** Built-in formats whose code a file doesn't give; the others of them show what is stored. */
export function builtInLook(id: number): NumberLook | null {
  if (id === 9 || id === 10) return { ...plain, scale: -2, isPercent: true };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? dateLook : null;
}

/** Reads a format code; its sections are chosen by condition or by sign as a spreadsheet does. */
export function readNumberFormat(code: string): FormatLook {
  const sections = splitSections(code).map(readSection);
  const isPlain = sections.every(({ look }) => look === plain);
  if (isPlain) return () => null;
  return (value) => {
    const look = sectionFor(sections, value)?.look ?? plain;
    return look === plain ? null : look;
  };
}

function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  if (sections.some(({ holds }) => holds !== null)) {
    return sections.find(({ holds }) => holds?.(value)) ?? sections.find(({ holds }) => holds === null);
  }
  const [positive, negative, zero] = sections;
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

/** Pieces of a format code: quoted or escaped signs, what stands in square brackets, a fill or blank with its sign, any other sign. */
const piecePattern = /"([^"]*)"?|[\\!](.)|\[([^\]]*)\]?|[_*].|(.)/gsu;

function splitSections(code: string): string[] {
  const sections = [""];
  for (const [piece] of code.matchAll(piecePattern)) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

interface SectionFacts {
  /** Signs that are shown as they are. */
  literals: string;
  /** Digits, points, thousands and percent signs, in order; an escaped point is "'". */
  digits: string;
  letters: string;
  currency: string | null;
  isElapsedTime: boolean;
  holds: Section["holds"];
}

function readSection(code: string): Section {
  const facts: SectionFacts = { literals: "", digits: "", letters: "", currency: null, isElapsedTime: false, holds: null };
  for (const [, quoted, escaped, bracketed, other] of code.matchAll(piecePattern)) {
    const literal = quoted ?? escaped;
    if (literal !== undefined) {
      facts.literals += literal;
      if (literal === ".") facts.digits += "'";
    } else if (bracketed !== undefined) readBracket(bracketed, facts);
    else if (other !== undefined && /[0#?.,%]/.test(other)) facts.digits += other;
    else if (other !== undefined) facts.letters += other;
  }
  return { holds: facts.holds, look: lookOf(facts) };
}

function readBracket(text: string, facts: SectionFacts): void {
  const currency = /^\$([^-]*)(?:-([0-9a-f]+))?/i.exec(text);
  if (currency?.[1]) {
    facts.literals += currency[1];
    // The sign is the same in both countries; the language tells.
    facts.currency = /^[¥￥]$/.test(currency[1]) && /^0*411$/.test(currency[2] ?? "") ? "JPY" : null;
  }
  if (/^(h+|m+|s+)$/i.test(text)) facts.isElapsedTime = true;
  const condition = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(text);
  if (condition?.[2] !== undefined) facts.holds = comparison(condition[1] ?? "", Number(condition[2]));
}

function comparison(sign: string, limit: number): (value: number) => boolean {
  switch (sign) {
    case "<":
      return (value) => value < limit;
    case "<=":
      return (value) => value <= limit;
    case ">":
      return (value) => value > limit;
    case ">=":
      return (value) => value >= limit;
    case "<>":
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}

function lookOf({ literals, digits, letters, currency, isElapsedTime }: SectionFacts): NumberLook {
  const shown = letters.replaceAll(/general|g\/通用格式|[ae]?\+|e-|@/gi, "");
  if (isElapsedTime || /[ymdhs]/i.test(shown)) return dateLook;
  const isPercent = digits.includes("%");
  // Signs that need no quotation marks, such as ¥ and 万, are letters here.
  const words = readMoneyWords((literals + shown).replaceAll(/[+\-()"]/g, ""));
  const look: NumberLook = {
    isDate: false,
    scale: scaleOf(digits) - (isPercent ? 2 : 0),
    unit: words?.unit ?? null,
    currency: currency ?? words?.currency ?? null,
    isPercent,
    zeroFill: /^0{2,}$/.test(digits) ? digits.length : 0,
  };
  const saysNothing = look.scale === 0 && look.unit === null && !isForeign(look.currency) && !isPercent && look.zeroFill === 0;
  return saysNothing ? plain : look;
}

function isForeign(currency: string | null): boolean {
  return currency !== null && currency !== "CNY";
}

/** Three for each comma after the last whole digit, and one for each digit behind a point that is only drawn. */
function scaleOf(digits: string): number {
  const [whole = "", decimals = ""] = digits.split(/\.(.*)/s);
  const trailing = (/,+$/.exec(whole)?.[0].length ?? 0) + (/,+%*$/.exec(decimals)?.[0].replaceAll("%", "").length ?? 0);
  const drawn = whole.indexOf("'");
  const behind = drawn < 0 ? 0 : whole.slice(drawn).replaceAll(/[^0#?]/g, "").length;
  return 3 * trailing + behind;
}
