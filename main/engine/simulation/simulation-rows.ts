import { segments } from "../../../shared/domain/codes.ts";
import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import type { PackageColumns } from "../engine-types.ts";
import { listOffset, OUTCOME_WORDS, ROW_WORDS } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { netOfPrice } from "../recovery/item-waterfall.ts";
import type { LoweredRows } from "../rows/lowered-rows.ts";
import { type BoundedClaims, ClaimSums } from "./bounded-claims.ts";
import { expectGroups } from "./group-worth.ts";
import { saleLimits } from "./sale-limits.ts";
import { type CashPlan, cashPlan, earlyNet, expandCash, mostCashFactor } from "./simulation-cash.ts";
import { type DelayTables, planDelays } from "./simulation-delays.ts";
import { type FactorLists, type Factors, planFactors } from "./simulation-factors.ts";

/**
 * A package made ready for drawing (METHOD §6), and what the exact engine gives for everything that is not
 * drawn. Plain data over shared memory, so that threads share it.
 */
export interface RowSimulation {
  readonly seed: number;
  readonly rowWords: number;
  readonly rows: Uint8Array;
  readonly factors: FactorLists;
  readonly levelSpreads: readonly number[];
  readonly delays: DelayTables | null;
  /** First of the lists that take flows by month. */
  readonly flowList: number;
  readonly listCount: number;
  /** [month] list of what is received, by month of the sale up to the horizon. */
  readonly listOfMonth: Int32Array;
  readonly closingMonth: number;
  /** [month] net flows that no draw changes. */
  readonly fixedFlow: Float64Array;
  /** The cash route by class, and the claims of each class. */
  readonly cash: CashPlan;
  readonly claims: readonly BoundedClaims[];
}

export interface RowPlanInput {
  readonly rows: LoweredRows;
  readonly plan: CasePlan;
  readonly columns: PackageColumns;
  /** The exact engine's net flows of the pool, yuan by month. */
  readonly netYuan: readonly number[];
  readonly simulation: SimulationAssumptions;
  /** Φ⁻¹ of probabilities strictly between 0 and 1, in place. */
  readonly invertNormal: (probabilities: Float64Array) => void;
}

/**
 * Works a case into rows for the kernel.
 *
 * A path is fixed + drawn, where fixed = exact net flows − expected flows of what is drawn. So the paths' expectation is
 * the exact engine's wherever a draw has the plan's probabilities and pays on average what the plan says.
 */
export function planRows(input: RowPlanInput): RowSimulation {
  const { rows, plan, simulation, columns } = input;
  const factors = planFactors(simulation);
  const flowList = factors.lists.listCount;
  const cashList = flowList + plan.monthCount;
  const hasCaps = columns.guarantorCap.some((cap) => !Number.isNaN(cap));
  const cash = cashPlan(plan, cashList, factors.lists.cash, hasCaps);
  const claims = new ClaimSums(cash.factorList);
  const fixedFlow = Float64Array.from(input.netYuan);
  const expectedUse = new Float64Array(cash.classCount);
  const delays = planDelays(simulation, plan.assumptions.collateral.annualGrowth, input.invertNormal);
  const limits = rowLimits(input);
  const rowWords = ROW_WORDS + OUTCOME_WORDS * plan.outcomeCount;
  const bytes = new Uint8Array(new SharedArrayBuffer(limits.drawn * rowWords * 8));
  const writer = new RowWriter(input, { factors, flowList, cash, limits, hasDelays: delays !== null, fixedFlow, expectedUse, bytes });
  let at = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const curve = rows.curveClass[row] ?? 0;
    const scale = rows.curveScale[row] ?? 0;
    claims.add(curve, (rows.claim[row] ?? 0) * scale, mostCashFactor(cash, curve, scale));
    if (!isDrawn(rows, row)) continue;
    writer.write(row, at);
    at += rowWords;
  }
  expectGroups(columns, plan, cash, { claims, fixedFlow, expectedUse });
  // The cash route is drawn as a whole.
  expandCash(cash, (cashClass) => (expectedUse[cashClass] ?? 0) - claims.total(cashClass), fixedFlow);
  return {
    seed: simulation.seed,
    rowWords,
    rows: bytes,
    factors: factors.lists,
    levelSpreads: factors.levelSpreads,
    delays,
    flowList,
    listCount: cashList + cash.classCount,
    listOfMonth: Int32Array.from({ length: plan.horizonMonths + 1 }, (_, month) => flowList + Math.max(month, plan.closingMonth)),
    closingMonth: plan.closingMonth,
    fixedFlow,
    cash,
    claims: claims.byClass(),
  };
}

interface RowTarget {
  readonly factors: Factors;
  readonly flowList: number;
  readonly cash: CashPlan;
  readonly limits: RowLimits;
  readonly hasDelays: boolean;
  readonly fixedFlow: Float64Array;
  readonly expectedUse: Float64Array;
  readonly bytes: Uint8Array;
}

/** Writes drawn rows as the kernel reads them, and takes what they are expected to bring out of the fixed flows. */
class RowWriter {
  readonly #input: RowPlanInput;
  readonly #target: RowTarget;
  readonly #early: ReturnType<typeof earlyNet>;
  /** Net price of a yuan of price, after seller's taxes and sale costs. */
  readonly #netPrice: number;
  readonly #numbers: Float64Array;
  readonly #words: Int32Array;

