import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import { segmentOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { usedOf } from "../groups/expected-recovery.ts";
import { payGroup, prepareGroup } from "../groups/group-recovery.ts";
import { type GroupScratch, groupScratch } from "../groups/group-scratch.ts";
import { kernelSizes } from "../kernel/kernel-layout.ts";
import { BLOCK_PATHS, type SimulationKernel } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { priceMonth } from "../plan/sale-rates.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { latentGivenOutcome, levelGivenOutcome } from "./given-outcome.ts";
import { loansOfPlaces, type Worth, worthOf } from "./group-worth.ts";
import { saleLimits } from "./sale-limits.ts";
import { mostCashFactor } from "./simulation-cash.ts";
import { type DelayTables, delayGivenOutcome, wholeMonths } from "./simulation-delays.ts";
import { planFactors } from "./simulation-factors.ts";
import type { RowSimulation } from "./simulation-rows.ts";

/** Loans that one row cannot express (several items, shared assets): drawn in plain code with the same random numbers. */
export interface GroupSimulation {
  readonly columns: PackageColumns;
  readonly plan: CasePlan;
  readonly simulation: SimulationAssumptions;
}

/** Counters of assets lie above those of loans: an asset draws its own price level, by the first of its rows in the package. */
const ASSET_COUNTERS = 0x4000_0000;
const { DELAY_BITS, DELAY_COUNTERS, NO_DELAY_AT } = kernelSizes;

/** A loan of a group that has guarantors with a cap, and what they pay of its whole claim, yuan. */
interface Guaranteed {
  readonly loan: number;
  readonly slot: number;
  readonly ofClaim: number;
}

/** [asset × outcome] mean level of the price where the asset ends so, and the shift of its drawn delay. */
interface GivenOutcomes {
  readonly meanLevel: Float64Array;
  readonly delayShift: Float64Array;
}

/** Draws the groups of a package for blocks of paths; keeps what is the same for every block. */
export class GroupDrawer {
  readonly #input: GroupSimulation;
  readonly #scratch: GroupScratch;
  readonly #worth: Worth;
  readonly #limits: readonly Float64Array[];
  readonly #given: readonly GivenOutcomes[];
  readonly #guaranteed: readonly (readonly Guaranteed[])[];

  constructor(input: GroupSimulation, delays: DelayTables | null, kernel: SimulationKernel) {
    const { columns, plan } = input;
    this.#input = input;
    this.#scratch = groupScratch(columns, plan);
    this.#worth = worthOf(columns, plan);
    const { groupCount } = this.#scratch.groups;
    this.#limits = Array.from({ length: groupCount }, (_, group) => this.#limitsOf(group, kernel));
    this.#given = this.#limits.map((limits, group) => this.#givenOf(group, limits, delays));
    this.#guaranteed = Array.from({ length: groupCount }, (_, group) => this.#guaranteedOf(group));
  }

  /** [asset × outcome] limit of the group's own draw, up to which the asset ends so or earlier. */
  #limitsOf(group: number, kernel: SimulationKernel): Float64Array {
    const { columns, plan, simulation } = this.#input;
    const scratch = this.#scratch;
    prepareGroup(columns, group, plan, scratch);
    const sold = new Float64Array(scratch.assetCount * plan.outcomeCount);
    for (let asset = 0; asset < scratch.assetCount; asset++) {
      const classAt = scratch.assetClass[asset] * plan.outcomeCount;
      for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
        sold[asset * plan.outcomeCount + outcome] = scratch.chance[asset] * plan.cumulativeProbability[classAt + outcome];
      }
    }
    const rho = simulation.eventLoading[segmentOf(this.#leadingSegmentOf(group))];
    return saleLimits(sold, (list) => kernel.invertNormal(list)).map((limit) => limit / Math.sqrt(1 - rho));
  }

  /** What the common factor does to the sales of a group, given how they end. */
  #givenOf(group: number, limits: Float64Array, delays: DelayTables | null): GivenOutcomes {
    const { columns, plan, simulation } = this.#input;
    const scratch = this.#scratch;
    prepareGroup(columns, group, plan, scratch);
    const leading = this.#leadingSegmentOf(group);
    const eventLoading = simulation.eventLoading[segmentOf(leading)];
    const { tieOf } = planFactors(simulation);
    const ends = Array.from(limits, (limit, at) => {
      const earlier = at % plan.outcomeCount === 0 ? Number.NEGATIVE_INFINITY : limits[at - 1];
      return { from: earlier * Math.sqrt(1 - eventLoading), to: limit * Math.sqrt(1 - eventLoading) };
    });
    return {
      meanLevel: Float64Array.from(ends, (each, at) => {
        const { segment, kind } = plan.classes.priceClasses[scratch.assetClass[Math.floor(at / plan.outcomeCount)]];
        return levelGivenOutcome(each, tieOf(leading, segment, kind));
      }),
      delayShift: Float64Array.from(ends, (each) => delayGivenOutcome(delays, () => latentGivenOutcome(each), eventLoading)),
    };
  }

  #guaranteedOf(group: number): Guaranteed[] {
    const { columns, plan } = this.#input;
    prepareGroup(columns, group, plan, this.#scratch);
    return Array.from(this.#loansOf(group), (loan, slot) => ({
      loan,
      slot,
      ofClaim: cappedRecovery(columns, loan, this.#scratch.claim[slot], plan),
    })).filter(({ loan, ofClaim }) => ofClaim > 0 && !this.#worth.isFixed(loan));
  }

  #loansOf(group: number): Uint32Array {
    const { loans, loanStart } = this.#scratch.groups;
    return loans.subarray(loanStart[group], loanStart[group + 1]);
  }

  #firstLoanOf(group: number): number {
    return this.#loansOf(group)[0];
  }

  /**
   * One latent number decides for the whole group. It has the largest loading of its loans' segments, so that the order of
   * loans decides nothing; of all loadings this one gives the widest tails.
   */
  #leadingSegmentOf(group: number): number {
    const { columns, simulation } = this.#input;
    const loadingOf = (segment: number): number => simulation.eventLoading[segmentOf(segment)];
    return this.#loansOf(group).reduce(
      (most, loan) => (loadingOf(columns.segment[loan]) > loadingOf(most) ? columns.segment[loan] : most),
      columns.segment[this.#firstLoanOf(group)],
    );
  }

  /** Adds what the groups pay on the paths of a block to the kernel's lists, group by group. */
  drawBlock(rows: RowSimulation, kernel: SimulationKernel, firstPath: number, between: () => void): void {
    for (let group = 0; group < this.#limits.length; group++) {
      this.#drawGroup(group, rows, kernel, firstPath);
      between();
    }
  }

  #drawGroup(group: number, rows: RowSimulation, kernel: SimulationKernel, firstPath: number): void {
    const { columns, plan } = this.#input;
    const scratch = this.#scratch;
    prepareGroup(columns, group, plan, scratch);
    const firstLoan = this.#firstLoanOf(group);
    const own = kernel.drawPairs(firstLoan, firstPath).slice(0, BLOCK_PATHS);
    const latent = kernel.list(rows.factors.latent[this.#leadingSegmentOf(group)]);
    const delays = delaysOf(rows, kernel, firstLoan + DELAY_COUNTERS, firstPath);
    const levels = this.#levelsOf(rows, kernel, firstPath);
    const loanOf = loansOfPlaces(scratch);
    for (let path = 0; path < BLOCK_PATHS; path++) {
      const draw = own[path] - latent[path];
      let isSold = false;
      for (let asset = 0; asset < scratch.assetCount; asset++) isSold = this.#end(group, asset, draw, delays[path], levels[asset][path], rows.delays) || isSold;
      const isPaid = isSold && payGroup(columns, plan, scratch) > 0;
      if (isPaid) this.#receive(loanOf, path, rows, kernel);
      if (isPaid) this.#receiveSurplus(path, rows, kernel);
      for (const { loan, slot, ofClaim } of this.#guaranteed[group]) {
        const paid = isPaid ? cappedRecovery(columns, loan, Math.max(0, scratch.owed[slot]), plan) : ofClaim;
        this.#use(loan, paid, path, rows, kernel);
        addTo(kernel.list(rows.cash.firstList + rows.cash.cappedClass + columns.segment[loan]), path, -paid);
      }
    }
  }

  /** How an asset ends on a path: its outcome, the level of its price, its delay; answers whether it is sold. */
  #end(group: number, asset: number, draw: number, late: number, level: number, delays: DelayTables | null): boolean {
    const { plan } = this.#input;
    const limits = this.#limits[group];
    const { outcomeCount } = plan;
    const scratch = this.#scratch;
    let outcome = 0;
    while (outcome < outcomeCount && draw > limits[asset * outcomeCount + outcome]) outcome += 1;
    scratch.outcome[asset] = outcome === outcomeCount ? -1 : outcome;
    if (outcome === outcomeCount) return false;
    const at = asset * outcomeCount + outcome;
    const { meanLevel, delayShift } = this.#given[group];
    const planned = priceMonth(plan, scratch.assetClass[asset], outcome);
    const moved = delays === null ? 0 : Math.max(wholeMonths(late + delayShift[at]), -planned);
    scratch.delayMonths[asset] = moved;
    scratch.priceMultiple[asset] = (level / meanLevel[at]) * (delays === null ? 1 : delays.growth[NO_DELAY_AT + moved]);
    return true;
  }

  /** [asset][path] level of the price. */
  #levelsOf(rows: RowSimulation, kernel: SimulationKernel, firstPath: number): Float64Array[] {
    const { plan, simulation } = this.#input;
    const { groups, assetCount, assetClass, group } = this.#scratch;
    const { levelOf } = planFactors(simulation);
    return Array.from({ length: assetCount }, (_, asset) => {
      const { segment, kind } = plan.classes.priceClasses[assetClass[asset]];
      const { table, list } = levelOf(segment, kind);
      const spread = table === 0 ? 0 : rows.levelSpreads[table - 1];
      const number = groups.assetStart[group] + asset;
      const row = groups.rows.subarray(groups.rowStart[number], groups.rowStart[number + 1]).reduce((least, each) => Math.min(least, each));
      const normals = kernel.drawPairs(row + ASSET_COUNTERS, firstPath);
      const common = list === 0 ? null : kernel.list(list);
      for (let path = 0; path < BLOCK_PATHS; path++) normals[path] = spread * normals[path] - 0.5 * spread * spread;
      const level = kernel.exponentiated(normals.slice(0, BLOCK_PATHS));
      return common === null ? level : level.map((own, path) => own * common[path]);
    });
  }

  #receive(loanOf: Uint32Array, path: number, rows: RowSimulation, kernel: SimulationKernel): void {
    const { plan } = this.#input;
    const scratch = this.#scratch;
    for (let place = 0; place < loanOf.length; place++) {
      const yuan = scratch.paid[place];
      if (yuan === 0) continue;
      const loan = loanOf[place];
      if (this.#worth.isFixed(loan)) continue;
      const asset = scratch.placeAsset[place];
      const priceClass = scratch.assetClass[asset];
      const month = plan.outcomeMonth[priceClass * plan.outcomeCount + scratch.outcome[asset]] + scratch.delayMonths[asset];
      const receive = (received: number, worthYuan: number): void => addTo(kernel.list(rows.flowList + this.#worth.received(received)), path, worthYuan);
      const kept = this.#worth.kept(loan, priceClass, month);
      if (scratch.taken.is[asset] === 0) {
        receive(month, yuan * kept);
        continue;
      }
      const paid = yuan * scratch.taken.paid[asset];
      const paidMonth = month - plan.takeOver.gapMonths;
      receive(month, yuan * scratch.taken.resale[asset] * kept + paid * (this.#worth.gross(month) - kept));
      receive(paidMonth, -paid * this.#worth.gross(paidMonth));
    }
    const firstLoan = scratch.groups.loanStart[scratch.group];
    for (let slot = 0; slot < scratch.loanCount; slot++) {
      const loan = scratch.groups.loans[firstLoan + slot];
      const used = usedOf(slot, scratch.claim, scratch.owed);
      if (used > 0 && !this.#worth.isFixed(loan)) this.#use(loan, used, path, rows, kernel);
    }
  }

  /** What loans get of what the path's sales leave their debtor. */
  #receiveSurplus(path: number, rows: RowSimulation, kernel: SimulationKernel): void {
    const { plan } = this.#input;
    const { groups, group, surplus } = this.#scratch;
    for (let entry = 0; entry < surplus.count; entry++) {
      const loan = groups.loans[groups.loanStart[group] + surplus.slot[entry]];
      if (this.#worth.isFixed(loan)) continue;
      const month = surplus.month[entry];
      const kept = this.#worth.kept(loan, plan.classes.loanClass[loan], month);
      addTo(kernel.list(rows.flowList + this.#worth.received(month)), path, surplus.yuan[entry] * kept);
    }
  }

  /** Takes what was paid of a loan's claim from its curve, as the kernel does for rows. */
  #use(loan: number, yuan: number, path: number, { cash }: RowSimulation, kernel: SimulationKernel): void {
    const curve = this.#worth.curve(loan);
    const scale = this.#worth.scale(loan);
    const factors = cash.factorList[curve];
    const factor = factors === 0 ? 1 : Math.min(kernel.list(factors)[path], mostCashFactor(cash, curve, scale));
    addTo(kernel.list(cash.firstList + curve), path, yuan * scale * factor);
  }
}

const noDelays = new Float64Array(BLOCK_PATHS);

/** [path] months by which the sales of a group come late, before they are whole: all its assets by as many. */
function delaysOf({ delays }: RowSimulation, kernel: SimulationKernel, counter: number, firstPath: number): Float64Array {
  if (delays === null) return noDelays;
  const own = Float64Array.from(kernel.drawFirstWords(counter, firstPath), (word) => delays.own[word >>> (32 - DELAY_BITS)]);
  if (delays.commonList === 0) return own;
  const common = kernel.list(delays.commonList);
  return own.map((months, path) => months + common[path]);
}

function addTo(list: Float64Array, at: number, term: number): void {
  list[at] += term;
}
