import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";
import type { FigureTrace } from "../../shared/domain/figure-trace.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { explainFigure, type FigureInput } from "../engine/explain/explain-figure.ts";
import { explainLoan } from "../engine/explain/explain-loan.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { type PackageInput, type PricedPackage, pricePackage } from "../engine/price-package.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { SentColumns } from "../packages/held-columns.ts";
import { sharedColumn } from "../packages/loaded-package.ts";

export interface PriceInput extends PackageInput, SentColumns {}

export interface FigureTaskInput extends FigureInput, SentColumns {}

type ExplainInput = SentColumns & { readonly loanIndex: number; readonly assumptions: Assumptions; readonly shifts: CaseShifts };

/** Shared memory crosses to the main process without a copy of a million numbers. */
function shared(column: Float64Array): Float64Array {
  const copy = sharedColumn.numbers(column.length);
  copy.set(column);
  return copy;
}

/** Prices a package with the threads that `teamFor` gives for its number of loans. */
const priceTaskWith = (teamFor: (loanCount: number) => KernelTeam): Task<PriceInput, PricedPackage> =>
  engineTask((input, context) => {
    context.throwIfCancelled();
    const priced = pricePackage(input, teamFor(input.columns.loanCount));
    context.throwIfCancelled();
    return { ...priced, allocatedFen: shared(priced.allocatedFen) };
  });

/** The trace of one loan in one case. */
const explainTask: Task<ExplainInput, TraceNode> = engineTask(({ columns, loanIndex, assumptions, shifts }) =>
  explainLoan(columns, loanIndex, assumptions, shifts),
);

/** One opened line of the trace of a figure. */
const figureTask: Task<FigureTaskInput, FigureTrace> = engineTask((input) => explainFigure(input));

export const pricingTasks = (teamFor: (loanCount: number) => KernelTeam) => ({ priceTask: priceTaskWith(teamFor), explainTask, figureTask });
export type PricingTasks = ReturnType<typeof pricingTasks>;
