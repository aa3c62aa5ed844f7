import type { CompanyGap, CompanyPlan, CompanyQuarter, CompanyStress, Instrument } from "../../shared/domain/company.ts";
import { yuanFromFen } from "../../shared/money.ts";
import type { CapacityTerms, CompanyOpening } from "../engine/company/capacity.ts";
import { fundingCost } from "../engine/company/funding-cost.ts";
import { noFlows, type QuarterFlows, stressedMonths, sumQuarters } from "../engine/company/quarter-flows.ts";
import { monthsBetween, quarterOf } from "./quarter-calendar.ts";

/** What a company is rolled from. */
export interface CompanyBasis {
  readonly quarterEnd: string;
  readonly opening: CompanyOpening;
  /** One quarter more than is shown, for the liquidity of the last, as far as the plan goes. */
  readonly flows: readonly QuarterFlows[];
  readonly shown: number;
  readonly terms: CapacityTerms;
  /** Nothing says what money costs that is drawn next: with such a draw nothing can be told. */
  readonly isDrawRateUnknown: boolean;
}

/** Limits of the rules that are in force. */
export interface CapacityLimits {
  readonly maxLeverage: number | null;
  readonly minLiquidity: number | null;
}

const monthsOfQuarter = 3;

/** Cost of the debt that stands on a day; null: no quarter is entered, and all of it counts. */
export function costOf(instruments: readonly Instrument[], asOf: string | null) {
  const stands = ({ startsOn, maturesOn }: Instrument) =>
    asOf === null || ((startsOn === null || startsOn <= asOf) && (maturesOn === null || maturesOn > asOf));
  const standing = instruments.filter((one) => one.kind !== "capital" && stands(one));
  return fundingCost(
    standing.map(({ limitFen, drawnFen, rate }) => ({ limitYuan: limitFen === null ? null : yuanFromFen(limitFen), drawnYuan: yuanFromFen(drawnFen), rate })),
  );
}

/**
 * The plan from the last reported quarter on: a quarter that was reported since is planned no more, and at the other end, as before
 * one that was removed, nothing is planned.
 */
export function planAfter(plan: CompanyPlan, quarterEnd: string | null): CompanyPlan {
  if (quarterEnd === null) return plan;
  const passed = plan.plannedAfter === null ? 0 : Math.round(monthsBetween(plan.plannedAfter, quarterEnd) / monthsOfQuarter);
  return { ...plan, plannedAfter: quarterEnd, collectionsFen: plan.collectionsFen.map((_fen, at) => plan.collectionsFen[at + passed] ?? null) };
}

const isComing = ({ kind, startsOn }: Instrument, asOf: string): boolean => kind !== "capital" && startsOn !== null && startsOn > asOf;

/** Yearly rate of money that is drawn after the day; null where no instrument states one. */
function drawRateOf(instruments: readonly Instrument[], asOf: string): number | null {
  const { average, marginal } = costOf(instruments, asOf);
  const coming = instruments.filter((one) => isComing(one, asOf)).map((one) => ({ ...one, startsOn: null }));
  return marginal ?? average ?? costOf(coming, asOf).average;
}

/** What isn't entered, the first to be entered first; liquid assets alone leave only their own ratio unknown. */
export function gapsOf(quarter: CompanyQuarter | undefined, instruments: readonly Instrument[], plan: CompanyPlan): CompanyGap[] {
  const isRateLacking = ({ borrowingsFen, quarterEnd }: CompanyQuarter): boolean => {
    if (borrowingsFen !== null && borrowingsFen > 0) return costOf(instruments, quarterEnd).average === null;
    const draws = plan.dealDebtShare > 0 || instruments.some((one) => isComing(one, quarterEnd) && one.drawnFen > 0);
    return draws && drawRateOf(instruments, quarterEnd) === null;
  };
  const lacks: readonly (readonly [CompanyGap, boolean])[] = [
    ["quarter", quarter === undefined],
    ["cash", quarter !== undefined && quarter.cashFen === null],
    ["borrowings", quarter !== undefined && quarter.borrowingsFen === null],
    ["netAssets", quarter !== undefined && quarter.netAssetsFen === null],
    ["rate", quarter !== undefined && isRateLacking(quarter)],
    ["collections", plan.collectionsFen.some((fen) => fen === null)],
    ["liquidAssets", quarter !== undefined && quarter.liquidAssetsFen === null],
  ];
  return lacks.flatMap(([gap, isLacking]) => (isLacking ? [gap] : []));
}

