import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import type { PackageColumns } from "../engine-types.ts";
import { isOwnIn } from "../plan/own-case.ts";
import { priceCase } from "../price-package.ts";

export interface OwnToModelInput {
  readonly columns: PackageColumns;
  readonly debtors: number;
  readonly assumptions: Assumptions;
  /** Of the base case. */
  readonly shifts: CaseShifts;
  /** [loan] value in the base case as it is priced, yuan. */
  readonly pricedYuan: Float64Array;
}

/**
 * What the desk's own work makes of a debtor over what the model alone makes of it, by loan: the base case's value with own
 * estimates over that without. NaN for debtors without an own estimate in that case, and where the model gives no value to compare.
 * @throws EngineInputError for columns that the engine refuses
 */
export function ownToModel({ columns, debtors, assumptions, shifts, pricedYuan }: OwnToModelInput): Float64Array {
  const { debtor, loanCount } = columns;
  const ratios = new Float64Array(loanCount).fill(Number.NaN);
  if (columns.ownEstimates === null) return ratios;
  const model = priceCase({ ...columns, ownEstimates: null }, assumptions, shifts, undefined, { caseName: "base", shifts });
  const modelYuan = new Float64Array(debtors);
  const ownYuan = new Float64Array(debtors);
  const isOwn = new Uint8Array(debtors);
  for (let loan = 0; loan < loanCount; loan++) {
    const at = debtor[loan];
    modelYuan[at] += model.loans.presentValue[loan];
    ownYuan[at] += pricedYuan[loan];
    if (isOwnIn(columns, loan, "base")) isOwn[at] = 1;
  }
  for (let loan = 0; loan < loanCount; loan++) {
    const at = debtor[loan];
    if (isOwn[at] === 1 && modelYuan[at] > 0) ratios[loan] = Math.max(0, ownYuan[at] / modelYuan[at]);
  }
  return ratios;
}
