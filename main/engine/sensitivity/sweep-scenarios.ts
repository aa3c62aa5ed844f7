import type { KernelHeap } from "../kernel/kernel-heap.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { pricingFunctions, THREAD_SCRATCH_BYTES } from "../kernel/pricing-kernel.ts";
import type { CasePlan, CurveTables, PackageClasses } from "../plan/plan-types.ts";
import { kernelTables, storeFloats, storeWords } from "../rows/kernel-tables.ts";
import type { LoweredPackage } from "../rows/lower-package.ts";
import type { GroupMember } from "./scenario-groups.ts";

/** Buckets of the table that finds scenarios by κ: enough that most hold one scenario at the most. */
const BUCKETS = 4096;
/** Months of a row of flows are a multiple of this: the kernel works on so many at once. */
const MONTHS_AT_ONCE = 8;

/** What the rows of a package pay under the scenarios of a sweep; views that the next use of the package's memory overwrites. */
export interface SweptScenarios {
  /** [(price class × outcome) × scenario] collateral cash, and the part of it that costs take before the cost shift. */
  readonly cash: Float64Array;
  readonly costs: Float64Array;
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
  return partsOf(lowered).length * (classes.priceClasses.length * outcomeCount * 32 + classes.curveClasses.length * 16);
}

/** Sweeps the rows once for all members of a group (assembly/sweep-rows.ts says how). */
export function sweepScenarios(lowered: LoweredPackage, base: CasePlan, members: readonly GroupMember[], team: KernelTeam): SweptScenarios {
  const { heap } = lowered;
  const functions = pricingFunctions(heap.memory);
  const tables = kernelTables(base);
  const slots = tables.priceFactor.length;
  const { curveClassCount } = tables;
  const count = members.length;
  const partChunks = [...partsOf(lowered), lowered.rows.chunkRuns.length - 1];
  const partCount = partChunks.length - 1;
  const kappas = members.map(({ kappa }) => kappa);
  const { lookUp, least, perKappa } = bucketsOf(kappas);
  const lookUpAt = heap.reserve(2 * BUCKETS);
  heap.shorts(lookUpAt, BUCKETS).set(lookUp);
  const cashAt = heap.reserve(8 * slots * count);
  const costsAt = heap.reserve(8 * slots * count);
  const remainingAt = heap.reserve(8 * curveClassCount * count);
  const rowOf = rowsOfScenarios(members);
  const placeOf = placesOfClasses(base);
  const sweep = heap.reserve(96);
  const partChunksAt = storeWords(heap, partChunks);
  const lists = [tables.priceFactor, tables.probability, tables.chanceFactor, [...kappas, Number.NaN]].map((list) => storeFloats(heap, list));
  const priceChangesAt = heap.reserve(partCount * slots * (count + 1) * 32);
  const curveChangesAt = heap.reserve(partCount * curveClassCount * (count + 1) * 16);
  const curves = [storeFloats(heap, lowered.scaledClaims), storeWords(heap, placeOf), remainingAt, storeWords(heap, rowOf)];
  const counts = [tables.outcomeCount, curveClassCount, count, partCount, slots, BUCKETS];
  // `Sweep` of assembly/layout.ts: words, then two floats.
  const words = [...counts, partChunksAt, ...lists, lookUpAt, priceChangesAt, curveChangesAt, cashAt, costsAt, ...curves];
  heap.words(sweep, words.length).set(words);
  heap.floats(sweep + 4 * words.length, 2).set([least, perKappa]);
  const scratch = heap.reserve(team.threadCount * THREAD_SCRATCH_BYTES);
  team.run({ memory: heap.memory, kernel: "sweepPart", addresses: [lowered.rowsAddress, sweep], partCount, scratch });
  functions.settlePrices(sweep);
  functions.settleCurves(sweep);
  const flows = flowsBySegment(heap, base, members, rowOf, placeOf, remainingAt);
  const floats = (address: number, length: number): Float64Array => heap.floats(address, length);
  return {
    cash: floats(cashAt, slots * count),
    costs: floats(costsAt, slots * count),
    remaining: floats(remainingAt, curveClassCount * count),
    rowOf,
    placeOf,
    flows,
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
  const least = kappas[0] ?? 0;
  const range = (kappas.at(-1) ?? 0) - least;
  const perKappa = range > 0 ? (BUCKETS - 1) / range : 0;
  const lookUp = new Uint16Array(BUCKETS);
  let scenario = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    // The kernel's own arithmetic, so that a bend and a κ in the same place fall into the same bucket.
    while (scenario < kappas.length && Math.trunc(((kappas[scenario] ?? 0) - least) * perKappa) < bucket) scenario += 1;
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
  rowOf: Uint32Array,
  placeOf: Uint32Array,
  remaining: number,
): SweptScenarios["flows"] {
  const functions = pricingFunctions(heap.memory);
  const { curveClasses } = base.classes;
  const width = base.horizonMonths + 1;
  const months = Math.ceil(width / MONTHS_AT_ONCE) * MONTHS_AT_ONCE;
  const shareAt = heap.reserve(8 * curveClasses.length * months);
  const flowsAt = heap.reserve(8 * members.length * months);
  const byRow: CurveTables[] = [];
  members.forEach(({ plan }, scenario) => (byRow[rowOf[scenario] ?? 0] = plan.curves));
  return (segment) => {
    const own = curveClasses.flatMap((curveClass, number) => (curveClass.segment === segment ? [number] : []));
    const firstPlace = Math.min(...own.map((number) => placeOf[number] ?? 0));
    for (let row = 0; row < byRow.length; ) {
      const curves = byRow[row];
      const end = byRow.findLastIndex((other) => other === curves) + 1;
      const shares = heap.floats(shareAt, own.length * months);
      for (const number of own) {
        const at = ((placeOf[number] ?? 0) - firstPlace) * months;
        if (curves) shares.set(curves.share.subarray(number * width, (number + 1) * width), at);
      }
      const from = remaining + 8 * (row * curveClasses.length + firstPlace);
      functions.curveFlows(from, curveClasses.length, end - row, shareAt, own.length, months, flowsAt + 8 * row * months);
      row = end;
    }
    return { flows: heap.floats(flowsAt, members.length * months), months };
  };
}
