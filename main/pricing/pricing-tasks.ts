import type { Assumptions, CaseShifts, Cases } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { PricingResult, TraceNode } from "../../shared/domain/pricing-results.ts";
import { DeskError } from "../../shared/result.ts";
import { EngineInputError } from "../engine/engine-errors.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";
import { explainLoan } from "../engine/explain/explain-loan.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { pricePackage } from "../engine/price-package.ts";
import type { Task } from "../jobs/task-types.ts";
import { onHeldColumns, type SentColumns } from "../packages/held-columns.ts";
import { sharedColumn } from "../packages/loaded-package.ts";

export interface PriceInput extends SentColumns {
  readonly debtorCount: number;
  readonly assumptions: Assumptions;
  readonly cases: Cases;
  readonly bidPriceFen: number | null;
  /** Day of month 0; null: no dated measures. */
  readonly cutOffDate: string | null;
}

export interface PriceOutput {
  readonly result: PricingResult;
  readonly loanResults: Readonly<Record<CaseName, LoanResults>>;
  readonly allocatedFen: Float64Array;
}

export interface ExplainInput {
  readonly columns: PackageColumns;
  readonly loanIndex: number;
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts;
}

/** The engine's refusal as an error with a sentence. */
export function runEngine<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error;
    throw new DeskError("pricing.badInput", { field: error.field, reason: error.code, index: error.index }, { cause: error });
  }
}

/** Shared memory crosses to the main process without a copy of a million numbers. */
function shared(column: Float64Array): Float64Array {
  const copy = sharedColumn.numbers(column.length);
  copy.set(column);
  return copy;
}

/** Prices a package in a worker, with the threads that `teamFor` gives for its number of loans. */
export const priceTaskWith = (teamFor: (loanCount: number) => KernelTeam): Task<PriceInput, PriceOutput> =>
  onHeldColumns((input, context) => {
    context.throwIfCancelled();
    const { result, loanResults, allocatedFen } = runEngine(() => pricePackage(input, teamFor(input.columns.loanCount)));
    context.throwIfCancelled();
    return { result, loanResults, allocatedFen: shared(allocatedFen) };
  });

/** The trace of one loan in one case. */
export const explainTask: Task<ExplainInput, TraceNode> = ({ columns, loanIndex, assumptions, shifts }) =>
  runEngine(() => explainLoan(columns, loanIndex, assumptions, shifts));
