import { fieldProperty } from "../../../shared/domain/field-values.ts";
import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { loanFields } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { TapeError } from "../files/tape-error.ts";
import { joinParts } from "./join-parts.ts";

/** Rows that wait for the other drawdowns of their contracts: any later row may be one. */
const mostHeld = 300_000;

/** A claim with the drawdowns that it was joined from; one alone is a loan like any other. */
export interface HeldClaim {
  readonly loan: ParsedLoan;
  readonly parts: readonly ParsedLoan[];
  readonly findings: readonly TapeFinding[];
}

type Group = [ParsedLoan, ...ParsedLoan[]];

const compared = loanFields.map(fieldProperty).filter((property) => property !== "contractNo");

/** Holds the rows of lists whose rows of one contract are parts of one claim, until all are in. */
export class HeldClaims {
  readonly #rows = new Map<string, ParsedLoan[]>();
  readonly #drawdowns = new Set<string>();
  #count = 0;

  has(contractNo: string): boolean {
    return this.#rows.has(identifierKey(contractNo));
  }

  /** Whether a row of the contract has the drawdown's number already. */
  hasDrawdown(contractNo: string, drawdownNo: string): boolean {
    return this.#drawdowns.has(pairKey(contractNo, drawdownNo));
  }

  /** Whether a row without a number of its own says the same as one before it of its contract, in every field. */
  isSaid(loan: ParsedLoan): boolean {
    if (loan.drawdownNo !== null) return false;
    const text = textOf(loan);
    return (this.#rows.get(identifierKey(loan.contractNo)) ?? []).some((one) => textOf(one) === text);
  }

  add(loan: ParsedLoan): void {
    const key = identifierKey(loan.contractNo);
    const rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, [loan]);
    else rows.push(loan);
    if (loan.drawdownNo !== null) this.#drawdowns.add(pairKey(loan.contractNo, loan.drawdownNo));
    this.#count += 1;
    if (this.#count > mostHeld) throw new TapeError("tooManyParts", { rows: mostHeld });
  }

  /** The claims in the order in which the first row of each came; rows of another debtor are claims of their own. */
  *claims(): Generator<HeldClaim> {
    for (const rows of this.#rows.values()) {
      const { groups, findings } = byDebtor(rows);
      for (const [at, group] of groups.entries()) {
        const ofGroup = at === 0 ? [] : findings.filter(({ row, sheet }) => group.some((part) => part.rowNumber === row && part.sheet === sheet));
        if (group.length === 1) yield { loan: group[0], parts: group, findings: ofGroup };
        else {
          const joined = joinParts(group);
          yield { loan: joined.loan, parts: group, findings: [...ofGroup, ...joined.findings] };
        }
      }
    }
    this.#rows.clear();
    this.#drawdowns.clear();
  }
}

const pairKey = (contractNo: string, drawdownNo: string) => JSON.stringify([identifierKey(contractNo), identifierKey(drawdownNo)]);

function textOf(loan: ParsedLoan): string {
  const values = loan as unknown as Readonly<Record<string, unknown>>; // by the properties of its fields
  return JSON.stringify(compared.map((property) => values[property] ?? null));
}

function isSameDebtor(one: ParsedLoan, other: ParsedLoan): boolean {
  if (one.debtorId !== null && other.debtorId !== null) return identifierKey(one.debtorId) === identifierKey(other.debtorId);
  if (one.debtorName !== null && other.debtorName !== null) return identifierKey(one.debtorName) === identifierKey(other.debtorName);
  return true;
}

/** The amounts stay integers that a double holds. */
function isSafe(group: readonly ParsedLoan[], loan: ParsedLoan): boolean {
  const all = [...group, loan];
  return Number.isSafeInteger(all.reduce((sum, { principalFen, interestFen, feesFen }) => sum + principalFen + (interestFen ?? 0) + (feesFen ?? 0), 0));
}

/** One contract has one debtor: rows that name another are told and stay apart. */
function byDebtor(rows: readonly ParsedLoan[]): { readonly groups: readonly Group[]; readonly findings: readonly TapeFinding[] } {
  const groups: Group[] = [];
  const findings: TapeFinding[] = [];
  for (const loan of rows) {
    const group = groups.find((one) => one.every((part) => isSameDebtor(part, loan)) && isSafe(one, loan));
    if (group !== undefined) group.push(loan);
    else groups.push([loan]);
    const [lead] = groups[0] ?? [loan];
    if (group === groups[0] || lead === loan) continue;
    const field = loan.debtorName === null ? ("debtorId" as const) : ("debtorName" as const);
    const raw = `${loan.debtorName ?? ""} ${loan.debtorId ?? ""} ≠ ${lead.debtorName ?? ""} ${lead.debtorId ?? ""} (${lead.rowNumber})`.trim();
    findings.push({ sheet: loan.sheet, row: loan.rowNumber, field, code: "partsOtherDebtor", raw });
  }
  return { groups, findings };
}
