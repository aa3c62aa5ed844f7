import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";
import type { DebtorShares } from "../../shared/domain/bid-charts.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { FigureTrace } from "../../shared/domain/figure-trace.ts";
import type { PricingResult, TraceNode } from "../../shared/domain/pricing-results.ts";
import type { DeskFile } from "../db/worker-connection.ts";
import { explainFigure, type FigureInput } from "../engine/explain/explain-figure.ts";
import { explainLoan } from "../engine/explain/explain-loan.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { type BeyondHorizon, type PackageInput, type PricedPackage, pricePackage } from "../engine/price-package.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { SentColumns } from "../packages/held-columns.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import type { LoanIds } from "../tapes/loan-ids.ts";
import { type DebtorSharesInput, debtorShares } from "./debtor-shares.ts";
import { type LoanKeys, makeLoanKeys, searchLoans } from "./loan-keys.ts";
import { exportLoans } from "./loan-list.ts";
import { orderNumbers, orderRanks } from "./sort-order.ts";
import { type WarmTerms, warmEngine } from "./warm-engine.ts";

export interface PriceInput extends PackageInput, SentColumns {}

export interface FigureTaskInput extends FigureInput, SentColumns {}

type ExplainInput = SentColumns & { readonly loanIndex: number; readonly assumptions: Assumptions; readonly shifts: CaseShifts; readonly caseName: CaseName };

/** Shared memory crosses to the main process without a copy of a million numbers. */
function shared(column: Float64Array): Float64Array {
  const copy = sharedColumn.numbers(column.length);
  copy.set(column);
  return copy;
}

/** Prices a package with the threads that `teamFor` gives for its number of loans. */
const priceTaskWith = (teamFor: (loanCount: number) => KernelTeam, beyondHorizon: BeyondHorizon): Task<PriceInput, PricedPackage> =>
  engineTask((input, context) => {
    context.throwIfCancelled();
    const priced = pricePackage(input, teamFor(input.columns.loanCount), beyondHorizon);
    context.throwIfCancelled();
    return { ...priced, allocatedFen: shared(priced.allocatedFen) };
  });

/** The result alone, with what lies beyond the horizon in every case. */
const wholeResultTaskWith = (teamFor: (loanCount: number) => KernelTeam): Task<PriceInput, PricingResult> =>
  engineTask((input) => pricePackage(input, teamFor(input.columns.loanCount)).result);

/** The trace of one loan in one case. */
const explainTask: Task<ExplainInput, TraceNode> = engineTask(({ columns, loanIndex, assumptions, shifts, caseName }) =>
  explainLoan(columns, loanIndex, assumptions, shifts, { caseName, shifts }),
);

/** One opened line of the trace of a figure. */
const figureTask: Task<FigureTaskInput, FigureTrace> = engineTask((input) => explainFigure(input));

/** What loans are ordered and found by. */
const loanKeysTask: Task<{ readonly ids: LoanIds; readonly desk: DeskFile }, LoanKeys> = ({ desk, ids }, context) => makeLoanKeys(desk, ids, context);

/** The loans in the order of numbers, or of the ranks of their texts. */
const orderLoansTask: Task<{ readonly column: Float64Array | Uint32Array; readonly descending: boolean }, Uint32Array> = ({ column, descending }) => {
  const order = sharedColumn.words(column.length);
  return column instanceof Float64Array ? orderNumbers(column, descending, order) : orderRanks(column, descending, order);
};

/** 1 for each loan that a text finds. */
const searchLoansTask: Task<Pick<LoanKeys, "searched" | "starts"> & { readonly text: string }, Uint8Array> = ({ text, ...keys }) => searchLoans(keys, text);

const debtorSharesTask: Task<DebtorSharesInput, DebtorShares> = (input, context) => debtorShares(input, context);

const warmEngineTask: Task<WarmTerms, void> = (terms) => warmEngine(terms);

export const pricingTasks = (teamFor: (loanCount: number) => KernelTeam) => ({
  priceTask: priceTaskWith(teamFor, "ofEveryCase"),
  /** For whoever waits for the bid. */
  priceEditTask: priceTaskWith(teamFor, "whereAtHand"),
  wholeResultTask: wholeResultTaskWith(teamFor),
  explainTask,
  figureTask,
  loanKeys: loanKeysTask,
  orderLoans: orderLoansTask,
  searchLoans: searchLoansTask,
  debtorShares: debtorSharesTask,
  exportLoans,
  warmEngine: warmEngineTask,
});
export type PricingTasks = ReturnType<typeof pricingTasks>;
