import { segments } from "../../../shared/domain/codes.ts";
import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { LoweredRows } from "../kernel/lowered-rows.ts";
import { listOffset, OUTCOME_WORDS, ROW_WORDS } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/case-plan.ts";
import { netOfPrice } from "../recovery/item-waterfall.ts";
import { saleLimits } from "./sale-limits.ts";
import { type CashPlan, cashPlan, earlyNet, expandCash } from "./simulation-cash.ts";
import { type DelayTables, planDelays } from "./simulation-delays.ts";
import { type FactorLists, type Factors, planFactors } from "./simulation-factors.ts";
import { expectGroups } from "./simulation-groups.ts";

/** Whether paths keep their flows by month, which rates of return and drawn delays need, or their present value alone. */
export type PathDetail = "flows" | "presentValue";

/**
 * A package made ready for drawing (METHOD §6), and what the exact engine gives for everything that is not
 * drawn. Plain data over shared memory, so that threads share it.
 */
export interface RowSimulation {
  readonly detail: PathDetail;
  readonly seed: number;
  readonly rowWords: number;
  readonly rows: Uint8Array;
  readonly factors: FactorLists;
  readonly levelSpreads: readonly number[];
  readonly delays: DelayTables | null;
  /** First of the lists that take flows by month; for `presentValue` the one list that takes present value. */
  readonly flowList: number;
  readonly listCount: number;
  /** [month] list of what is received, by month of the sale up to the horizon. */
  readonly listOfMonth: Int32Array;
  /** [month] net flows that no draw changes; for `presentValue` their present value alone. */
  readonly fixedFlow: Float64Array;
  /** The cash route by curve class; null for `presentValue`, which has it in the gains of the rows. */
  readonly cash: CashPlan | null;
}

export interface RowPlanInput {
  readonly rows: LoweredRows;
  readonly plan: CasePlan;
  readonly columns: PackageColumns;
  /** The exact engine's net flows of the pool, yuan by month. */
  readonly netYuan: readonly number[];
  readonly simulation: SimulationAssumptions;
  readonly detail: PathDetail;
  /** Φ⁻¹ of probabilities strictly between 0 and 1, in place. */
  readonly invertNormal: (probabilities: Float64Array) => void;
}

/**
 * Works a case into rows for the kernel.
 *
 * A path is fixed + drawn, where fixed = exact net flows − expected flows of what is drawn. So the paths' expectation is
 * the exact engine's wherever a draw has the plan's probabilities and pays on average what the plan says.
 */
export function planRows(input: RowPlanInput): { readonly rows: RowSimulation; readonly annuity: Float64Array } {
  const { rows, plan, simulation } = input;
  const isFlows = input.detail === "flows";
  const factors = planFactors(simulation);
  const flowList = factors.lists.listCount;
  const cashList = flowList + (isFlows ? plan.monthCount : 1);
  const cash = cashPlan(plan, cashList, factors.lists.cash);
  const fixedFlow = Float64Array.from(input.netYuan);
  const expectedUse = new Float64Array(plan.classes.curveClasses.length);
  const limits = rowLimits(input);
  const rowWords = ROW_WORDS + OUTCOME_WORDS * plan.outcomeCount;
  const bytes = new Uint8Array(new SharedArrayBuffer(limits.drawn * rowWords * 8));
  const writer = new RowWriter(input, { factors, flowList, cash, limits, fixedFlow, expectedUse, bytes });
  let at = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const curve = rows.curveClass[row] ?? 0;
    const scale = rows.curveScale[row] ?? 0;
    cash.scaledClaims[curve] = (cash.scaledClaims[curve] ?? 0) + (rows.claim[row] ?? 0) * scale;
    cash.mostScale[curve] = Math.max(cash.mostScale[curve] ?? 0, scale);
    if (!isDrawn(rows, row)) continue;
    writer.write(row, at);
    at += rowWords;
  }
  expectGroups(input.columns, plan, cash, fixedFlow, expectedUse);
  // Flows by month have the cash route drawn as a whole; present values only what collateral takes from it.
  expandCash(cash, expectedUse, 1, fixedFlow);
  if (isFlows) expandCash(cash, cash.scaledClaims, -1, fixedFlow);
  const planned: RowSimulation = {
    detail: input.detail,
    seed: simulation.seed,
    rowWords,
    rows: bytes,
    factors: factors.lists,
    levelSpreads: factors.levelSpreads,
    delays: isFlows ? planDelays(simulation, plan.assumptions.collateral.annualGrowth, input.invertNormal) : null,
    flowList,
    listCount: cashList + (isFlows ? cash.classCount : 0),
    listOfMonth: Int32Array.from({ length: plan.horizonMonths + 1 }, (_, month) => flowList + Math.max(month, plan.closingMonth)),
    fixedFlow: isFlows ? fixedFlow : Float64Array.of(fixedFlow.reduce((sum, flow, month) => sum + flow * (plan.discountFactor[month] ?? 0), 0)),
    cash: isFlows ? cash : null,
  };
  return { rows: planned, annuity: cash.annuity };
}

