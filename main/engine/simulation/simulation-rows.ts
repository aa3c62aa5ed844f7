import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import { segmentOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { RecordWriter, recordBytes, recordFields } from "../kernel/kernel-records.ts";
import { type DrawnSales, listOffset } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import type { LoweredRows } from "../rows/lowered-rows.ts";
import { type BoundedClaims, ClaimSums } from "./bounded-claims.ts";
import { latentGivenOutcome, levelGivenOutcome, type OutcomeLimits } from "./given-outcome.ts";
import { expectGroups } from "./group-worth.ts";
import { saleLimits } from "./sale-limits.ts";
import { type CashPlan, cashPlan, earlyNet, expandCash, mostCashFactor } from "./simulation-cash.ts";
import { type DelayTables, delayGivenOutcome, planDelays } from "./simulation-delays.ts";
import { type FactorLists, type Factors, planFactors } from "./simulation-factors.ts";

const rowFields = recordFields("DrawnRow");
const outcomeFields = recordFields("DrawnOutcome");
const [ownBytes, outcomeBytes] = [recordBytes("DrawnRow"), recordBytes("DrawnOutcome")];

/**
 * A package made ready for drawing (METHOD §6), and what the exact engine gives for everything that is not
 * drawn. Plain data over shared memory, so that threads share it.
 */
export interface RowSimulation {
  readonly seed: number;
  readonly rowBytes: number;
  readonly rows: Uint8Array;
  readonly factors: FactorLists;
  readonly levelSpreads: readonly number[];
  readonly delays: DelayTables | null;
  /** First of the lists that take flows by month. */
  readonly flowList: number;
  readonly listCount: number;
  readonly sales: DrawnSales;
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
  const delays = planDelays(simulation, plan.assumptions.collateral.annualGrowth, factors.lists.delay, input.invertNormal);
  const limits = rowLimits(input);
  const rowBytes = ownBytes + outcomeBytes * plan.outcomeCount;
  const drawn = new Uint8Array(new SharedArrayBuffer(limits.drawn * rowBytes));
  const writer = new DrawnRowWriter(input, { factors, flowList, cash, limits, delays, fixedFlow, expectedUse, drawn: drawn.buffer });
  let at = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const curve = rows.curveClass[row];
    const scale = rows.curveScale[row];
    claims.add(curve, rows.claim[row] * scale, mostCashFactor(cash, curve, scale));
    if (!isDrawn(rows, row)) continue;
    writer.write(row, at);
    at += rowBytes;
  }
  expectGroups(columns, plan, cash, { claims, fixedFlow, expectedUse });
  // The cash route is drawn as a whole.
  expandCash(cash, (cashClass) => expectedUse[cashClass] - claims.total(cashClass), fixedFlow);
  return {
    seed: simulation.seed,
    rowBytes,
    rows: drawn,
    factors: factors.lists,
    levelSpreads: factors.levelSpreads,
    delays,
    flowList,
    listCount: cashList + cash.classCount,
    sales: planSales(plan, flowList),
    fixedFlow,
    cash,
    claims: claims.byClass(),
  };
}

function planSales(plan: CasePlan, flowList: number): DrawnSales {
  const { closingMonth, horizonMonths, takeOver } = plan;
  const early = earlyNet(plan);
  return {
    listOfMonth: Int32Array.from({ length: horizonMonths + 1 }, (_, month) => flowList + Math.max(month, closingMonth)),
    closingMonth,
    earlyReceipt: early.receipt,
    earlyCost: early.cost,
    takeOverOutlay: takeOver.outlay,
    takeOverProceeds: takeOver.proceeds,
    takeOverLeast: takeOver.least,
    takeOverGap: takeOver.gapMonths,
  };
}

interface RowTarget {
  readonly factors: Factors;
  readonly flowList: number;
  readonly cash: CashPlan;
  readonly limits: RowLimits;
  readonly delays: DelayTables | null;
  readonly fixedFlow: Float64Array;
  readonly expectedUse: Float64Array;
  readonly drawn: SharedArrayBuffer;
}

/** Writes drawn rows as the kernel reads them, and takes what they are expected to bring out of the fixed flows. */
class DrawnRowWriter {
  readonly #input: RowPlanInput;
  readonly #target: RowTarget;
  readonly #early: ReturnType<typeof earlyNet>;
  readonly #writer: RecordWriter;

  constructor(input: RowPlanInput, target: RowTarget) {
    this.#input = input;
    this.#target = target;
    this.#early = earlyNet(input.plan);
    this.#writer = new RecordWriter(target.drawn);
  }

