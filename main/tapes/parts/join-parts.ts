import { partRules } from "../../../shared/domain/claim-parts.ts";
import { fieldProperty } from "../../../shared/domain/field-values.ts";
import type { ParsedGuarantor, ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { fieldRecord, type LoanField, loanFields } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding, TapeFindingCode } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";

/** One claim of several drawdowns, and what is to be said of it. */
interface JoinedParts {
  readonly loan: ParsedLoan;
  readonly findings: readonly TapeFinding[];
}

type Value = string | number;
interface Stated {
  readonly value: Value;
  readonly part: ParsedLoan;
}
/** A value that some parts state, with the rows that do and the principal behind it. */
interface Side {
  readonly value: Value;
  readonly rows: number[];
  principalFen: number;
}

const mostRaw = 200;
const listSign = "、";

/** Fields that the parts decide together; who guarantees, and the desk's own estimate, are put together by rules of their own. */
const decidedFields = loanFields.filter(
  (field) =>
    !["contractNo", "drawdownNo", "amountUnit", "guarantors", "guaranteeCap", "guaranteeEnd"].includes(field) && fieldRecord(field).table === undefined,
);

const codes = {
  earliest: "partsEarliest",
  latest: "partsLatest",
  largest: "partsLargest",
  worst: "partsWorst",
  weightiest: "partsWeightiest",
} as const satisfies Record<string, TapeFindingCode>;

/** Joins drawdowns of one contract and debtor: amounts are added to the fen, other fields decided by the rules of `partRules`. */
export function joinParts(parts: readonly [ParsedLoan, ...ParsedLoan[]]): JoinedParts {
  const [first] = parts;
  const findings: TapeFinding[] = [];
  const say = (field: LoanField | null, code: TapeFindingCode, raw: string) =>
    findings.push({ sheet: first.sheet, row: first.rowNumber, field, code, raw: raw.slice(0, mostRaw) });
  say(
    "drawdownNo",
    "partsJoined",
    parts.map(({ drawdownNo, rowNumber }) => (drawdownNo === null ? `#${rowNumber}` : `${drawdownNo} (${rowNumber})`)).join(listSign),
  );
  const joined: Record<string, unknown> = { ...first };
  for (const field of decidedFields) joined[fieldProperty(field)] = decided(field, parts, say);
  const numbers = new Set(parts.flatMap(({ drawdownNo }) => (drawdownNo === null ? [] : [drawdownNo])));
  joined["drawdownNo"] = numbers.size === 0 ? null : [...numbers].join(listSign);
  joined["estimate"] = estimateOf(parts, say);
  // Every field is one of the first part's.
  return { loan: { ...joined, ...guaranteesOf(parts, say) } as unknown as ParsedLoan, findings };
}

type Say = (field: LoanField | null, code: TapeFindingCode, raw: string) => void;

function decided(field: LoanField, parts: readonly ParsedLoan[], say: Say): Value | null {
  const property = fieldProperty(field);
  const stated = parts.flatMap((part): Stated[] => {
    const value = (part as unknown as Readonly<Record<string, Value | null | undefined>>)[property];
    return value === null || value === undefined ? [] : [{ value, part }];
  });
  const [one] = stated;
  if (one === undefined) return null;
  const rule = partRules[field] ?? "weightiest";
  if (rule === "sum") return summed(field, stated, parts, say);
  const sides = sidesOf(stated);
  const [side] = sides.toSorted(orderBy[rule](field));
  if (side === undefined) return null;
  if (sides.length > 1) say(field, codes[rule], differing(field, sides, side));
  return side.value;
}

/** A sum of amounts that are integers, and so exact. What a part doesn't state counts as nothing, unless it is the claim's total. */
function summed(field: LoanField, stated: readonly Stated[], parts: readonly ParsedLoan[], say: Say): number | null {
  const missing = parts.filter((part) => !stated.some((one) => one.part === part));
  if (missing.length > 0) say(field, "partsUnstated", missing.map(({ rowNumber }) => `#${rowNumber}`).join(listSign));
  if (missing.length > 0 && field === "claimTotal") return null;
  return stated.reduce((sum, { value }) => sum + Number(value), 0);
}

function sidesOf(stated: readonly Stated[]): Side[] {
  const sides = new Map<string, Side>();
  for (const { value, part } of stated) {
    const key = typeof value === "string" ? identifierKey(value) : String(value);
    const side = sides.get(key) ?? { value, rows: [], principalFen: 0 };
    side.rows.push(part.rowNumber);
    side.principalFen += part.principalFen;
    sides.set(key, side);
  }
  return [...sides.values()];
}

