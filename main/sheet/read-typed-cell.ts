import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { CodeField } from "../../shared/domain/field-values.ts";
import { isNeeded, type SheetList } from "../../shared/domain/sheet-fields.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../shared/domain/tape-findings.ts";
import { flatTexts, isTextKey, type TextKey } from "../../shared/locales/texts.ts";
import { readDay } from "../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import type { TypedResult } from "../../shared/typed/typed-result.ts";
import { isErrorText, isMissingText, textOrNull } from "../tapes/cells/cell-text.ts";
import { type NumberResult, parseArea, parseIdentifier, parseMonths, parseName, parseNames, parseWholeNumber } from "../tapes/cells/parse-cells.ts";
import { codeParser, parseLienRank } from "../tapes/cells/parse-code.ts";
import { narrowText } from "../tapes/words/visible-text.ts";

/** What a text typed into a cell stands for; a refusal with the key of its sentence and the word that it quotes. */
export type ReadCell = { readonly kind: "value"; readonly value: CellValue } | { readonly kind: "refused"; readonly code: TextKey; readonly word: string };

type CellReader = (text: string, unit: MoneyUnit) => ReadCell;

const valueOf = (value: CellValue): ReadCell => ({ kind: "value", value });
const refusedFor = (code: TextKey, word = ""): ReadCell => ({ kind: "refused", code, word });
/** As the reader of tapes would refuse it. */
const refusedAs = (code: TapeFindingCode): ReadCell => refusedFor(`tape.code.${code}`);

const isNothing = (text: string) => isMissingText(narrowText(text));

function typedValue<Value extends CellValue, Code extends string>(typed: TypedResult<Value, Code>): ReadCell {
  if (typed.kind === "empty") return valueOf(null);
  if (typed.kind === "exact") return valueOf(typed.value);
  const key = `typed.${typed.code}`;
  return refusedFor(isTextKey(key) ? key : "typed.notANumber", typed.word);
}

/** A number between two bounds; beyond them as the reader of tapes refuses it. */
function within(read: ReadCell, code: TapeFindingCode, most: number, isWhole = false): ReadCell {
  if (read.kind === "refused" || typeof read.value !== "number") return read;
  return read.value < 0 || read.value > most || (isWhole && !Number.isInteger(read.value)) ? refusedAs(code) : read;
}

/** As lists write it ("184天"), else as people type it ("三"). */
function listedNumber(text: string, parse: (text: string) => NumberResult, kind: "count" | "months", most: number): ReadCell {
  const listed = parse(text);
  if (listed.kind === "number") return valueOf(listed.value);
  return listed.kind === "missing" ? valueOf(null) : within(typedValue(readNumber(text, kind)), "notWholeNumber", most, true);
}

function readArea(text: string): ReadCell {
  const area = parseArea(text);
  if (area.kind === "problem") return refusedAs("notANumber");
  return valueOf(area.kind === "number" ? area.value : null);
}

function readIdentifier(text: string): ReadCell {
  const { text: identifier, digitsLost } = parseIdentifier(text);
  return digitsLost ? refusedAs("digitsLost") : valueOf(identifier);
}

function readText(field: TapeField, text: string): ReadCell {
  if (isErrorText(text)) return refusedAs("errorValue");
  return valueOf(field === "debtorName" ? parseName(text) : textOrNull(text));
}

function readOneName(text: string): ReadCell {
  const names = parseNames(text);
  return names.length > 1 ? refusedFor("sheet.refusal.oneName") : valueOf(names[0] ?? null);
}

/** A code by the words of either language, by itself, or by the words of sellers' lists. */
function codeReader(field: CodeField): CellReader {
  const own = new Map<string, string>();
  for (const code of fieldRecord(field).codes ?? []) {
    for (const texts of [flatTexts.zh, flatTexts.en]) {
      const key = `code.${field}.${code}`;
      const word = isTextKey(key) ? texts[key] : undefined;
      if (word !== undefined) own.set(word.toLowerCase(), code);
    }
    own.set(code.toLowerCase(), code);
  }
  const parse = codeParser(field);
  return (text) => {
    const known = own.get(narrowText(text).trim().toLowerCase());
    if (known !== undefined) return valueOf(known);
    const parsed = parse(text);
    if (parsed.kind === "unknown") return refusedAs("unknownCode");
    return valueOf(parsed.kind === "code" ? parsed.code : null);
  };
}

function readRank(text: string): ReadCell {
  const rank = parseLienRank(text);
  if (rank.kind === "unknown") return refusedAs("unknownCode");
  return valueOf(rank.kind === "code" ? rank.code : null);
}

const mostDays = 1_000_000;
const mostMonths = 600;

const readers: { readonly [Kind in Exclude<CellKind, "code" | "text">]: CellReader } = {
  identifier: readIdentifier,
  names: readOneName,
  amount: (text, unit) => (isNothing(text) ? valueOf(null) : within(typedValue(readMoney(text, unit)), "negativeAmount", Number.MAX_SAFE_INTEGER)),
  share: (text) => (isNothing(text) ? valueOf(null) : within(typedValue(readNumber(text, "percent")), "notAShare", 1)),
  date: (text) => (isNothing(text) ? valueOf(null) : typedValue(readDay(text))),
  count: (text) => listedNumber(text, parseWholeNumber, "count", mostDays),
  months: (text) => listedNumber(text, parseMonths, "months", mostMonths),
  area: readArea,
  rank: readRank,
};

function readerOf(field: TapeField): CellReader {
  const { kind } = fieldRecord(field);
  if (kind === "code") return codeReader(field as CodeField); // its kind says so
  return kind === "text" ? (text) => readText(field, text) : readers[kind];
}

const readersByField = new Map<TapeField, CellReader>();

/** What a text stands for in a field: by the rules of the reader of tapes, with the spellings that the app's fields take. */
export function readTypedCell(list: SheetList, field: TapeField, text: string, unit: MoneyUnit): ReadCell {
  const reader = readersByField.get(field) ?? readerOf(field);
  readersByField.set(field, reader);
  const read = reader(text, unit);
  if (read.kind === "refused") return read;
  if (read.value === null && isNeeded(list, field)) {
    const missing = fieldRecord(field).rejects?.code;
    const key = `tape.code.${missing}`;
    return refusedFor(isTextKey(key) ? key : "sheet.refusal.needed");
  }
  const { rejects } = fieldRecord(field);
  const key = `tape.code.${rejects?.code}`;
  return list === "loan" && rejects?.when(read.value) === true && isTextKey(key) ? refusedFor(key) : read;
}
