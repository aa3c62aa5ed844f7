import type { TapeChoice } from "../../../shared/domain/import-report.ts";
import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import type { LoanIdentity } from "../known/loan-identities.ts";
import { type HeldClaim, HeldClaims } from "../parts/held-claims.ts";
import type { UnlinkedCollateral } from "./read-collateral-row.ts";

/** Whether the rows of a list that share a contract are parts of one claim. */
export const isClaimList = ({ role, mapping }: SheetPlan): boolean => role === "loans" && mapping.drawdowns === "claim";

interface Counted {
  drawdownsJoined: number;
  drawdownsAsLoans: number;
}

/** The rows of such lists while a tape is read, with what stands beside them, and what becomes of drawdowns in each list. */
export class ClaimRows {
  readonly #held = new HeldClaims();
  readonly #items = new Map<ParsedLoan, UnlinkedCollateral>();
  readonly #counted = new Map<string, Counted>();
  /** Places of claims with several parts. */
  readonly places = new Set<number>();
  /** Rows that were joined with one before them. */
  joined = 0;
  /** The claims were given out, so a row that comes now is a loan of its own. */
  #areOut = false;

  /** Whether a row of a list stands with the held ones already: of another list by its contract, of such a one by its drawdown. */
  isKnown({ contractNo, drawdownNo, isCertain }: LoanIdentity, plan: SheetPlan): boolean {
    if (this.#areOut || !isCertain) return false;
    return isClaimList(plan) ? drawdownNo !== null && this.#held.hasDrawdown(contractNo, drawdownNo) : this.#held.has(contractNo);
  }

  takes(plan: SheetPlan, { isCertain }: LoanIdentity): boolean {
    return isClaimList(plan) && isCertain && !this.#areOut;
  }

  isSaid(loan: ParsedLoan): boolean {
    return this.#held.isSaid(loan);
  }

  add(loan: ParsedLoan): void {
    this.#held.add(loan);
  }

  addItem(part: ParsedLoan, item: UnlinkedCollateral): void {
    this.#items.set(part, item);
  }

  *claims(): Generator<HeldClaim> {
    this.#areOut = true;
    yield* this.#held.claims();
  }

  itemsOf(parts: readonly ParsedLoan[]): readonly UnlinkedCollateral[] {
    return parts.flatMap((part) => this.#items.get(part) ?? []);
  }

  /** The parts of the claim at a place, counted; none where a row stands alone. */
  joinedAt(place: number, parts: readonly ParsedLoan[]): readonly ParsedLoan[] {
    if (parts.length === 1) return [];
    this.places.add(place);
    this.joined += parts.length - 1;
    for (const { sheet } of parts.slice(1)) this.countOf(sheet).drawdownsJoined += 1;
    return parts;
  }

  countOf(sheet: string): Counted {
    const known = this.#counted.get(sheet) ?? { drawdownsJoined: 0, drawdownsAsLoans: 0 };
    this.#counted.set(sheet, known);
    return known;
  }

  /** What became of the rows of a list that share their contract with one before them, as the report says it. */
  choicesOf(sheet: string): readonly TapeChoice[] {
    const counted = this.#counted.get(sheet);
    return (["drawdownsJoined", "drawdownsAsLoans"] as const).flatMap((code): TapeChoice[] => {
      const rows = counted?.[code] ?? 0;
      return rows === 0 ? [] : [{ sheet, code, field: null, unit: null, text: String(rows) }];
    });
  }
}
