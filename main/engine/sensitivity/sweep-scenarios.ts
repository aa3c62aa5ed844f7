import type { KernelHeap } from "../kernel/kernel-heap.ts";
import { kernelSizes } from "../kernel/kernel-layout.ts";
import { recordBytes, storeRecord } from "../kernel/kernel-records.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { pricingFunctions } from "../kernel/pricing-kernel.ts";
import type { CasePlan, CurveTables, PackageClasses } from "../plan/plan-types.ts";
import { takeOverFactor } from "../plan/sale-rates.ts";
import { netPriceFactors } from "../rows/case-records.ts";
import type { LoweredPackage } from "../rows/lower-package.ts";
import type { GroupMember } from "./scenario-groups.ts";

/** Buckets of the table that finds scenarios by κ: enough that most hold one scenario at the most. */
const BUCKETS = 4096;
/** Scenarios are numbered in 16 bits. */
const MOST_SCENARIOS = 65_535;

/** What the rows of a package pay under the scenarios of a sweep; views that the next use of the package's memory overwrites. */
export interface SweptScenarios {
  /** [(price class × outcome) × scenario] collateral cash, and the part of it that costs take before the cost shift. */
  readonly cash: Float64Array;
  readonly costs: Float64Array;
  /** [price class × scenario] cash paid where assets are taken for debts. */
  readonly takeOver: Float64Array;
  /** [row of the scenario × place of the curve class] remaining claim × scale. */
  readonly remaining: Float64Array;
  /** [scenario] row; scenarios with the same curves stand together. */
  readonly rowOf: Uint32Array;
  /** [curve class] place, segment by segment. */
  readonly placeOf: Uint32Array;
  /** [row × months] by segment: flows of the curves. Reads `remaining` as it then is. */
  readonly flows: (segment: number) => { flows: Float64Array; months: number };
}

/** Bytes that a scenario takes: what bounds how many are swept at once. */
export function bytesPerScenario(lowered: LoweredPackage, { classes, outcomeCount }: CasePlan): number {
  return (
    partsOf(lowered).length *
    (classes.priceClasses.length * (outcomeCount + 1) * recordBytes("PriceChange") + classes.curveClasses.length * recordBytes("CurveChange"))
  );
}

/** Sweeps the rows once for all members of a group (assembly/sweep-part.as.ts says how). */
export function sweepScenarios(lowered: LoweredPackage, base: CasePlan, members: readonly GroupMember[], team: KernelTeam): SweptScenarios {
  const { heap } = lowered;
  const count = members.length;
  if (count === 0 || count > MOST_SCENARIOS) throw new RangeError(`a sweep of ${count} scenarios`);
  const factor = netPriceFactors(base);
  const curveClassCount = base.classes.curveClasses.length;
  const classCount = base.classes.priceClasses.length;
  const slotCount = factor.length + classCount;
  const parts = partsOf(lowered);
  const kappas = members.map(({ kappa }) => kappa);
  const { lookUp, least, perKappa } = bucketsOf(kappas);
  const rowOf = rowsOfScenarios(members);
  const placeOf = placesOfClasses(base);
  const floats = (length: number): Float64Array => heap.floats(heap.reserve(8 * length), length);
  const [cash, costs, remaining] = [floats(slotCount * count), floats(slotCount * count), floats(curveClassCount * count)];
  const sweep = storeRecord(heap, "Sweep", {
    outcomeCount: base.outcomeCount,
    curveClassCount,
    factorCount: count,
    partCount: parts.length,
    slotCount,
    pricedSlots: factor.length,
    bucketCount: BUCKETS,
    partChunks: heap.storeWords([...parts, lowered.rows.chunkRuns.length - 1]),
    factor: heap.storeFloats(factor),
    probability: heap.storeFloats(base.outcomeProbability),
    chanceFactor: heap.storeFloats(base.chanceFactor),
    takeOverOutcome: base.debtForAssetOutcome,
    takeOverFactor: heap.storeFloats(base.chanceFactor.map((_, priceClass) => takeOverFactor(base, priceClass))),
    takeOverOutlay: base.takeOver.outlay,
    takeOverProceeds: base.takeOver.proceeds,
    takeOverLeast: base.takeOver.least,
    kappas: heap.storeFloats([...kappas, Number.NaN]),
    lookUp: heap.storeShorts(lookUp),
    priceChanges: heap.reserve(parts.length * slotCount * (count + 1) * recordBytes("PriceChange")),
    curveChanges: heap.reserve(parts.length * curveClassCount * (count + 1) * recordBytes("CurveChange")),
    cash: cash.byteOffset,
    costs: costs.byteOffset,
    scaledClaims: heap.storeFloats(lowered.scaledClaims),
    curvePlaces: heap.storeWords(placeOf),
    remaining: remaining.byteOffset,
    scenarioRows: heap.storeWords(rowOf),
    least,
    perKappa,
  });
  team.run({ memory: heap.memory, kernel: "sweepPart", addresses: [lowered.rowsAddress, sweep], partCount: parts.length, scratch: 0 });
  const functions = pricingFunctions(heap.memory);
  functions.settlePrices(sweep);
  functions.settleCurves(sweep);
  return {
    cash,
    costs,
    takeOver: cash.subarray(factor.length * count),
    remaining,
    rowOf,
    placeOf,
    flows: flowsBySegment(heap, base, members, { remaining, rowOf, placeOf }),
  };
}

