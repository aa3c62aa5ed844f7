import type { TapeCounts } from "../../../shared/domain/import-report.ts";
import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";

/** A collateral row counts once, also where it secures several loans. */
export function countTape(
  loansKept: number,
  collateral: readonly ParsedCollateral[],
  rows: Pick<TapeCounts, "loanRows" | "collateralRows" | "guarantorRows" | "repaymentRows" | "factRows" | "skippedRows" | "partsJoined">,
): Omit<TapeCounts, "debtors" | "loansWithoutDebtor" | "guarantorsJoined" | "repaymentsJoined" | "factsJoined"> {
  const own = ownRows(collateral);
  const linked = (link: ParsedCollateral["link"]) => own.filter((row) => row.link === link).length;
  return {
    ...rows,
    loansKept,
    loansRejected: rows.loanRows - loansKept - rows.partsJoined,
    collateralKept: own.length,
    collateralRejected: rows.collateralRows - own.length,
    collateralJoined: linked("joined"),
    collateralOrphans: linked("orphan"),
    collateralOnRejectedLoans: linked("rejectedLoan"),
  };
}

/** Each row of the file once; those of several loans stand one behind the other. */
function ownRows(collateral: readonly ParsedCollateral[]): readonly ParsedCollateral[] {
  return collateral.filter((row, at) => {
    const before = collateral[at - 1];
    return before === undefined || before.rowNumber !== row.rowNumber || before.sheet !== row.sheet;
  });
}

export function sumAppraisals(collateral: readonly ParsedCollateral[]) {
  const sums = { appraisalFen: 0, appraisalJoinedFen: 0 };
  for (const { appraisalFen, link } of ownRows(collateral)) {
    sums.appraisalFen += appraisalFen ?? 0;
    if (link === "joined") sums.appraisalJoinedFen += appraisalFen ?? 0;
  }
  return sums;
}
