import type { LoanResults } from "../engine-types.ts";
import { storeRecord } from "../kernel/kernel-records.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { THREAD_SCRATCH_BYTES } from "../kernel/pricing-kernel.ts";
import type { ClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { netPriceFactors, outcomeDiscounts, receiptMonths, storeClassTerms, storeCurveTerms } from "./case-records.ts";
import type { LoweredPackage } from "./lower-package.ts";

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
  const { outcomeCount } = plan;
  const curveClassCount = plan.classes.curveClasses.length;
  const chunkCount = rows.chunkRuns.length - 1;
  const mark = heap.mark;
  const floats = (length: number): Float64Array => heap.floats(heap.reserve(8 * length), length);
  const byRun: RunSums = {
    collateral: floats(rows.runs.length * outcomeCount),
    costs: floats(rows.runs.length * outcomeCount),
    courtFees: floats(rows.runs.length),
    takeOver: floats(rows.runs.length),
  };
  const curveSums = floats(chunkCount * curveClassCount);
  const tables = storeRecord(heap, "CaseTables", {
    outcomeCount,
    curveClassCount,
    factor: heap.storeFloats(netPriceFactors(plan)),
    probability: heap.storeFloats(plan.outcomeProbability),
    discount: heap.storeFloats(outcomeDiscounts(plan)),
    month: heap.storeFloats(receiptMonths(plan)),
    classTerms: storeClassTerms(heap, plan),
    curveTerms: storeCurveTerms(heap, plan),
    collateralSums: byRun.collateral.byteOffset,
    costSums: byRun.costs.byteOffset,
    courtFeeSums: byRun.courtFees.byteOffset,
    takeOverSums: byRun.takeOver.byteOffset,
    takeOverOutcome: plan.debtForAssetOutcome,
    takeOverOutlay: plan.takeOver.outlay,
    takeOverProceeds: plan.takeOver.proceeds,
    takeOverLeast: plan.takeOver.least,
    curveSums: curveSums.byteOffset,
    keepsLoans: Number(detail === "everything"),
    presentValue: loans.presentValue.byteOffset,
    collateral: loans.collateralRecovery.byteOffset,
    cash: loans.cashRecovery.byteOffset,
    costs: loans.costs.byteOffset,
    months: loans.monthsToCash.byteOffset,
  });
  const scratch = heap.reserve(team.threadCount * THREAD_SCRATCH_BYTES);
  team.run({ memory: heap.memory, kernel: "priceChunk", addresses: [lowered.rowsAddress, tables], partCount: chunkCount, scratch });
  addRunSums(lowered, byRun, outcomeCount, sums);
  for (let at = 0; at < curveSums.length; at++) sums.scaledRemaining.add(at % curveClassCount, curveSums[at]);
  if (detail === "everything") splitGuarantors(lowered, plan, loans);
  heap.release(mark);
}

/** Parts what guarantors without a cap pay from the cash route, with which the kernels add it. */
function splitGuarantors({ rows }: LoweredPackage, { curves }: CasePlan, loans: LoanResults): void {
  const part = curves.guarantorTotal.map((guaranteed, number) => (guaranteed > 0 ? guaranteed / (guaranteed + curves.total[number]) : 0));
  if (part.every((share) => share === 0)) {
    loans.guarantorRecovery.fill(0);
    return;
  }
  for (let row = 0; row < rows.rowCount; row++) {
    const loan = rows.loan[row];
    const received = loans.cashRecovery[loan];
    const guaranteed = received * part[rows.curveClass[row]];
    loans.guarantorRecovery[loan] = guaranteed;
    loans.cashRecovery[loan] = received - guaranteed;
  }
}

/** What the rows of each run add up to, yuan. */
interface RunSums {
  /** [run × outcome] collateral cash, and its costs before their shift. */
  readonly collateral: Float64Array;
  readonly costs: Float64Array;
  /** [run] */
  readonly courtFees: Float64Array;
  readonly takeOver: Float64Array;
}

function addRunSums({ rows }: LoweredPackage, byRun: RunSums, outcomeCount: number, sums: ClassSums): void {
  for (let run = 0; run < rows.runs.length; run++) {
    const { priceClass } = rows.runs[run];
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      sums.collateral.add(priceClass * outcomeCount + outcome, byRun.collateral[run * outcomeCount + outcome]);
      sums.collateralCost.add(priceClass * outcomeCount + outcome, byRun.costs[run * outcomeCount + outcome]);
    }
    sums.courtFees.add(priceClass, byRun.courtFees[run]);
    sums.takeOver.add(priceClass, byRun.takeOver[run]);
  }
}
