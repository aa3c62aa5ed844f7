import type { Assumptions, CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import type { OwnCase, PackageColumns } from "../engine-types.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { alone } from "../kernel/pricing-kernel.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { planCase, SharedTables } from "../plan/case-plan.ts";
import { type ClassSums, type CollateralSums, emptyClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { type CurveCash, expandFlows } from "../pool/pool-flows.ts";
import { poolPresentValue, solveMaxBid } from "../pool/price-measures.ts";
import type { PricedPool } from "../price-package.ts";
import { type PreparedPackage, preparePackage } from "../rows/prepared-package.ts";
import { addFullLoans, priceLoans } from "../rows/price-loans.ts";
import { type GroupMember, groupByFactor, type ScenarioGroup } from "./scenario-groups.ts";
import { bytesPerScenario, type SweptScenarios, sweepScenarios } from "./sweep-scenarios.ts";

/** Memory that a sweep may take; more scenarios are swept in several goes. */
const SWEEP_BYTES = 64 * 2 ** 20;

/**
 * Pools of many scenarios at once (METHOD §5), in the order of `cases`; each is what `priceCase` gives, to 1e-9.
 *
 * Scenarios that differ only by a factor on collateral prices are swept together: one pass over the loans, however many
 * they are. Loans of the full path, and scenarios that stand alone, are priced one scenario at a time.
 * @param own the case that the scenarios start from: its own estimates count, moved by what goes beyond its shifts
 * @throws EngineInputError for columns that the engine refuses
 */
export function priceScenarios(
  columns: PackageColumns,
  assumptions: Assumptions,
  cases: readonly (CaseShifts | ScenarioShifts)[],
  team: KernelTeam = alone,
  own?: OwnCase,
): PricedPool[] {
  const prepared = preparePackage(columns, assumptions, cases);
  const shared = new SharedTables();
  const plans = cases.map((shifts) => planCase({ assumptions, shifts, own }, prepared.classes, shared));
  const pools: PricedPool[] = [];
  for (const group of groupByFactor(plans)) {
    if (group.members.length === 1) for (const { index, plan } of group.members) pools[index] = poolOf(plan, priceLoans(prepared, plan, "nothing", team).flows);
    else priceGroup(prepared, group, team, pools);
  }
  return pools;
}

/** Pool of a case from its flows, yuan. */
function poolOf(plan: CasePlan, flows: PricedPool["flows"]): PricedPool {
  const presentValueYuan = poolPresentValue(flows.net, plan);
  return { flows, plan, presentValueYuan, maxBidFen: resultFen(solveMaxBid(presentValueYuan, plan), "maxBid") };
}

function priceGroup(prepared: PreparedPackage, { base, members }: ScenarioGroup, team: KernelTeam, pools: PricedPool[]): void {
  const { lowered } = prepared;
  const atOnce = Math.max(1, Math.floor(SWEEP_BYTES / bytesPerScenario(lowered, base)) - 1);
  for (let from = 0; from < members.length; from += atOnce) {
    const batch = members.slice(from, from + atOnce);
    const mark = lowered.heap.mark;
    const swept = sweepScenarios(lowered, base, batch, team);
    const full = batch.map(({ plan }, scenario) => (lowered.fullLoans.length === 0 ? null : addFull(prepared, plan, swept, scenario, team)));
    const cash = curveCashOf(swept, batch, full);
    batch.forEach(({ index, plan }, scenario) => {
      const sums = collateralSums(prepared, swept, batch.length, scenario, full[scenario]);
      pools[index] = poolOf(plan, expandFlows(plan, sums, cash[scenario], full[scenario]?.own ?? null));
    });
    lowered.heap.release(mark);
  }
}

/** Class sums of the loans of the full path in one scenario; what remains of their claims joins the rows'. */
function addFull(prepared: PreparedPackage, plan: CasePlan, { remaining, rowOf, placeOf }: SweptScenarios, scenario: number, team: KernelTeam): ClassSums {
  const sums = emptyClassSums(plan, prepared.columns.ownEstimates !== null);
  addFullLoans(prepared, plan, null, sums, team);
  const row = rowOf[scenario] * placeOf.length;
  placeOf.forEach((place, curveClass) => {
    remaining[row + place] += sums.scaledRemaining.total(curveClass);
  });
  return sums;
}

/** What rows, and the loans of the full path where there are any, add up to in one scenario. */
function collateralSums(
  { lowered }: PreparedPackage,
  { cash, costs, takeOver }: SweptScenarios,
  count: number,
  scenario: number,
  full: ClassSums | null,
): CollateralSums {
  const rows = {
    collateral: { total: (slot: number) => cash[slot * count + scenario] },
    collateralCost: { total: (slot: number) => costs[slot * count + scenario] },
    courtFees: lowered.courtFees,
    takeOver: { total: (priceClass: number) => takeOver[priceClass * count + scenario] },
    surplus: null,
  };
  return full === null
    ? rows
    : {
        collateral: { total: (slot) => rows.collateral.total(slot) + full.collateral.total(slot) },
        collateralCost: { total: (slot) => rows.collateralCost.total(slot) + full.collateralCost.total(slot) },
        courtFees: { total: (slot) => rows.courtFees.total(slot) + full.courtFees.total(slot) },
        takeOver: { total: (priceClass) => rows.takeOver.total(priceClass) + full.takeOver.total(priceClass) },
        surplus: full.surplus,
      };
}

/** [scenario] what curves and guarantors collect by segment. */
function curveCashOf(swept: SweptScenarios, batch: readonly GroupMember[], full: readonly (ClassSums | null)[]): CurveCash[] {
  const { remaining, rowOf, placeOf } = swept;
  const { classes, horizonMonths } = batch[0].plan;
  const width = horizonMonths + 1;
  const segmentCount = classes.loansInSegment.length;
  const guaranteed = classes.curveClasses.flatMap(({ guarantors }, number) => (guarantors > 0 ? [number] : []));
  const cashOfAll = new Float64Array(batch.length * segmentCount * width);
  const result = batch.map(({ plan }, scenario) => {
    const capped = full[scenario];
    const guarantor = new Float64Array(segmentCount);
    if (capped !== null) for (let segment = 0; segment < segmentCount; segment++) guarantor[segment] = capped.cappedGuarantor.total(segment);
    const row = rowOf[scenario] * placeOf.length;
    for (const number of guaranteed) {
      const segment = classes.curveClasses[number].segment;
      guarantor[segment] += remaining[row + placeOf[number]] * plan.curves.guarantorTotal[number];
    }
    const from = scenario * segmentCount * width;
    return { cash: cashOfAll.subarray(from, from + segmentCount * width), guarantor };
  });
  classes.loansInSegment.forEach((loans, segment) => {
    if (loans === 0) return;
    const { flows, months } = swept.flows(segment);
    result.forEach(({ cash }, scenario) => {
      const from = rowOf[scenario] * months;
      cash.set(flows.subarray(from, from + width), segment * width);
    });
  });
  return result;
}
