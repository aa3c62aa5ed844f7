import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { claimValidityChecks, fillRules } from "../../shared/domain/codes.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { segmentOf } from "../engine/column-codes.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";
import type { StatedLoan } from "./loan-row-queries.ts";

/** What the loans of a priced package come to in one case. */
export interface LoanFigures {
  readonly columns: PackageColumns;
  readonly results: LoanResults;
  readonly allocatedFen: Float64Array;
}

/** Yuan, all items of a loan together. */
export function loanAppraisal({ collateralStart, appraisal }: Pick<PackageColumns, "collateralStart" | "appraisal">, index: number): number {
  let sum = 0;
  for (let item = collateralStart[index] ?? 0; item < (collateralStart[index + 1] ?? 0); item++) sum += appraisal[item] ?? 0;
  return sum;
}

/** A loan as lists show it: what the tape states of it, and what its price comes to. */
export function loanRow({ columns, results, allocatedFen }: LoanFigures, index: number, loan: StatedLoan): LoanRow {
  const fen = (column: Float64Array) => fenFromYuan(column[index] ?? 0);
  const mask = columns.fillMask[index] ?? 0;
  const monthsToCash = results.monthsToCash[index] ?? Number.NaN;
  return {
    loanId: loan.id,
    contractNo: loan.contract_no,
    debtorName: loan.debtor_name ?? "",
    region: loan.region,
    fiveTierClass: loan.five_tier_class,
    securityKind: loan.security_kind,
    litigationStage: loan.litigation_stage,
    segment: segmentOf(columns.segment[index]),
    upbFen: fen(columns.upb),
    claimFen: fen(columns.upb) + fen(columns.interest) + fen(columns.fees),
    appraisalFen: fenFromYuan(loanAppraisal(columns, index)),
    collateralRecoveryFen: fen(results.collateralRecovery),
    guarantorRecoveryFen: fen(results.guarantorRecovery),
    cashRecoveryFen: fen(results.cashRecovery),
    ownRecoveryFen: results.ownRecovery === null ? null : fen(results.ownRecovery),
    costsFen: fen(results.costs),
    presentValueFen: fen(results.presentValue),
    monthsToCash: Number.isNaN(monthsToCash) ? null : monthsToCash,
    allocatedFen: allocatedFen[index] ?? 0,
    failedChecks: claimValidityChecks.filter((_, check) => ((columns.failedChecks[index] ?? 0) & (1 << check)) !== 0),
    fills: fillRules.filter((_, rule) => (mask & (1 << rule)) !== 0),
  };
}