interface RowTarget {
  readonly factors: Factors;
  readonly flowList: number;
  readonly cash: CashPlan;
  readonly limits: RowLimits;
  readonly fixedFlow: Float64Array;
  readonly expectedUse: Float64Array;
  readonly bytes: Uint8Array;
}

/** Writes drawn rows as the kernel reads them, and takes what they are expected to bring out of the fixed flows. */
class RowWriter {
  readonly #input: RowPlanInput;
  readonly #target: RowTarget;
  readonly #isFlows: boolean;
  readonly #early: ReturnType<typeof earlyNet>;
  /** Net price of a yuan of price, after seller's taxes and sale costs. */
  readonly #netPrice: number;
  readonly #numbers: Float64Array;
  readonly #words: Int32Array;

  constructor(input: RowPlanInput, target: RowTarget) {
    this.#input = input;
    this.#target = target;
    this.#isFlows = input.detail === "flows";
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
    this.#words[2 * at + 11] = this.#isFlows ? listOffset(cash.firstList + (rows.curveClass[row] ?? 0)) : 0;
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
    const { cash, limits, flowList, fixedFlow, expectedUse } = this.#target;
    const tableAt = (rows.priceClass[row] ?? 0) * plan.outcomeCount + outcome;
    const probability = (plan.outcomeProbability[tableAt] ?? 0) * limits.chance(row);
    const price = this.#netPrice * (plan.priceFactor[tableAt] ?? 0) * (rows.value[row] ?? 0);
    const paid = Math.min(Math.max(price - (rows.ahead[row] ?? 0), 0), rows.cap[row] ?? 0);
    const planned = plan.outcomeMonth[tableAt] ?? 0;
    const received = planned <= plan.horizonMonths ? Math.max(planned, plan.closingMonth) : 0;
    const costRate = (rows.collateralCostRate[row] ?? 0) * (plan.costFactor[segment] ?? 1);
    const kept = planned < plan.closingMonth ? this.#early.receipt - this.#early.cost * costRate : 1 - costRate;
    const curve = rows.curveClass[row] ?? 0;
    const scale = rows.curveScale[row] ?? 0;
    const ownShare = Math.sqrt(1 - simulation.eventLoading[segments[segment] ?? "retailOther"]);
    this.#numbers[at] = limits.next() / ownShare;
    this.#numbers[at + 1] = price;
    this.#numbers[at + 2] = this.#isFlows ? kept : kept * (plan.discountFactor[received] ?? 0) - scale * (cash.annuity[curve] ?? 0);
    this.#words[2 * at + 6] = listOffset(flowList + (this.#isFlows ? received : 0));
    this.#words[2 * at + 7] = planned;
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