const textually = (a: Side, b: Side) => (String(a.value) < String(b.value) ? -1 : 1);
const byNumber = (a: Side, b: Side) => Number(b.value) - Number(a.value);
const place = (field: LoanField, { value }: Side) => fieldRecord(field).codes?.indexOf(String(value)) ?? 0;

const orderBy: Readonly<Record<keyof typeof codes, (field: LoanField) => (a: Side, b: Side) => number>> = {
  earliest: () => textually,
  latest: () => (a, b) => textually(b, a),
  largest: () => byNumber,
  worst: (field) => (a, b) => place(field, b) - place(field, a),
  weightiest: () => (a, b) => b.principalFen - a.principalFen || textually(a, b),
};

/** What parts state, the value that counts first; of codes the rows alone, since a code is no word of the file's. */
function differing(field: LoanField, sides: readonly Side[], taken: Side): string {
  const isCode = fieldRecord(field).kind === "code";
  const say = ({ value, rows }: Side) => (isCode ? rows.map((row) => `#${row}`).join(listSign) : `${value} (${rows.join(", ")})`);
  return [taken, ...sides.filter((side) => side !== taken)].map(say).join(" ≠ ");
}

/** The desk's own estimate for a part is one for the claim where no other part states another; else that with most principal behind it. */
function estimateOf(parts: readonly ParsedLoan[], say: Say): ParsedLoan["estimate"] {
  const stated = parts.filter(({ estimate }) => estimate !== null).toSorted((a, b) => b.principalFen - a.principalFen || a.rowNumber - b.rowNumber);
  const [first] = stated;
  const texts = new Set(stated.map(({ estimate }) => JSON.stringify(estimate)));
  if (texts.size > 1) say("estimateMonths", "partsWeightiest", stated.map(({ rowNumber }) => `#${rowNumber}`).join(" ≠ "));
  return first?.estimate ?? null;
}

const lower = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));
const earlier = (a: string | null, b: string | null) => (a === null || b === null ? (a ?? b) : a < b ? a : b);

/**
 * Whoever guarantees one part is listed, once, with the lowest limit and the earliest end that is stated. Where parts differ in
 * whom they name, or in a guarantee's terms, it is said: a guarantee of one drawdown may not reach the others.
 */
function guaranteesOf(parts: readonly ParsedLoan[], say: Say): Pick<ParsedLoan, "guarantors" | "guaranteeCapFen" | "guaranteeEnd" | "furtherGuarantors"> {
  const known = new Map<string, ParsedGuarantor>();
  let differs = false;
  for (const { guarantors, guaranteeCapFen, guaranteeEnd } of parts) {
    for (const name of guarantors) {
      const before = known.get(identifierKey(name));
      differs ||= before !== undefined && (before.guaranteeCapFen !== guaranteeCapFen || before.guaranteeEnd !== guaranteeEnd);
      const terms =
        before === undefined
          ? { guaranteeCapFen, guaranteeEnd }
          : { guaranteeCapFen: lower(before.guaranteeCapFen, guaranteeCapFen), guaranteeEnd: earlier(before.guaranteeEnd, guaranteeEnd) };
      known.set(identifierKey(name), { guarantors: before?.guarantors ?? name, ...terms });
    }
  }
  const names = (part: ParsedLoan) => part.guarantors.map(identifierKey).toSorted().join();
  differs ||= new Set(parts.map(names)).size > 1;
  if (differs) say("guarantors", "partsGuarantors", parts.map(({ guarantors, rowNumber }) => `${guarantors.join(listSign)} (${rowNumber})`).join(" ≠ "));
  const [lead, ...others] = known.values();
  if (lead === undefined) return { guarantors: [], guaranteeCapFen: null, guaranteeEnd: null, furtherGuarantors: [] };
  const { guaranteeCapFen, guaranteeEnd } = lead;
  const isAlike = others.every((one) => one.guaranteeCapFen === guaranteeCapFen && one.guaranteeEnd === guaranteeEnd);
  const [first, further] = isAlike ? [[lead, ...others], []] : [[lead], others];
  return { guarantors: first.map(({ guarantors }) => guarantors), guaranteeCapFen, guaranteeEnd, furtherGuarantors: further };
}
