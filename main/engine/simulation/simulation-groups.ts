import { segments } from "../../../shared/domain/codes.ts";
import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import type { PackageColumns } from "../engine-types.ts";
import { BLOCK_PATHS, type SimulationKernel } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/case-plan.ts";
import { expectedOfSlot, recoverGroup } from "../recovery/expected-recovery.ts";
import { type GroupScratch, groupScratch, payGroup, prepareGroup } from "../recovery/group-recovery.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { recoveryGroups } from "../recovery/recovery-groups.ts";
import { saleLimits } from "./sale-limits.ts";
import { type CashPlan, earlyNet } from "./simulation-cash.ts";
import { type DelayTables, NO_DELAY_AT } from "./simulation-delays.ts";
import { planFactors } from "./simulation-factors.ts";
import type { RowSimulation } from "./simulation-rows.ts";

/** Loans that one row cannot express (several items, shared assets): drawn in plain code with the same random numbers. */
export interface GroupSimulation {
  readonly columns: PackageColumns;
  readonly plan: CasePlan;
  readonly simulation: SimulationAssumptions;
  readonly isFlows: boolean;
  /** [curve class] present value of the net shares. */
  readonly annuity: Float64Array;
}

/** Counters of assets lie above those of loans: an asset draws its own price level, by the first of its rows in the package. */
const ASSET_COUNTERS = 0x4000_0000;
/** Counters of a loan's delay: see the kernel. */
const DELAY_COUNTERS = 0x8000_0000;

/** What cash from collateral of a loan in a month is worth to us, and which curve it takes claims from. */
interface Worth {
  readonly kept: (loan: number, priceClass: number, month: number) => number;
  readonly received: (month: number) => number;
  readonly curve: (loan: number) => number;
  readonly scale: (loan: number) => number;
}

function worthOf(columns: PackageColumns, plan: CasePlan): Worth {
  const early = earlyNet(plan);
  return {
    kept: (loan, priceClass, month) => {
      const costRate = collateralCostRate(columns, loan, plan) * (plan.costFactor[plan.classes.priceClasses[priceClass]?.segment ?? 0] ?? 1);
      return month < plan.closingMonth ? early.receipt - early.cost * costRate : 1 - costRate;
    },
    received: (month) => Math.max(month, plan.closingMonth),
    curve: (loan) => plan.classes.curveClass[loan] ?? 0,
    scale: (loan) => plan.classes.curveScale[loan] ?? 1,
  };
}

/** Takes the expected cash of groups out of the fixed flows, and adds their claims and expected use to the cash route. */
export function expectGroups(columns: PackageColumns, plan: CasePlan, cash: CashPlan, fixedFlow: Float64Array, expectedUse: Float64Array): void {
  const groups = recoveryGroups(columns);
  if (groups.groupCount === 0) return;
  const scratch = groupScratch(columns, plan);
  const worth = worthOf(columns, plan);
  for (let group = 0; group < groups.groupCount; group++) {
    recoverGroup(columns, group, plan, scratch);
    for (let slot = 0; slot < scratch.loanCount; slot++) addClaim(columns, plan, slot, scratch, cash);
    const loanOf = loansOfPlaces(scratch);
    for (const [place, loan] of loanOf.entries()) {
      const priceClass = scratch.assetClass[scratch.placeAsset[place] ?? 0] ?? 0;
      for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
        const yuan = scratch.expected[place * plan.outcomeCount + outcome] ?? 0;
        if (yuan === 0) continue;
        const month = plan.outcomeMonth[priceClass * plan.outcomeCount + outcome] ?? 0;
        const at = worth.received(month);
        fixedFlow[at] = (fixedFlow[at] ?? 0) - yuan * worth.kept(loan, priceClass, month);
        expectedUse[worth.curve(loan)] = (expectedUse[worth.curve(loan)] ?? 0) + yuan * worth.scale(loan);
      }
    }
  }
}