  constructor(input: RowPlanInput, target: RowTarget) {
    this.#input = input;
    this.#target = target;
    this.#early = earlyNet(input.plan);
    this.#netPrice = netOfPrice(input.plan);
    this.#numbers = new Float64Array(target.bytes.buffer);
    this.#words = new Int32Array(target.bytes.buffer);
  }

  /** The row's head and the outcomes that its class can reach, from a word on. */
  write(row: number, at: number): void {
    const { rows, plan } = this.#input;
    const { factors, cash } = this.#target;
    const { segment, kind } = plan.classes.priceClasses[rows.priceClass[row] ?? 0] ?? { segment: 0, kind: 0 };
    const level = factors.levelOf(segment, kind);
    this.#numbers[at] = rows.ahead[row] ?? 0;
    this.#numbers[at + 1] = rows.cap[row] ?? 0;
    this.#numbers[at + 2] = rows.curveScale[row] ?? 0;
    this.#words[2 * at + 6] = rows.loan[row] ?? 0;
    this.#words[2 * at + 8] = listOffset(factors.lists.latent[segment] ?? 0);
    this.#words[2 * at + 9] = level.table;
    this.#words[2 * at + 10] = listOffset(level.list);
    const curve = rows.curveClass[row] ?? 0;
    this.#words[2 * at + 11] = cash.total[curve] === 0 ? 0 : listOffset(cash.firstList + curve);
    this.#numbers[at + 6] = mostCashFactor(cash, curve, rows.curveScale[row] ?? 0);
    this.#words[2 * at + 14] = listOffset(cash.factorList[curve] ?? 0);
    let outcomes = 0;
    for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
      if (plan.outcomeProbability[(rows.priceClass[row] ?? 0) * plan.outcomeCount + outcome] === 0) continue;
      this.#writeOutcome(row, outcome, segment, at + ROW_WORDS + OUTCOME_WORDS * outcomes);
      outcomes += 1;
    }
    this.#words[2 * at + 7] = outcomes;
  }

  #writeOutcome(row: number, outcome: number, segment: number, at: number): void {
    const { rows, plan, simulation } = this.#input;
    const { limits, flowList, hasDelays, fixedFlow, expectedUse } = this.#target;
    const tableAt = (rows.priceClass[row] ?? 0) * plan.outcomeCount + outcome;
    const probability = (plan.outcomeProbability[tableAt] ?? 0) * limits.chance(row);
    const price = this.#netPrice * (plan.priceFactor[tableAt] ?? 0) * (rows.value[row] ?? 0);
    const paid = Math.min(Math.max(price - (rows.ahead[row] ?? 0), 0), rows.cap[row] ?? 0);
    const planned = plan.outcomeMonth[tableAt] ?? 0;
    const received = planned <= plan.horizonMonths ? Math.max(planned, plan.closingMonth) : 0;
    const costRate = (rows.collateralCostRate[row] ?? 0) * (plan.costFactor[segment] ?? 1);
    const keptEarly = this.#early.receipt - this.#early.cost * costRate;
    const kept = planned < plan.closingMonth ? keptEarly : 1 - costRate;
    const curve = rows.curveClass[row] ?? 0;
    const scale = rows.curveScale[row] ?? 0;
    const ownShare = Math.sqrt(1 - simulation.eventLoading[segments[segment] ?? "retailOther"]);
    this.#numbers[at] = limits.next() / ownShare;
    this.#numbers[at + 1] = price;
    // A drawn delay may move the sale across closing.
    this.#numbers[at + 2] = hasDelays ? 1 - costRate : kept;
    this.#words[2 * at + 6] = listOffset(flowList + received);
    this.#words[2 * at + 7] = planned;
    this.#numbers[at + 4] = keptEarly;
    fixedFlow[received] = (fixedFlow[received] ?? 0) - probability * paid * kept;
    expectedUse[curve] = (expectedUse[curve] ?? 0) + probability * paid * scale;
  }
}

function isDrawn(rows: LoweredRows, row: number): boolean {
  return (rows.value[row] ?? 0) > 0 && (rows.cap[row] ?? 0) > 0 && (rows.chance[row] ?? 0) > 0;
}

interface RowLimits {
  readonly drawn: number;
  readonly chance: (row: number) => number;
  /** The next limit, in the order of drawn rows and their possible outcomes. */
  readonly next: () => number;
}

function rowLimits({ rows, plan, invertNormal }: RowPlanInput): RowLimits {
  const chance = (row: number): number => Math.min(1, (rows.chance[row] ?? 0) * (plan.chanceFactor[rows.priceClass[row] ?? 0] ?? 1));
  const sold = new Float64Array(rows.rowCount * plan.outcomeCount);
  let drawn = 0;
  let count = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    if (!isDrawn(rows, row)) continue;
    drawn += 1;
    const classAt = (rows.priceClass[row] ?? 0) * plan.outcomeCount;
    for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
      if (plan.outcomeProbability[classAt + outcome] === 0) continue;
      sold[count++] = chance(row) * (plan.cumulativeProbability[classAt + outcome] ?? 0);
    }
  }
  const limits = saleLimits(sold.subarray(0, count), invertNormal);
  let read = 0;
  return { drawn, chance, next: () => limits[read++] ?? 0 };
}
