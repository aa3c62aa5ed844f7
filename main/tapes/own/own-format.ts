import { createHash, type Hash } from "node:crypto";
import { partPlaces } from "../../../shared/domain/claim-parts.ts";
import type { Language } from "../../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportKind } from "../../../shared/domain/export-tables.ts";
import { storedFields } from "../../../shared/domain/field-values.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../../shared/domain/tape-fields.ts";
import { flatTexts, isTextKey, type TextKey } from "../../../shared/locales/texts.ts";

/*
 * A tape as the desk exports it: the lists of a package one behind the other, each with a head whose last cell names it, its rows, and
 * an end that states how many they are and the SHA-256 of their values. A file whose ends agree is read back as it was written; one
 * that was changed is a seller's list like any other.
 */

/** The lists of such a file, in their order; those of repayments and of parts of claims only where there are any. */
const ownLists = [...sheetLists, "repayment", "part"] as const;
export type OwnList = (typeof ownLists)[number];

const program = "AMC-DEAL-DESK/1";
const languages: readonly Language[] = ["zh", "en"];

/** What a list of such a file says beside the fields of its rows. */
const extras = ["link", "assetKey"] as const;
type Extra = (typeof extras)[number];

/** A column of a list: a field, or what only the desk itself states. */
export interface OwnColumn {
  readonly key: TapeField | Extra;
  /** Null: no field. */
  readonly field: TapeField | null;
  readonly kind: CellKind;
  /** Column of the database as the queries name it; null for what is said of the whole tape. */
  readonly place: string | null;
}

const ofField = (field: TapeField, place: string | null): OwnColumn => ({ key: field, field, kind: fieldRecord(field).kind, place });
const ofSheet = (list: SheetList) => sheetColumns[list].map(({ field, column }) => ofField(field, column));

/** The columns of each list. Loans state the day, so that the file may be read as a list like any other; guarantors and payments their contract. */
export const ownColumns: Readonly<Record<OwnList, readonly OwnColumn[]>> = {
  loan: [...ofSheet("loan"), ofField("cutOffDate", null)],
  collateral: [
    ...ofSheet("collateral"),
    { key: "link", field: null, kind: "text", place: "link" },
    { key: "assetKey", field: null, kind: "count", place: "asset_key" },
  ],
  guarantor: [ofField("contractNo", "contract_no"), ...ofSheet("guarantor")],
  repayment: [
    ofField("contractNo", "contract_no"),
    ofField("debtorName", "debtor_name"),
    ofField("debtorId", "debtor_id"),
    ...storedFields("repayment").map(({ field, column }) => ofField(field, column)),
    { key: "link", field: null, kind: "text", place: "link" },
  ],
  part: [ofField("contractNo", "contract_no"), ...partPlaces.map(({ field, column }) => ofField(field, column))],
};

export type OwnValue = string | number | null;

const yuan: Record<Language, string> = { zh: "元", en: "yuan" };

function headOf({ key, field, kind }: OwnColumn, language: Language): string {
  const texts = flatTexts[language];
  const name: TextKey = field === null ? `ownTape.${key as Extra}` : `tape.field.${field}`;
  const text = texts[name] ?? key;
  return kind === "amount" ? (texts["exports.headWithUnit"] ?? "").replace("{{head}}", text).replace("{{unit}}", yuan[language]) : text;
}

const exportKinds: Partial<Record<CellKind, ExportKind>> = {
  identifier: "identifier",
  amount: "money",
  share: "rate",
  date: "date",
  count: "number",
  months: "number",
  area: "number",
  rank: "number",
};
const exportKind = ({ kind }: OwnColumn): ExportKind => exportKinds[kind] ?? "text";

/** The head of a list; its last cell names it and the day of the tape. */
export function ownHead(list: OwnList, language: Language, cutOffDate: string | null): ExportColumn[] {
  const columns = ownColumns[list].map((column) => ({ head: headOf(column, language), kind: exportKind(column) }));
  return [...columns, { head: `${program} ${list} ${cutOffDate ?? "-"}`, kind: "text" }];
}

