import type { LoanResults } from "../engine-types.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { THREAD_SCRATCH_BYTES } from "../kernel/pricing-kernel.ts";
import type { ClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { classTerms, curveTerms, kernelTables, outcomeTerms, storeFloats, storeWords } from "./kernel-tables.ts";
import type { LoweredPackage } from "./lower-package.ts";
import { RUN_WORDS } from "./lowered-rows.ts";

/** What is kept per loan. */
export type LoanDetail = "nothing" | "everything";

/**
 * Prices the lowered rows of a package in one case and adds up class sums, by the kernels.
 *
 * Chunks are added in their order with compensation, each from fixed rows: how many threads did them changes no byte.
 * @param loans views on the package's memory, one slot more than loans
 */
export function priceRows(lowered: LoweredPackage, plan: CasePlan, loans: LoanResults, detail: LoanDetail, sums: ClassSums, team: KernelTeam): void {
  const { heap, rows } = lowered;
  const chunkCount = rows.chunkRuns.length - 1;
  const runCount = rows.runs.length / RUN_WORDS;
  const mark = heap.mark;
  const tables = kernelTables(plan);
  const { discount, month } = outcomeTerms(plan);
  const sumsPerRun = 2 * tables.outcomeCount + 1;
  const runSums = heap.reserve(8 * runCount * sumsPerRun);
  const curveSums = heap.reserve(8 * chunkCount * tables.curveClassCount);
  const lists = [tables.priceFactor, tables.probability, discount, month, classTerms(plan), curveTerms(plan)].map((list) => storeFloats(heap, list));
  const kept = [loans.presentValue, loans.collateralRecovery, loans.cashRecovery, loans.costs, loans.monthsToCash].map(({ byteOffset }) => byteOffset);
  // `Tables` of assembly/layout.ts.
  const tablesAddress = storeWords(heap, [tables.outcomeCount, tables.curveClassCount, ...lists, runSums, curveSums, Number(detail === "everything"), ...kept]);
  const scratch = heap.reserve(team.threadCount * THREAD_SCRATCH_BYTES);
  team.run({ memory: heap.memory, kernel: "priceChunk", addresses: [lowered.rowsAddress, tablesAddress], partCount: chunkCount, scratch });
  addRunSums(lowered, heap.floats(runSums, runCount * sumsPerRun), tables.outcomeCount, sums);
  const byChunk = heap.floats(curveSums, chunkCount * tables.curveClassCount);
  for (let at = 0; at < byChunk.length; at++) sums.scaledRemaining.add(at % tables.curveClassCount, byChunk[at] ?? 0);
  if (detail === "everything") splitGuarantors(lowered, plan, loans);
  heap.release(mark);
}

/** Parts what guarantors without a cap pay from the cash route, with which the kernels add it. */
function splitGuarantors({ rows }: LoweredPackage, { curves }: CasePlan, loans: LoanResults): void {
  const part = curves.guarantorTotal.map((guaranteed, number) => (guaranteed > 0 ? guaranteed / (guaranteed + (curves.total[number] ?? 0)) : 0));
  if (part.every((share) => share === 0)) {
    loans.guarantorRecovery.fill(0);
    return;
  }
  for (let row = 0; row < rows.rowCount; row++) {
    const loan = rows.loan[row] ?? 0;
    const received = loans.cashRecovery[loan] ?? 0;
    const guaranteed = received * (part[rows.curveClass[row] ?? 0] ?? 0);
    loans.guarantorRecovery[loan] = guaranteed;
    loans.cashRecovery[loan] = received - guaranteed;
  }
}

function addRunSums({ rows }: LoweredPackage, byRun: Float64Array, outcomeCount: number, sums: ClassSums): void {
  let at = 0;
  for (let run = 0; run < rows.runs.length; run += RUN_WORDS) {
    const priceClass = rows.runs[run] ?? 0;
    const slot = priceClass * outcomeCount;
    for (let outcome = 0; outcome < outcomeCount; outcome++) sums.collateral.add(slot + outcome, byRun[at++] ?? 0);
    for (let outcome = 0; outcome < outcomeCount; outcome++) sums.collateralCost.add(slot + outcome, byRun[at++] ?? 0);
    sums.courtFees.add(priceClass, byRun[at++] ?? 0);
  }
}
