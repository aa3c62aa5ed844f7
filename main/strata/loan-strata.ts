import { debtorConditions, debtorTypes, segments } from "../../shared/domain/codes.ts";
import { type BandedStratum, codedStrata, isBanded, isCoded, type StrataCut } from "../../shared/domain/strata.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { idAt, type LoanIds } from "../tapes/loan-ids.ts";
import { notStated, type StrataKeys, type WordColumn } from "./strata-keys.ts";

/** A package as it can be cut. */
export interface CuttablePackage {
  readonly columns: PackageColumns;
  readonly keys: StrataKeys;
  readonly ids: LoanIds;
  /** Of each debtor the first of its loans. */
  readonly firstLoan: Uint32Array;
  /** Of each loan what the desk makes of its debtor over what the model does, NaN where the desk has no estimate; null: none is asked for. */
  readonly ownRatio: Float64Array | null;
}

/** The strata of a field: of each loan the place of its stratum, `notStated` where the tape doesn't say. */
export interface LoanStrata {
  readonly places: Uint32Array;
  readonly count: number;
  /** How a stratum is named (shared/domain/strata.ts). */
  readonly memberOf: (place: number) => string;
  /** The strata stand in their own order, not in that of a measure. */
  readonly isOrdered: boolean;
}

export const claimFenOf = ({ upb, interest, fees }: PackageColumns, loan: number): number =>
  fenFromYuan(upb[loan] ?? 0) + fenFromYuan(interest[loan] ?? 0) + fenFromYuan(fees[loan] ?? 0);

/** Whole fen of each item, so that sums by loan come to the package's. */
export function appraisalFenOf({ collateralStart, appraisal }: PackageColumns, loan: number): number {
  let sum = 0;
  for (let item = collateralStart[loan] ?? 0; item < (collateralStart[loan + 1] ?? 0); item += 1) sum += fenFromYuan(appraisal[item] ?? 0);
  return sum;
}

/** What a loan's band is told by; NaN where there is nothing to tell. */
function bandedFigure({ columns, ownRatio }: CuttablePackage, field: BandedStratum, loan: number): number {
  if (field === "ownToModel") return ownRatio?.[loan] ?? Number.NaN;
  if (field === "principal") return fenFromYuan(columns.upb[loan] ?? 0);
  if (field === "claim") return claimFenOf(columns, loan);
  if (field === "daysPastDue") return columns.daysPastDue[loan] ?? Number.NaN;
  const hasItems = (columns.collateralStart[loan + 1] ?? 0) > (columns.collateralStart[loan] ?? 0);
  if (!hasItems) return Number.NaN;
  const appraisalFen = appraisalFenOf(columns, loan);
  if (field === "appraisal") return appraisalFen;
  const claimFen = claimFenOf(columns, loan);
  return claimFen > 0 ? appraisalFen / claimFen : Number.NaN;
}

/** Bands from each edge up to the next, and one below the first. */
function bandedStrataOf(cuttable: CuttablePackage, field: BandedStratum, edges: readonly number[]): LoanStrata {
  const places = new Uint32Array(cuttable.columns.loanCount);
  for (let loan = 0; loan < places.length; loan += 1) {
    const figure = bandedFigure(cuttable, field, loan);
    let band = 0;
    while (band < edges.length && figure >= (edges[band] ?? 0)) band += 1;
    places[loan] = Number.isNaN(figure) ? notStated : band;
  }
  return { places, count: edges.length + 1, memberOf: String, isOrdered: true };
}

function listed(codes: readonly string[], places: Uint8Array | Uint32Array): LoanStrata {
  return { places: Uint32Array.from(places), count: codes.length, memberOf: (place) => codes[place] ?? "", isOrdered: true };
}

/** Words that are codes stand where the list of codes has them; a word that isn't in it would be of a later version. */
function codedWords(codes: readonly string[], { places, words }: WordColumn): LoanStrata {
  const placeOf = words.map((word) => codes.indexOf(word));
  const byCode = places.map((place) => {
    const code = place === notStated ? -1 : (placeOf[place] ?? -1);
    return code < 0 ? notStated : code;
  });
  return { places: byCode, count: codes.length, memberOf: (place) => codes[place] ?? "", isOrdered: true };
}

/** Where a field puts each loan. */
export function strataOf(cuttable: CuttablePackage, { field, edges }: StrataCut): LoanStrata {
  const { columns, keys, ids, firstLoan } = cuttable;
  if (isBanded(field)) return bandedStrataOf(cuttable, field, edges);
  if (field === "debtor")
    return { places: columns.debtor, count: firstLoan.length, memberOf: (place) => String(idAt(ids, firstLoan[place] ?? 0)), isOrdered: false };
  if (field === "segment") return listed(segments, columns.segment);
  if (field === "debtorCondition") return listed(debtorConditions, columns.debtorCondition);
  if (field === "debtorType")
    return listed(
      debtorTypes,
      columns.debtorIsCompany.map((isCompany) => (isCompany === 1 ? debtorTypes.indexOf("company") : debtorTypes.indexOf("individual"))),
    );
  if (isCoded(field)) return codedWords(codedStrata[field], keys[field]);
  const { places, words } = keys[field];
  return { places, count: words.length, memberOf: (place) => words[place] ?? "", isOrdered: false };
}