/** What a head says that was written by the desk; null for any other row. */
export function readOwnHead(
  texts: readonly string[],
): { readonly list: OwnList; readonly cutOffDate: string | null; readonly columns: readonly OwnColumn[] } | null {
  const [, name, day] = /^AMC-DEAL-DESK\/1 (loan|collateral|guarantor|repayment|part) (-|\d{4}-\d{2}-\d{2})$/.exec(texts.at(-1) ?? "") ?? [];
  const list = ownLists.find((one) => one === name);
  if (list === undefined) return null;
  const columns = texts.slice(0, -1).map((text) => ownColumns[list].find((column) => languages.some((language) => headOf(column, language) === text)));
  if (columns.some((column) => column === undefined)) return null;
  return { list, cutOffDate: day === "-" || day === undefined ? null : day, columns: columns.filter((column) => column !== undefined) };
}

/** The largest amount that a sheet's number holds to the fen; greater ones are written as text. */
const mostNumberFen = 2 ** 52 - 1;

function codeWord(field: TapeField, code: string, language: Language): string {
  const key = `code.${field}.${code}`;
  return isTextKey(key) ? (flatTexts[language][key] ?? code) : code;
}

/** A value as a cell of the file. */
export function ownCell(column: OwnColumn, value: OwnValue, language: Language): ExportCell {
  const { field, kind } = column;
  if (value === null || value === "") return null;
  if (typeof value === "number") {
    const isLarge = kind === "amount" && Math.abs(value) > mostNumberFen;
    return isLarge ? { kind: "identifier", value: yuanText(value) } : { kind: exportKind(column), value };
  }
  return { kind: exportKind(column), value: kind === "code" && field !== null ? codeWord(field, value, language) : value };
}

/** Fen as yuan, digit by digit. */
function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Codes by the words of both languages, for each field once. */
const codesByWord = new Map<TapeField, ReadonlyMap<string, string>>();
function codeOfWord(field: TapeField, word: string): string | undefined {
  const known =
    codesByWord.get(field) ??
    new Map(
      (fieldRecord(field).codes ?? []).flatMap((code) => [code, ...languages.map((one) => codeWord(field, code, one))].map((text) => [text, code] as const)),
    );
  codesByWord.set(field, known);
  return known.get(word);
}

/** The value that a text of a list (.csv) or a cell of a workbook stands for; undefined where it isn't as the desk writes it. */
export function ownValue({ field, kind }: OwnColumn, cell: string | number | null): OwnValue | undefined {
  if (cell === null || cell === "") return null;
  if (kind === "amount") return fenOf(cell);
  if (kind === "code" && field !== null) return codeOfWord(field, String(cell));
  if (kind === "identifier" || kind === "text" || kind === "names" || kind === "date") return String(cell);
  const number = Number(cell);
  return Number.isFinite(number) ? number : undefined;
}

function fenOf(cell: string | number): number | undefined {
  // By its digits: a product with 100 may be half a fen off beyond a trillion.
  if (typeof cell === "number") return Number(cell.toFixed(2).replace(".", ""));
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(cell) ?? [];
  return whole === undefined ? undefined : Number(`${sign}${whole}${fraction.padEnd(2, "0")}`);
}

/** Counts and hashes the values of a list's rows. */
export class OwnDigest {
  readonly #hash: Hash = createHash("sha256");
  #rows = 0;

  add(values: readonly OwnValue[]): void {
    this.#rows += 1;
    this.#hash.update(`${JSON.stringify(values.map((value) => (value === "" ? null : value)))}\n`);
  }

  /** The end of the list. */
  end(): string {
    return `${program} end ${this.#rows} ${this.#hash.digest("hex")}`;
  }
}

export const isOwnEnd = (text: string): boolean => text.startsWith(`${program} end `);

export const isOwnHead = (text: string): boolean => text.startsWith(`${program} `) && !isOwnEnd(text);
