import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";
import { grossRecoveryOf } from "../engine/gross-recovery.ts";
import { sumOf } from "../engine/numbers/summation.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import { tieToTotal } from "./tie-to-total.ts";

/** Of each debtor what a case makes of it. */
interface CaseSums {
  readonly grossFen: Float64Array;
  readonly costsFen: Float64Array;
  readonly presentValueFen: Float64Array;
  /** Months to cash, weighted by what comes in; NaN where nothing does. */
  readonly months: Float64Array;
}

/** Of each debtor its loans added up, whole fen in memory that threads share. */
export interface DebtorSums {
  readonly loans: Uint32Array;
  readonly principalFen: Float64Array;
  readonly interestFen: Float64Array;
  readonly feesFen: Float64Array;
  readonly allocatedFen: Float64Array;
  readonly cases: Readonly<Record<CaseName, CaseSums>>;
}

export interface SummedPackage {
  readonly columns: PackageColumns;
  readonly debtors: number;
  readonly loanResults: Readonly<Record<CaseName, LoanResults>>;
  readonly allocatedFen: Float64Array;
  /** Gross recovery of the package by case, which its debtors' is to add up to. */
  readonly grossFen: Readonly<Record<CaseName, number>>;
}

/**
 * Adds up a priced package by debtor. Amounts of the tape are whole fen and add up as they are; what a case makes of the loans
 * is rounded so that the debtors add up to the loans' total to the fen (METHOD §1).
 */
export function sumByDebtor({ columns, debtors, loanResults, allocatedFen, grossFen }: SummedPackage): DebtorSums {
  const { debtor, upb, interest, fees } = columns;
  const loans = sharedColumn.words(debtors);
  for (const at of debtor) loans[at] = (loans[at] ?? 0) + 1;
  const wholeFen = (column: Float64Array) => addUp(debtor, debtors, (loan) => fenFromYuan(column[loan] ?? 0));
  const caseSums = (name: CaseName) => sumCase(debtor, debtors, loanResults[name], grossFen[name]);
  const cases = Object.fromEntries(caseNames.map((name) => [name, caseSums(name)])) as Record<CaseName, CaseSums>; // each case once
  return {
    loans,
    principalFen: wholeFen(upb),
    interestFen: wholeFen(interest),
    feesFen: wholeFen(fees),
    allocatedFen: addUp(debtor, debtors, (loan) => allocatedFen[loan] ?? 0),
    cases,
  };
}

function addUp(debtor: Uint32Array, debtors: number, of: (loan: number) => number): Float64Array {
  const sums = sharedColumn.numbers(debtors);
  for (let loan = 0; loan < debtor.length; loan += 1) {
    const at = debtor[loan] ?? 0;
    sums[at] = (sums[at] ?? 0) + of(loan);
  }
  return sums;
}

function sumCase(debtor: Uint32Array, debtors: number, results: LoanResults, grossFen: number): CaseSums {
  const { costs, presentValue, monthsToCash } = results;
  const grossOf = (loan: number) => grossRecoveryOf(results, loan);
  const gross = addUp(debtor, debtors, grossOf);
  const weighted = addUp(debtor, debtors, (loan) => {
    const comesIn = grossOf(loan);
    return comesIn > 0 ? comesIn * (monthsToCash[loan] ?? 0) : 0;
  });
  const months = sharedColumn.numbers(debtors);
  for (let at = 0; at < debtors; at += 1) months[at] = (gross[at] ?? 0) > 0 ? (weighted[at] ?? 0) / (gross[at] ?? 1) : Number.NaN;
  const tied = (column: Float64Array) => {
    const yuan = addUp(debtor, debtors, (loan) => column[loan] ?? 0);
    return tieToTotal(yuan, fenFromYuan(sumOf(column)));
  };
  return { grossFen: tieToTotal(gross, grossFen), costsFen: tied(costs), presentValueFen: tied(presentValue), months };
}
