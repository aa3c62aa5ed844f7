import type { TFunction } from "i18next";
import type { DebtorRow } from "../../shared/contract/debtor-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type DebtorPatch, debtorEntrySchema, type OwnCaseName, type OwnEstimate, valuationMethods } from "../../shared/domain/debtor-sheet.ts";
import { formatMoney, formatNumber, formatStatedRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { readDay } from "../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import type { TypedResult } from "../../shared/typed/typed-result.ts";
import { exactAmount, exactPercent } from "../sheet/cell-texts.ts";
import { encodeProblem, problemText } from "../ui/forms/field-problem.ts";

const { low, lowWeight, groupName, underwriter, evidence, note } = debtorEntrySchema.shape;
const ofCase = low.unwrap().shape;
const marginBases = ["onPrice", "onCost"] as const;

type CaseField = keyof OwnEstimate;
type LineField = "groupName" | "lowWeight" | "marginBasis" | "method" | "underwriter" | "underwrittenOn" | "evidence" | "note";
const caseFields: readonly CaseField[] = ["grossFen", "costsFen", "months", "discountRate", "margin"];
const lineFields: readonly LineField[] = ["groupName", "lowWeight", "marginBasis", "method", "underwriter", "underwrittenOn", "evidence", "note"];
/** The sums of a case, which are the model's or the desk's together. */
const sums: readonly CaseField[] = ["grossFen", "costsFen", "months"];

/** What is typed in a column: a figure of a case, or what the desk says of the debtor beside them. */
export type TypedPlace = { readonly caseName: OwnCaseName; readonly field: CaseField } | { readonly caseName: null; readonly field: LineField };

/** Of a column by its key; null where nothing is typed. */
export function typedPlaceOf(key: string): TypedPlace | null {
  for (const caseName of ["low", "high"] as const) {
    const field = caseFields.find((one) => key === `${caseName}.${one}`);
    if (field !== undefined) return { caseName, field };
  }
  const field = lineFields.find((one) => one === key);
  return field === undefined ? null : { caseName: null, field };
}

export interface TypedWords {
  readonly unit: MoneyUnit;
  readonly t: TFunction;
}

type Value = string | number | null;
export type ReadText = { readonly value: Value } | { readonly problem: string };

function readTyped(read: TypedResult<string | number, string>, t: TFunction): ReadText {
  if (read.kind === "empty") return { value: null };
  if (read.kind === "exact") return { value: read.value };
  const key = `typed.${read.code}`;
  return { problem: isTextKey(key) ? t(key, { word: read.word }) : t("form.invalid") };
}

/** The words of a column that takes nothing else; null for any other. */
export function typedChoices({ field }: TypedPlace, t: TFunction): readonly string[] | null {
  if (field === "method") return valuationMethods.map((method) => t(`debtors.method.${method}`));
  return field === "marginBasis" ? marginBases.map((basis) => t(`debtors.marginShort.${basis}`)) : null;
}

function readChoice(place: TypedPlace, text: string, choices: readonly string[], t: TFunction): ReadText {
  const index = choices.findIndex((choice) => choice.toLowerCase() === text.toLowerCase());
  if (index < 0) return { problem: t("debtors.typing.noChoice", { choices: choices.join(t("pricing.loans.listSeparator")) }) };
  return { value: (place.field === "method" ? valuationMethods[index] : marginBases[index]) ?? null };
}

const texts = { groupName, underwriter, evidence, note } as const;

/** What a text typed into a column stands for; nothing where it is empty. */
export function readDebtorText(place: TypedPlace, typed: string, { unit, t }: TypedWords): ReadText {
  const text = typed.trim();
  if (text === "") return { value: null };
  const choices = typedChoices(place, t);
  if (choices !== null) return readChoice(place, text, choices, t);
  switch (place.field) {
    case "grossFen":
    case "costsFen":
      return within(readTyped(readMoney(text, unit), t), ofCase[place.field], (fen) => formatMoney(fen, unit), t);
    case "months":
      return within(readTyped(readNumber(text, "months"), t), ofCase.months, (months) => formatNumber(months), t);
    case "discountRate":
    case "margin":
      return within(readTyped(readNumber(text, "percent"), t), ofCase[place.field], formatStatedRate, t);
    case "lowWeight":
      return within(readTyped(readNumber(text, "percent"), t), lowWeight, formatStatedRate, t);
    case "underwrittenOn":
      return readTyped(readDay(text), t);
    default:
      return within({ value: text }, texts[place.field as keyof typeof texts], String, t);
  }
}

/** As the dialog of the line would refuse it. */
function within(read: ReadText, schema: (typeof ofCase)[CaseField] | typeof note, write: (bound: number) => string, t: TFunction): ReadText {
  if ("problem" in read) return read;
  const checked = schema.safeParse(read.value, { error: encodeProblem });
  return checked.success ? read : { problem: problemText(checked.error.issues[0], t, write) ?? t("form.invalid") };
}

/** What the editor of a cell begins with: the figure or words that stand there, to all their digits. */
export function typedTextOf(place: TypedPlace, { entry, cases }: DebtorRow, { unit, t }: TypedWords): string {
  if (place.caseName === null) {
    if (entry === null) return "";
    const { [place.field]: value } = entry;
    if (value === null) return "";
    if (place.field === "method") return entry.method === null ? "" : t(`debtors.method.${entry.method}`);
    if (place.field === "marginBasis") return t(`debtors.marginShort.${entry.marginBasis}`);
    return typeof value === "number" ? exactPercent(value) : value;
  }
  const own = entry?.[place.caseName];
  const shown = own ?? cases[place.caseName];
  const value = place.field === "discountRate" || place.field === "margin" ? (own?.[place.field] ?? null) : shown[place.field];
  if (value === null) return "";
  if (place.field === "months") return String(Math.round(value));
  return place.field === "grossFen" || place.field === "costsFen" ? exactAmount(value, unit) : exactPercent(value);
}

/** What a value makes of a line, or why it can't stand there. */
export function patchOf(place: TypedPlace, row: DebtorRow, value: Value, t: TFunction): DebtorPatch | { readonly problem: string } {
  const { entry, cases } = row;
  if (place.caseName === null) {
    if (place.field === "lowWeight" && value !== null && entry?.low == null && entry?.high == null) return { problem: t("debtors.edit.weightUnused") };
    if (place.field === "marginBasis") return { marginBasis: value === "onCost" ? "onCost" : "onPrice" };
    const isNullable = place.field === "lowWeight" || place.field === "method" || place.field === "underwrittenOn";
    return { [place.field]: value === null && !isNullable ? "" : value };
  }
  const { caseName, field } = place;
  if (value === null && sums.includes(field)) return { [caseName]: null };
  if (value === null && entry?.[caseName] == null) return {};
  const { grossFen, costsFen, months } = cases[caseName];
  const first = field === "months" ? Number(value) : months;
  if (first === null) return { problem: t("debtors.typing.monthsFirst") };
  return { [caseName]: { from: { grossFen: Math.max(0, grossFen), costsFen: Math.max(0, costsFen), months: Math.round(first) }, to: { [field]: value } } };
}

/** Two parts of one line as one: of a figure that both state the later counts. */
export function joinedPatch(one: DebtorPatch, other: DebtorPatch): DebtorPatch {
  const joined = { ...one, ...other };
  for (const caseName of ["low", "high"] as const) {
    const [before, after] = [one[caseName], other[caseName]];
    if (before && after) joined[caseName] = { from: after.from, to: { ...before.to, ...after.to } };
  }
  return joined;
}
