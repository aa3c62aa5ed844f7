import type { ParsedCollateral, ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { DebtorRegister } from "./debtor-register.ts";
import type { LoanIdentities } from "./loan-identities.ts";
import type { UnlinkedCollateral } from "./read-collateral-row.ts";
import { joinSharedAssets } from "./same-asset.ts";

/** The kept loans and by what other lists may name them. */
export interface KnownLoans {
  /** With the names under which they are stored. */
  readonly loans: readonly ParsedLoan[];
  readonly identities: LoanIdentities;
  readonly debtors: DebtorRegister;
  /** Contract numbers of rejected loans, as keys. */
  readonly rejected: ReadonlySet<string>;
}

export interface LinkedCollateral {
  /** One for each loan that a row secures: a row of several loans stands once for each. */
  readonly collateral: readonly ParsedCollateral[];
  readonly findings: readonly TapeFinding[];
}

/** Joins collateral to its loans when all sheets are read: by contract, by drawdown, and where a row names neither, by debtor. */
export function linkCollateral(rows: readonly UnlinkedCollateral[], known: KnownLoans): LinkedCollateral {
  const findings: TapeFinding[] = [];
  const linked = rows.flatMap((row) => linkRow(row, known, findings));
  const { collateral, shared } = joinSharedAssets(linked);
  for (const { row, first } of shared) findings.push({ sheet: row.sheet, row: row.rowNumber, field: "contractNo", code: "collateralShared", raw: first });
  return { collateral, findings };
}

function linkRow(row: UnlinkedCollateral, { loans, identities, debtors, rejected }: KnownLoans, findings: TapeFinding[]): ParsedCollateral[] {
  const place = { sheet: row.sheet, row: row.rowNumber };
  const isByDebtor = row.contractNo === "";
  const debtor = [row.securedDebtor, row.securedDebtorId].filter((text) => text !== null).join(" ");
  const { places, missing } = isByDebtor
    ? { places: debtors.loansOf(row.securedDebtorId, row.securedDebtor), missing: [] }
    : identities.namedAll(row.contractNo);
  const field = isByDebtor ? (row.securedDebtor === null ? "securedDebtorId" : "securedDebtor") : "contractNo";
  const raw = isByDebtor ? debtor : row.contractNo;
  if (places.length === 0) {
    const link = !isByDebtor && rejected.has(identifierKey(row.contractNo)) ? "rejectedLoan" : "orphan";
    findings.push({ ...place, field, code: link === "orphan" ? "collateralOrphan" : "collateralOfRejectedLoan", raw });
    return [{ ...row, contractNo: raw, link, assetKey: null }];
  }
  if (missing.length > 0) findings.push({ ...place, field, code: "collateralOrphan", raw: missing.join(", ") });
  if (isByDebtor) findings.push({ ...place, field, code: "collateralByDebtor", raw });
  else if (places.length > 1) findings.push({ ...place, field, code: "collateralOfSeveral", raw });
  return places.flatMap((at) => {
    const contractNo = loans[at]?.contractNo;
    return contractNo === undefined ? [] : [{ ...row, contractNo, link: "joined" as const, assetKey: null }];
  });
}
