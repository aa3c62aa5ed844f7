import { collateralFields, factFields, fieldRecord, loanFields, repaymentFields, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { SheetRole } from "../../../shared/domain/tape-mapping.ts";
import { fieldWords, ignoredHeaders } from "../cells/field-words.ts";
import { isNoAmount, readAmountHeader } from "./amount-header.ts";
import { headerKey } from "./header-key.ts";

export type SheetKind = "loans" | "collateral" | "repayments" | "facts";
/** The words by which the headers of a list are known; guarantors stand under those of loans. */
export const kindOfRole = (role: SheetRole): SheetKind => (role === "collateral" || role === "repayments" || role === "facts" ? role : "loans");

/** 1 the whole header, 0.9 the words of a sum or of a field that stands in, 0.6 words within the header. */
export interface HeaderMatch {
  readonly field: TapeField;
  readonly score: 1 | 0.9 | 0.6;
}

interface Index {
  readonly exact: ReadonlyMap<string, TapeField | "ignored">;
  readonly parts: readonly (readonly [string, TapeField | "ignored"])[];
}

/** Fields that a header means only where it says nothing else. */
const ofWholeHeader: ReadonlySet<TapeField | "ignored"> = new Set(["amountUnit", "cutOffDate"]);

const indexes: Readonly<Record<SheetKind, Index>> = {
  loans: buildIndex(loanFields),
  collateral: buildIndex(collateralFields),
  repayments: buildIndex(repaymentFields),
  facts: buildIndex(factFields),
};

function buildIndex(fields: readonly TapeField[]): Index {
  const exact = new Map<string, TapeField | "ignored">(ignoredHeaders.map((word) => [word, "ignored"]));
  for (const field of fields) for (const word of fieldWords[field].headers.split(" ")) exact.set(word, field);
  const parts = [...exact].filter(([word, field]) => !ofWholeHeader.has(field) && word.length >= (isLatin(word) ? 5 : 2));
  return { exact, parts: parts.sort(([a], [b]) => b.length - a.length) };
}

/** A list of collateral or repayments may name the drawdown instead of the contract. */
const drawdownWords: ReadonlySet<string> = new Set(fieldWords.drawdownNo.headers.split(" "));

function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

/** A header is looked for in many rows and under several delimiters, whose texts repeat. */
const known: Record<SheetKind, Map<string, readonly HeaderMatch[]>> = { loans: new Map(), collateral: new Map(), repayments: new Map(), facts: new Map() };
const mostKnown = 5000;
const longestHeader = 80;

/** Fields a header fits, best first; several entries with one score are a doubt. Empty: unknown or not ours. */
export function matchHeader(header: string, kind: SheetKind): readonly HeaderMatch[] {
  if (header.length > longestHeader || !/[a-z\u4e00-\u9fffａ-ｚＡ-Ｚ]/i.test(header)) return [];
  const before = known[kind].get(header);
  if (before !== undefined) return before;
  const matches = findMatches(header, kind);
  if (known[kind].size >= mostKnown) known[kind].clear();
  known[kind].set(header, matches);
  return matches;
}

function findMatches(header: string, kind: SheetKind): readonly HeaderMatch[] {
  const key = headerKey(header);
  if (key === "" || (kind === "collateral" && /亩|公顷/.test(header) && key.includes("面积"))) return [];
  const { exact, parts } = indexes[kind];
  const whole = exact.get(key);
  if (whole === "ignored") return [];
  if (whole !== undefined) return [{ field: whole, score: 1 }];
  const meaning = kind === "loans" ? readAmountHeader(header) : null;
  // What was paid or lent is no sum of the claim, though its words are in the header.
  if (meaning?.extent === "other") return [];
  if (meaning !== null) return [{ field: meaning.field, score: meaning.extent === "unknown" ? 0.6 : 0.9 }];
  if (kind !== "loans" && drawdownWords.has(key)) return [{ field: "contractNo", score: 0.9 }];
  const found = parts.filter(([word]) => key.includes(word));
  const longest = found[0]?.[0].length;
  const best = found.filter(([word]) => word.length === longest).map(([, field]) => field);
  if (best.length === 0 || best.includes("ignored")) return [];
  if (isNoAmount(key) && best.some((field) => field !== "ignored" && fieldRecord(field).kind === "amount")) return [];
  return [...new Set(best)].map((field) => ({ field: field as TapeField, score: 0.6 })); // "ignored" left above
}
