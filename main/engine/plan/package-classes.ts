import { debtorTypes, litigationStages, segments } from "../../../shared/domain/codes.ts";
import type { EngineField } from "../../../shared/domain/engine-fields.ts";
import { proveColumns } from "../checks/proven-columns.ts";
import { courtOf, segmentOf } from "../column-codes.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { PackageColumns } from "../engine-types.ts";
import { sumOf } from "../numbers/summation.ts";
import { debtorCashTable, plainCash } from "./debtor-cash.ts";
import { areExitsOn } from "./exit-shares.ts";
import { isGuarantorLive, unnamedGuarantors } from "./guarantor-tables.ts";
import { hasOwnCurve, hasOwnRealisation } from "./loan-estimates.ts";
import { BY_TABLES, type CurveClass, NO_KIND, NOT_AGED, type PackageClasses, type PriceClass, type RowAssumptions } from "./plan-types.ts";
import { fileBandCount, fileBandOf } from "./running-costs.ts";

/** More than the schema lets a segment have curves by age. */
const MOST_AGES = 16;
/** More than the ways in which debtors can pay: one per stated condition, two by stage, and the plain one. */
const MOST_WAYS = 16;
/** Class numbers are stored in 16 bits. */
const MAX_CLASSES = 65_536;

/** Numbers distinct keys in order of first appearance. */
class ClassList<Value> {
  readonly values: Value[] = [];
  readonly #numbers = new Map<number | string, number>();
  readonly #field: EngineField;

  constructor(field: EngineField) {
    this.#field = field;
  }

  numberOf(key: number | string, make: () => Value): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const next = this.values.length;
    if (next === MAX_CLASSES) throw new EngineInputError("tooLarge", this.#field);
    this.#numbers.set(key, next);
    this.values.push(make());
    return next;
  }
}

/**
 * Sorts loans and items into classes, once per package.
 *
 * Own curves with one decay share a class and scale it, as long as none of them could collect the whole claim at up to
 * `cashHeadroom` times its rate: the cap at the claim is not linear. Those that could have a class of their own.
 * Whoever prices or explains a package starts here, so the columns are proved here.
 * @param columns never changed afterwards
 * @throws EngineInputError for columns that the engine refuses, tooLarge where a package has more than 65,536 different classes
 */
export function classifyPackage(columns: PackageColumns, assumptions: RowAssumptions, cashHeadroom = 1): PackageClasses {
  proveColumns(columns);
  const { loanCount, collateralStart } = columns;
  const priceClasses = new ClassList<PriceClass>("collateralKind");
  const curveClasses = new ClassList<CurveClass>("estimates");
  const itemClass = new Uint16Array(columns.appraisal.length);
  const loanClass = new Uint16Array(loanCount);
  const curveClass = new Uint16Array(loanCount);
  const curveScale = new Float64Array(loanCount).fill(1);
  const loansInSegment = new Float64Array(segments.length);
  const bands = fileBandCount({ assumptions });
  const filesInBand = new Float64Array(segments.length * bands);
  const priceClassOf = priceClassifier(columns, assumptions, priceClasses);
  const freeGuarantors = guarantorCounter(columns, assumptions);
  const debtorCash = debtorCashTable(assumptions);
  const exitsOn = areExitsOn(assumptions);
  for (let loan = 0; loan < loanCount; loan++) {
    const segment = columns.segment[loan];
    loansInSegment[segment] += 1;
    const fileBand = fileBandOf(columns.upb[loan] + columns.interest[loan] + columns.fees[loan], assumptions);
    filesInBand[segment * bands + fileBand] += 1;
    loanClass[loan] = priceClassOf(loan, NO_KIND, NO_WAIT, fileBand);
    const end = collateralStart[loan + 1];
    for (let item = collateralStart[loan]; item < end; item++) {
      const waiting = { waits: columns.seizureWaits[item], stays: columns.enforcementStayed[loan] };
      itemClass[item] = priceClassOf(loan, columns.collateralKind[item], waiting, fileBand);
    }
    const guarantors = freeGuarantors(loan);
    const { estimates } = columns;
    if (estimates === null || !hasOwnCurve(estimates, loan)) {
      const aged = agedCurveOf(columns, loan, assumptions);
      const way = debtorCash.wayOf(columns.debtorCondition[loan], columns.stage[loan]);
      const hasExits = exitsOn && mayExit(columns, loan, guarantors);
      const key = (((guarantors * segments.length + segment) * MOST_AGES + aged + 1) * MOST_WAYS + way) * 2 + Number(hasExits);
      const cash = debtorCash.ways[way];
      curveClass[loan] = curveClasses.numberOf(key, () => ({ segment, aged, cash, hasExits, ownDecay: null, ownRate: null, guarantors }));
      continue;
    }
    const rate = estimates.firstMonthRate[loan];
    const ownDecay = estimates.monthlyDecay[loan];
    const isScaled = guarantors === 0 && rate * cashHeadroom * totalOf(ownDecay, assumptions.horizonMonths) <= 1;
    const ownRate = isScaled ? null : rate;
    // Decays lie in 0 … 1, so that they never meet the whole numbers of the segments' curves.
    const key = isScaled ? -(segment + 1) - ownDecay / 2 : `${segment} ${ownDecay} ${rate} ${guarantors}`;
    curveClass[loan] = curveClasses.numberOf(key, () => ({ segment, aged: NOT_AGED, cash: plainCash, hasExits: false, ownDecay, ownRate, guarantors }));
    if (isScaled) curveScale[loan] = rate;
  }
  return {
    priceClasses: priceClasses.values,
    curveClasses: curveClasses.values,
    itemClass,
    loanClass,
    curveClass,
    curveScale,
    cutOffDate: columns.cutOffDate,
    principalYuan: sumOf(columns.upb),
    loansInSegment,
    filesInBand,
    cashHeadroom,
  };
}

