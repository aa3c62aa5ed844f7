import type { CollateralLink, ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { DebtorRegister } from "../known/debtor-register.ts";
import type { LoanIdentities } from "../known/loan-identities.ts";
import type { UnlinkedCollateral } from "./read-collateral-row.ts";
import { RepeatedItems } from "./repeated-items.ts";
import { joinSharedAssets } from "./same-asset.ts";

/** The kept loans and by what other lists may name them. */
export interface KnownLoans {
  readonly identities: LoanIdentities;
  readonly debtors: DebtorRegister;
  /** Contract numbers of rejected loans, as keys. */
  readonly rejected: ReadonlySet<string>;
  /** Of items that the row of their loan states the loan's place. */
  readonly placesOfOwn: ReadonlyMap<UnlinkedCollateral, number>;
  /** The places of claims that several drawdowns are parts of. */
  readonly claims: ReadonlySet<number>;
}

export interface LinkedCollateral {
  /** One for each loan that a row secures: a row of several loans stands once for each. */
  readonly collateral: readonly ParsedCollateral[];
  /** Of each the place of its loan; null where none is known. */
  readonly places: readonly (number | null)[];
  readonly findings: readonly TapeFinding[];
  /** Rows whose asset stands with another drawdown of the same claim already, where it counts. */
  readonly repeated: readonly TapeFinding[];
}

/** Joins collateral to its loans when all sheets are read: by contract, by drawdown, and where a row names neither, by debtor. */
export function linkCollateral(rows: readonly UnlinkedCollateral[], known: KnownLoans, cutOffDate: string | null): LinkedCollateral {
  const findings: TapeFinding[] = [];
  for (const { sheet, rowNumber: row, appraisalDate: raw } of rows)
    if (raw !== null && cutOffDate !== null && raw > cutOffDate) findings.push({ sheet, row, field: "appraisalDate", code: "dateAfterCutOff", raw });
  const seen = new RepeatedItems();
  const repeated: TapeFinding[] = [];
  const linked = rows.flatMap((row) => {
    const source = known.placesOfOwn.has(row) ? `#${row.sheet} ${row.rowNumber}` : identifierKey(row.contractNo);
    return linkRow(row, known, findings).filter(({ item, place }) => {
      const again = place !== null && known.claims.has(place) ? seen.seen(place, item, source) : null;
      if (again !== null) repeated.push(again);
      return again === null;
    });
  });
  const { collateral, shared, again } = joinSharedAssets(linked.map(({ item }) => item));
  for (const { row, first } of shared) findings.push({ sheet: row.sheet, row: row.rowNumber, field: "contractNo", code: "collateralShared", raw: first });
  for (const { sheet, rowNumber, assetNo, address } of again) {
    const field = assetNo === null ? "address" : "assetNo";
    findings.push({ sheet, row: rowNumber, field, code: "collateralTwice", raw: assetNo ?? address ?? "" });
  }
  return { collateral, places: linked.map(({ place }) => place), findings, repeated };
}

interface LinkedItem {
  readonly item: ParsedCollateral;
  readonly place: number | null;
}

/** A row is completed where it stands: there may be a million. */
function completed(row: UnlinkedCollateral, contractNo: string, link: CollateralLink): ParsedCollateral {
  return Object.assign(row, { contractNo, link, assetKey: null });
}

function linkRow(row: UnlinkedCollateral, { identities, debtors, rejected, placesOfOwn }: KnownLoans, findings: TapeFinding[]): LinkedItem[] {
  const own = placesOfOwn.get(row);
  if (own !== undefined) return [{ item: completed(row, identities.nameAt(own) ?? row.contractNo, "joined"), place: own }];
  const where = { sheet: row.sheet, row: row.rowNumber };
  const isByDebtor = row.contractNo === "";
  const debtor = [row.securedDebtor, row.securedDebtorId].filter((text) => text !== null).join(" ");
  const { places, missing } = isByDebtor
    ? { places: debtors.loansOf(row.securedDebtorId, row.securedDebtor), missing: [] }
    : identities.namedAll(row.contractNo);
  const field = isByDebtor ? (row.securedDebtor === null ? "securedDebtorId" : "securedDebtor") : "contractNo";
  const raw = isByDebtor ? debtor : row.contractNo;
  if (places.length === 0) {
    const link = !isByDebtor && rejected.has(identifierKey(row.contractNo)) ? "rejectedLoan" : "orphan";
    findings.push({ ...where, field, code: link === "orphan" ? "collateralOrphan" : "collateralOfRejectedLoan", raw });
    return [{ item: completed(row, raw, link), place: null }];
  }
  if (missing.length > 0) findings.push({ ...where, field, code: "collateralOrphan", raw: missing.join(", ") });
  if (isByDebtor) findings.push({ ...where, field, code: "collateralByDebtor", raw });
  else if (places.length > 1) findings.push({ ...where, field, code: "collateralOfSeveral", raw });
  return places.flatMap((place) => {
    const contractNo = identities.nameAt(place);
    return contractNo === undefined ? [] : [{ item: completed(places.length === 1 ? row : { ...row }, contractNo, "joined"), place }];
  });
}