/** What a loan's curve works on: its claim less what guarantors with a cap are expected to pay, which no draw changes. */
function addClaim(columns: PackageColumns, plan: CasePlan, slot: number, scratch: GroupScratch, cash: CashPlan): void {
  const loan = scratch.groups.loans[(scratch.groups.loanStart[scratch.group] ?? 0) + slot] ?? 0;
  const curve = plan.classes.curveClass[loan] ?? 0;
  const scale = plan.classes.curveScale[loan] ?? 1;
  const claim = scratch.claim[slot] ?? 0;
  const capped = cappedRecovery(columns, loan, Math.max(0, claim - expectedOfSlot(slot, plan, scratch)), plan);
  cash.scaledClaims[curve] = (cash.scaledClaims[curve] ?? 0) + (claim - capped) * scale;
  cash.mostScale[curve] = Math.max(cash.mostScale[curve] ?? 0, scale);
}

/** [place] loan of a prepared group. */
function loansOfPlaces({ groups, group, loanCount, placeStart, assetCount, firstRow }: GroupScratch): Uint32Array {
  const firstLoan = groups.loanStart[group] ?? 0;
  const places = (groups.rowStart[(groups.assetStart[group] ?? 0) + assetCount] ?? 0) - firstRow;
  const loanOf = new Uint32Array(places);
  for (let slot = 0; slot < loanCount; slot++) loanOf.fill(groups.loans[firstLoan + slot] ?? 0, placeStart[slot]);
  return loanOf;
}

/** Draws the groups of a package for blocks of paths; keeps what is the same for every block. */
export class GroupDrawer {
  readonly #input: GroupSimulation;
  readonly #scratch: GroupScratch;
  readonly #worth: Worth;
  readonly #limits: readonly Float64Array[];

  constructor(input: GroupSimulation, kernel: SimulationKernel) {
    const { columns, plan } = input;
    this.#input = input;
    this.#scratch = groupScratch(columns, plan);
    this.#worth = worthOf(columns, plan);
    this.#limits = Array.from({ length: this.#scratch.groups.groupCount }, (_, group) => this.#limitsOf(group, kernel));
  }