  /** The row and, behind it, the outcomes that its class can reach, from a byte on. */
  write(row: number, at: number): void {
    const { rows, plan } = this.#input;
    const { factors, cash, limits } = this.#target;
    const writer = this.#writer;
    const priceClass = rows.priceClass[row];
    const { segment, kind } = plan.classes.priceClasses[priceClass];
    const level = factors.levelOf(segment, kind);
    const curve = rows.curveClass[row];
    const scale = rows.curveScale[row];
    let outcomes = 0;
    let earlier = Number.NEGATIVE_INFINITY;
    for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
      if (plan.outcomeProbability[priceClass * plan.outcomeCount + outcome] === 0) continue;
      const limit = limits.next();
      this.#writeOutcome(row, outcome, { from: earlier, to: limit }, at + ownBytes + outcomeBytes * outcomes);
      earlier = limit;
      outcomes += 1;
    }
    writer.float(at, rowFields.ahead, rows.ahead[row]);
    writer.float(at, rowFields.cap, rows.cap[row]);
    writer.float(at, rowFields.claimGain, scale);
    writer.word(at, rowFields.counter, rows.loan[row]);
    writer.word(at, rowFields.outcomeCount, outcomes);
    writer.word(at, rowFields.latentList, listOffset(factors.lists.latent[segment]));
    writer.word(at, rowFields.levelTable, level.table);
    writer.word(at, rowFields.levelList, listOffset(level.list));
    writer.word(at, rowFields.claimList, cash.total[curve] === 0 ? 0 : listOffset(cash.firstList + curve));
    writer.float(at, rowFields.cashBound, mostCashFactor(cash, curve, scale));
    writer.word(at, rowFields.cashList, listOffset(cash.factorList[curve]));
  }

  /** An outcome that the row reaches where its latent number lies between `ends`. */
  #writeOutcome(row: number, outcome: number, ends: OutcomeLimits, at: number): void {
    const { rows, plan, simulation } = this.#input;
    const { factors, limits, flowList, delays, fixedFlow, expectedUse } = this.#target;
    const writer = this.#writer;
    const { segment, kind } = plan.classes.priceClasses[rows.priceClass[row]];
    const eventLoading = simulation.eventLoading[segmentOf(segment)];
    const tableAt = rows.priceClass[row] * plan.outcomeCount + outcome;
    const probability = plan.outcomeProbability[tableAt] * limits.chance(row);
    const price = plan.netShare[tableAt] * plan.priceFactor[tableAt] * rows.value[row];
    const paid = Math.min(Math.max(price - rows.ahead[row], 0), rows.cap[row]);
    const planned = plan.outcomeMonth[tableAt];
    const received = planned <= plan.horizonMonths ? Math.max(planned, plan.closingMonth) : 0;
    const costRate = rows.collateralCostRate[row] * plan.costFactor[segment];
    const keptEarly = this.#early.receipt - this.#early.cost * costRate;
    const kept = planned < plan.closingMonth ? keptEarly : 1 - costRate;
    writer.float(at, outcomeFields.limit, ends.to / Math.sqrt(1 - eventLoading));
    writer.float(at, outcomeFields.price, price / levelGivenOutcome(ends, factors.tieOf(segment, segment, kind)));
    // A drawn delay may move the sale across closing.
    writer.float(at, outcomeFields.gain, delays !== null ? 1 - costRate : kept);
    writer.word(at, outcomeFields.list, listOffset(flowList + received));
    writer.word(at, outcomeFields.plannedMonth, planned);
    writer.float(at, outcomeFields.earlyGain, keptEarly);
    writer.float(
      at,
      outcomeFields.delayShift,
      delayGivenOutcome(delays, () => latentGivenOutcome(ends), eventLoading),
    );
    writer.float(at, outcomeFields.costRate, costRate);
    const isTaken = isTakenForDebt(plan, rows.priceClass[row], outcome);
    const takeOverPrice = isTaken ? plan.priceFactor[tableAt] * rows.value[row] : 0;
    writer.float(at, outcomeFields.takeOverPrice, takeOverPrice / levelGivenOutcome(ends, factors.tieOf(segment, segment, kind)));
    if (isTaken) this.#expectTakeOver(row, outcome, probability, { priceYuan: takeOverPrice, setOffYuan: paid, costRate });
    else {
      fixedFlow[received] -= probability * paid * kept;
      expectedUse[rows.curveClass[row]] += probability * paid * rows.curveScale[row];
    }
  }

  /** Takes out what an asset that is taken for the debt is expected to cost and to bring. */
  #expectTakeOver(row: number, outcome: number, probability: number, asset: { priceYuan: number; setOffYuan: number; costRate: number }): void {
    const { rows, plan } = this.#input;
    const { fixedFlow, expectedUse } = this.#target;
    const { outlay, proceeds, least } = plan.takeOver;
    const { priceYuan, setOffYuan, costRate } = asset;
    if (!(setOffYuan > priceYuan * least)) return;
    const month = plan.outcomeMonth[rows.priceClass[row] * plan.outcomeCount + outcome];
    const paidMonth = priceMonth(plan, rows.priceClass[row], outcome);
    const paid = priceYuan * outlay - setOffYuan;
    const costs = (priceYuan * proceeds - paid) * costRate;
    const isEarly = month < plan.closingMonth;
    const resale = isEarly ? priceYuan * proceeds * this.#early.receipt - costs * this.#early.cost : priceYuan * proceeds - costs;
    fixedFlow[Math.max(month, plan.closingMonth)] -= probability * resale;
    fixedFlow[Math.max(paidMonth, plan.closingMonth)] += probability * paid * (paidMonth < plan.closingMonth ? this.#early.receipt : 1);
    expectedUse[rows.curveClass[row]] += probability * setOffYuan * rows.curveScale[row];
  }
}

function isDrawn(rows: LoweredRows, row: number): boolean {
  return rows.value[row] > 0 && rows.cap[row] > 0 && rows.chance[row] > 0;
}

interface RowLimits {
  readonly drawn: number;
  readonly chance: (row: number) => number;
  /** The next limit, in the order of drawn rows and their possible outcomes. */
  readonly next: () => number;
}

function rowLimits({ rows, plan, invertNormal }: RowPlanInput): RowLimits {
  const chance = (row: number): number => Math.min(1, rows.chance[row] * plan.chanceFactor[rows.priceClass[row]]);
  const sold = new Float64Array(rows.rowCount * plan.outcomeCount);
  let drawn = 0;
  let count = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    if (!isDrawn(rows, row)) continue;
    drawn += 1;
    const classAt = rows.priceClass[row] * plan.outcomeCount;
    for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
      if (plan.outcomeProbability[classAt + outcome] === 0) continue;
      sold[count++] = chance(row) * plan.cumulativeProbability[classAt + outcome];
    }
  }
  const limits = saleLimits(sold.subarray(0, count), invertNormal);
  let read = 0;
  return { drawn, chance, next: () => limits[read++] };
}