/** What puts off the sale of an item: another court's seizure, its debtor's reorganisation. */
interface SaleWaits {
  readonly waits: number;
  readonly stays: number;
}
const NO_WAIT: SaleWaits = { waits: 0, stays: 0 };

type PriceClassifier = (loan: number, kind: number, waiting: SaleWaits, fileBand: number) => number;

function priceClassifier(columns: PackageColumns, { saleTaxes, priorities, conditions }: RowAssumptions, list: ClassList<PriceClass>): PriceClassifier {
  const { estimates } = columns;
  const company = debtorTypes.indexOf("company");
  const individual = debtorTypes.indexOf("individual");
  return (loan, kind, waiting, fileBand) => {
    const stage = columns.stage[loan];
    const segment = columns.segment[loan];
    const court = columns.court[loan];
    // Owners are told apart only where their taxes may differ.
    const owner = saleTaxes.length === 0 || columns.debtorIsCompany[loan] === 1 ? company : individual;
    const waits = priorities.waitingMonths === 0 ? 0 : waiting.waits;
    const stays = conditions.reorganisationMonths === 0 ? 0 : waiting.stays;
    const ownMonth = estimates !== null && hasOwnRealisation(estimates, loan) ? estimates.monthsToCash[loan] : BY_TABLES;
    // One whole number for the tuple; kinds stay below 63, months below 1023, bands below 16.
    const place = (((court * segments.length + segment) * litigationStages.length + stage) * 64 + kind + 1) * 1024 + ownMonth + 1;
    const key = (((place * debtorTypes.length + owner) * 2 + waits) * 2 + stays) * 16 + fileBand;
    return list.numberOf(key, () => ({ kind, stage, segment, owner, waits, stays, court: courtOf(columns, loan), ownMonth, fileBand }));
  };
}

/** Place among the aged curves of its segment, which rise, of the last that starts at or before the loan's days past due; else `NOT_AGED`. */
export function agedCurveOf(columns: PackageColumns, loan: number, { agedCurves }: Pick<RowAssumptions, "agedCurves">): number {
  const ages = agedCurves[segmentOf(columns.segment[loan])];
  const days = columns.daysPastDue[loan];
  let found = NOT_AGED;
  // Days that nobody states are not a number, and no number is at or before it.
  for (let at = 0; at < ages.length && ages[at].fromDaysPastDue <= days; at++) found = at;
  return found;
}

/** Whether a claim is one that is settled or resold: unsecured, or after terminated enforcement; not in bankruptcy (破产法 16). */
export function mayExit(columns: PackageColumns, loan: number, uncapped: number): boolean {
  const stage = litigationStages[columns.stage[loan]];
  if (stage === "bankruptcy") return false;
  if (stage === "executionTerminated") return true;
  const { collateralStart, guarantorStart } = columns;
  return uncapped === 0 && collateralStart[loan + 1] === collateralStart[loan] && guarantorStart[loan + 1] === guarantorStart[loan];
}

/** Counts a loan's guarantors without a cap that still count. */
function guarantorCounter(columns: PackageColumns, assumptions: RowAssumptions): (loan: number) => number {
  const { guarantorStart, guarantorCap } = columns;
  return (loan) => {
    let count = unnamedGuarantors(columns, loan, { assumptions });
    const end = guarantorStart[loan + 1];
    for (let at = guarantorStart[loan]; at < end; at++) {
      if (Number.isNaN(guarantorCap[at]) && isGuarantorLive(columns, at, { assumptions })) count += 1;
    }
    return count;
  };
}

/** Σ decay^k over the months of the horizon: what a curve with a first month's rate of 1 would collect. */
function totalOf(decay: number, months: number): number {
  return decay === 1 ? months : (1 - decay ** months) / (1 - decay);
}