  /** [asset × outcome] limit of the group's own draw, up to which the asset ends so or earlier. */
  #limitsOf(group: number, kernel: SimulationKernel): Float64Array {
    const { columns, plan, simulation } = this.#input;
    const scratch = this.#scratch;
    prepareGroup(columns, group, plan, scratch);
    const sold = new Float64Array(scratch.assetCount * plan.outcomeCount);
    for (let asset = 0; asset < scratch.assetCount; asset++) {
      const classAt = (scratch.assetClass[asset] ?? 0) * plan.outcomeCount;
      for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
        sold[asset * plan.outcomeCount + outcome] = (scratch.chance[asset] ?? 1) * (plan.cumulativeProbability[classAt + outcome] ?? 1);
      }
    }
    const rho = simulation.eventLoading[segments[this.#segmentOf(group)] ?? "retailOther"];
    return saleLimits(sold, (list) => kernel.invertNormal(list)).map((limit) => limit / Math.sqrt(1 - rho));
  }

  #firstLoanOf(group: number): number {
    const { groups } = this.#scratch;
    return groups.loans[groups.loanStart[group] ?? 0] ?? 0;
  }

  /** One latent number decides for the whole group: that of its first loan. */
  #segmentOf(group: number): number {
    return this.#input.columns.segment[this.#firstLoanOf(group)] ?? 0;
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
    const latent = kernel.list(rows.factors.latent[this.#segmentOf(group)] ?? 0);
    const late = rows.delays === null ? null : kernel.drawFirstWords(firstLoan + DELAY_COUNTERS, firstPath).slice();
    const levels = this.#levelsOf(rows, kernel, firstPath);
    const limits = this.#limits[group] ?? new Float64Array(0);
    const loanOf = loansOfPlaces(scratch);
    for (let path = 0; path < BLOCK_PATHS; path++) {
      const draw = (own[path] ?? 0) - (latent[path] ?? 0);
      const delay = late === null ? 0 : (rows.delays?.months[(late[path] ?? 0) >>> 22] ?? 0);
      let isSold = false;
      for (let asset = 0; asset < scratch.assetCount; asset++)
        isSold = this.#end(asset, draw, delay, levels[asset]?.[path] ?? 1, limits, rows.delays) || isSold;
      if (isSold && payGroup(columns, plan, scratch) > 0) this.#receive(loanOf, path, rows, kernel);
    }
  }

  /** How an asset ends on a path: its outcome, the level of its price, its delay; answers whether it is sold. */
  #end(asset: number, draw: number, delay: number, level: number, limits: Float64Array, delays: DelayTables | null): boolean {
    const { plan } = this.#input;
    const { outcomeCount } = plan;
    const scratch = this.#scratch;
    let outcome = 0;
    while (outcome < outcomeCount && draw > (limits[asset * outcomeCount + outcome] ?? 0)) outcome += 1;
    scratch.outcome[asset] = outcome === outcomeCount ? -1 : outcome;
    if (outcome === outcomeCount) return false;
    const planned = plan.outcomeMonth[(scratch.assetClass[asset] ?? 0) * outcomeCount + outcome] ?? 0;
    const moved = Math.max(delay, -planned);
    scratch.delayMonths[asset] = moved;
    scratch.priceMultiple[asset] = level * (delays?.growth[NO_DELAY_AT + moved] ?? 1);
    return true;
  }

  /** [asset][path] level of the price. */
  #levelsOf(rows: RowSimulation, kernel: SimulationKernel, firstPath: number): Float64Array[] {
    const { plan, simulation } = this.#input;
    const { groups, assetCount, assetClass, group } = this.#scratch;
    const { levelOf } = planFactors(simulation);
    return Array.from({ length: assetCount }, (_, asset) => {
      const { segment, kind } = plan.classes.priceClasses[assetClass[asset] ?? 0] ?? { segment: 0, kind: 0 };
      const { table, list } = levelOf(segment, kind);
      const spread = rows.levelSpreads[table - 1] ?? 0;
      const number = (groups.assetStart[group] ?? 0) + asset;
      const row = groups.rows.subarray(groups.rowStart[number], groups.rowStart[number + 1]).reduce((least, each) => Math.min(least, each));
      const normals = kernel.drawPairs(row + ASSET_COUNTERS, firstPath);
      const common = list === 0 ? null : kernel.list(list);
      for (let path = 0; path < BLOCK_PATHS; path++) normals[path] = spread * (normals[path] ?? 0) - 0.5 * spread * spread;
      const level = kernel.exponentiated(normals.slice(0, BLOCK_PATHS));
      return common === null ? level : level.map((own, path) => own * (common[path] ?? 1));
    });
  }

  #receive(loanOf: Uint32Array, path: number, rows: RowSimulation, kernel: SimulationKernel): void {
    const { plan, isFlows } = this.#input;
    const scratch = this.#scratch;
    const { kept, received, curve, scale } = this.#worth;
    for (let place = 0; place < loanOf.length; place++) {
      const yuan = scratch.paid[place] ?? 0;
      if (yuan === 0) continue;
      const loan = loanOf[place] ?? 0;
      const asset = scratch.placeAsset[place] ?? 0;
      const priceClass = scratch.assetClass[asset] ?? 0;
      const month = (plan.outcomeMonth[priceClass * plan.outcomeCount + (scratch.outcome[asset] ?? 0)] ?? 0) + (scratch.delayMonths[asset] ?? 0);
      const net = yuan * kept(loan, priceClass, month);
      if (!isFlows) {
        addTo(kernel.list(rows.flowList), path, net * (plan.discountFactor[month] ?? 0) - yuan * scale(loan) * (this.#input.annuity[curve(loan)] ?? 0));
        continue;
      }
      addTo(kernel.list(rows.flowList + received(month)), path, net);
      addTo(kernel.list((rows.cash?.firstList ?? 0) + curve(loan)), path, yuan * scale(loan));
    }
  }
}

function addTo(list: Float64Array, at: number, term: number): void {
  list[at] = (list[at] ?? 0) + term;
}