/** Rows from which a second part, for a second thread, costs less than it saves. */
const TWO_PARTS_FROM = 50_000;

/** First chunks of the parts: fixed by the package alone, so that threads change no byte. */
function partsOf({ rows }: LoweredPackage): number[] {
  return rows.rowCount < TWO_PARTS_FROM ? [0] : [0, (rows.chunkRuns.length - 1) / 2];
}

/** A table over evenly spaced κ: the first scenario of a bucket or a later one. */
function bucketsOf(kappas: readonly number[]): { lookUp: Uint16Array; least: number; perKappa: number } {
  const least = kappas[0];
  const range = kappas[kappas.length - 1] - least;
  const perKappa = range > 0 ? (BUCKETS - 1) / range : 0;
  const lookUp = new Uint16Array(BUCKETS);
  let scenario = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    // The kernel's own arithmetic, so that a bend and a κ in the same place fall into the same bucket.
    while (scenario < kappas.length && Math.trunc((kappas[scenario] - least) * perKappa) < bucket) scenario += 1;
    lookUp[bucket] = scenario;
  }
  return { lookUp, least, perKappa };
}

/** Rows of scenarios, those with the same curves together. */
function rowsOfScenarios(members: readonly GroupMember[]): Uint32Array {
  const curves = [...new Set(members.map(({ plan }) => plan.curves))];
  const order = members.map(({ plan }, scenario) => ({ scenario, table: curves.indexOf(plan.curves) })).sort((left, right) => left.table - right.table);
  const rowOf = new Uint32Array(members.length);
  order.forEach(({ scenario }, row) => (rowOf[scenario] = row));
  return rowOf;
}

const knownPlaces = new WeakMap<PackageClasses, Uint32Array>();

/** Places of curve classes, those of a segment together. */
function placesOfClasses({ classes }: CasePlan): Uint32Array {
  const known = knownPlaces.get(classes);
  if (known) return known;
  const order = classes.curveClasses.map(({ segment }, curveClass) => ({ segment, curveClass })).sort((left, right) => left.segment - right.segment);
  const placeOf = new Uint32Array(order.length);
  order.forEach(({ curveClass }, place) => (placeOf[curveClass] = place));
  knownPlaces.set(classes, placeOf);
  return placeOf;
}

function flowsBySegment(
  heap: KernelHeap,
  base: CasePlan,
  members: readonly GroupMember[],
  { remaining, rowOf, placeOf }: Pick<SweptScenarios, "remaining" | "rowOf" | "placeOf">,
): SweptScenarios["flows"] {
  const functions = pricingFunctions(heap.memory);
  const { curveClasses } = base.classes;
  const width = base.horizonMonths + 1;
  const months = Math.ceil(width / kernelSizes.MONTHS_AT_ONCE) * kernelSizes.MONTHS_AT_ONCE;
  const shareAt = heap.reserve(8 * curveClasses.length * months);
  const flowsAt = heap.reserve(8 * members.length * months);
  const byRow: CurveTables[] = [];
  members.forEach(({ plan }, scenario) => (byRow[rowOf[scenario]] = plan.curves));
  return (segment) => {
    const own = curveClasses.flatMap((curveClass, number) => (curveClass.segment === segment ? [number] : []));
    const firstPlace = Math.min(...own.map((number) => placeOf[number]));
    for (let row = 0; row < byRow.length; ) {
      const curves = byRow[row];
      const end = byRow.findLastIndex((other) => other === curves) + 1;
      const shares = heap.floats(shareAt, own.length * months);
      for (const number of own) shares.set(curves.share.subarray(number * width, (number + 1) * width), (placeOf[number] - firstPlace) * months);
      const from = remaining.byteOffset + 8 * (row * curveClasses.length + firstPlace);
      functions.curveFlows(from, curveClasses.length, end - row, shareAt, own.length, months, flowsAt + 8 * row * months);
      row = end;
    }
    return { flows: heap.floats(flowsAt, members.length * months), months };
  };
}