const sumOf = (instruments: readonly Instrument[]) => instruments.reduce((total, { drawnFen }) => total + yuanFromFen(drawnFen), 0);

/**
 * The company's own quarters: planned collections spread evenly over a quarter's months, so that late ones may be moved; debt
 * that falls due and money that is still to come in the quarter of its day.
 */
function ownFlows(quarterEnd: string, instruments: readonly Instrument[], plan: CompanyPlan, stress: CompanyStress, quarters: number): QuarterFlows[] {
  const monthly = Array.from({ length: quarters * monthsOfQuarter }, (_none, month) => {
    const planned = plan.collectionsFen[Math.floor(month / monthsOfQuarter)] ?? 0;
    return yuanFromFen(planned) / monthsOfQuarter;
  });
  return sumQuarters(stressedMonths(monthly, stress), quarters).map((collections, at) => {
    const isDue = ({ kind, maturesOn }: Instrument) => kind !== "capital" && maturesOn !== null && quarterOf(quarterEnd, maturesOn) === at;
    const coming = instruments.filter(({ startsOn }) => startsOn !== null && quarterOf(quarterEnd, startsOn) === at);
    return {
      ...noFlows,
      collections,
      income: collections * plan.incomeShare,
      opex: yuanFromFen(plan.opexFen),
      dividends: yuanFromFen(plan.dividendsFen),
      maturities: sumOf(instruments.filter(isDue)),
      injections: sumOf(coming.filter(({ kind }) => kind === "capital")),
      draws: sumOf(coming.filter(({ kind }) => kind !== "capital")),
    };
  });
}

interface BasisParts {
  readonly quarter: CompanyQuarter | undefined;
  readonly instruments: readonly Instrument[];
  readonly plan: CompanyPlan;
  readonly stress: CompanyStress;
  readonly limits: CapacityLimits;
  /** How many are shown. */
  readonly quarters: number;
}

/** The company from its last reported quarter; null where something stands against it. */
export function companyBasis({ quarter, instruments, plan, stress, limits, quarters }: BasisParts): CompanyBasis | null {
  if (quarter === undefined || gapsOf(quarter, instruments, plan).some((gap) => gap !== "liquidAssets")) return null;
  const { cashFen, borrowingsFen, netAssetsFen, liquidAssetsFen, quarterEnd } = quarter;
  if (cashFen === null || borrowingsFen === null || netAssetsFen === null) return null;
  const { average } = costOf(instruments, quarterEnd);
  const drawRate = drawRateOf(instruments, quarterEnd);
  const planned = plan.collectionsFen.length;
  return {
    quarterEnd,
    opening: {
      cash: yuanFromFen(cashFen),
      borrowings: yuanFromFen(borrowingsFen),
      netAssets: yuanFromFen(netAssetsFen),
      liquid: liquidAssetsFen === null ? null : yuanFromFen(liquidAssetsFen),
    },
    flows: ownFlows(quarterEnd, instruments, plan, stress, Math.min(quarters + 1, planned)),
    shown: Math.min(quarters, planned),
    isDrawRateUnknown: drawRate === null,
    terms: {
      ...limits,
      floor: yuanFromFen(plan.floorFen),
      // Null only where no debt stands (a gap otherwise), and where nothing is drawn.
      quarterRate: (average ?? 0) / 4,
      drawRate: (drawRate ?? 0) / 4,
      refinancingShare: stress.isNotRolled ? 0 : plan.refinancingShare,
    },
  };
}
