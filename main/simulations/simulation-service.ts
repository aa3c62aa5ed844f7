import { createHash, randomUUID } from "node:crypto";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { simulationJobId } from "../../shared/contract/simulation-channels.ts";
import type { FrozenSimulation } from "../../shared/domain/frozen-analyses.ts";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { storedShifts } from "../../shared/domain/stored-shifts.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { DeskError } from "../../shared/result.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { ENGINE_VERSION } from "../engine/price-package.ts";
import { blockCount } from "../engine/simulation/draw-paths.ts";
import { meanAgainstPlan } from "../engine/simulation/mean-against-plan.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { packageKey } from "../packages/loaded-package.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { findSimulation, keepSimulation } from "./simulation-queries.ts";
import type { DrawAnswer, PlannedWork, simulationTasks } from "./simulation-tasks.ts";

export interface SimulationService {
  /** Simulates the base case of the deal's latest pricing; the run under way where there is one. */
  run(dealId: number): Promise<SimulationResult>;
  state(dealId: number): Promise<ChannelOutput<"simulation.state">>;
  /** The latest simulation as a run keeps it, where it is of this pricing; else null. */
  ofRun(dealId: number, priced: PricedDeal): Promise<FrozenSimulation | null>;
  /** Stops a simulation by the id of its job; others are left alone. */
  cancel(jobId: string): void;
}

interface SimulationServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof simulationTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly onEvent: (event: JobEvent) => void;
  readonly now: () => string;
}

/** Both workers draw, in slices: a pricing that waits has a worker after one of them. */
const threads = 2;
const sliceMs = 100;
/** Where one block takes longer than this, a single worker draws and the other stays free for pricing. */
const longSliceMs = 400;
const progressEveryMs = 150;

/** What decides a simulation, as text: the package with its edits and own estimates, assumptions, base case, price. */
function inputsHash({ loaded, terms, output }: PricedDeal): string {
  const inputs = {
    package: packageKey(loaded),
    assumptions: terms.assumptions,
    base: storedShifts(terms.cases.base),
    priceFen: output.result.bidPriceFen,
    ENGINE_VERSION,
  };
  return createHash("sha256").update(canonicalJson(inputs)).digest("hex");
}

/** Simulations of deals' latest pricings: one under way per deal; results are kept by what went into them, so that a run that is restored has its own. */
export function createSimulationService({ db, jobs, pricing, onEvent, now }: SimulationServiceParts): SimulationService {
  const running = new Map<string, { readonly result: Promise<SimulationResult>; readonly abort: AbortController }>();

  const simulate = async (dealId: number, signal: AbortSignal): Promise<SimulationResult> => {
    const startedAt = Date.now();
    const basis = await pricing.latest(dealId);
    const { assumptions, cases } = basis.terms;
    const priceFen = basis.output.result.bidPriceFen;
    const options = { kind: null, signal };
    const input = { columns: basis.loaded.columns, assumptions, shifts: cases.base, priceFen };
    const planned = await jobs.run("planSimulationTask", input, options);
    const stop = tellProgress(dealId, planned);
    try {
      await drawAll(planned, signal);
    } finally {
      stop();
    }
    const { confidence, seed } = assumptions.simulation;
    const { plan, work } = planned;
    const answer = await jobs.run("distributionTask", { results: work.results, plan, priceFen, confidence }, options);
    const result: SimulationResult = {
      engineVersion: ENGINE_VERSION,
      inputsHash: inputsHash(basis),
      pathsHash: answer.pathsHash,
      seed,
      priceFen,
      hurdleRate: plan.hurdleRate,
      durationMs: Date.now() - startedAt,
      finishedAt: now(),
      distribution: answer.distribution,
      meanAgainstPlan: meanAgainstPlan(answer.distribution.presentValue, fenFromYuan(planned.exactPresentValueYuan), {
        terms: assumptions.simulation,
        hasGuarantorCaps: basis.loaded.columns.guarantorCap.some((cap) => !Number.isNaN(cap)),
      }),
    };
    await keepSimulation(db.kysely, dealId, result);
    return result;
  };

  /** Progress by the number of blocks taken, several times a second; answers the way to stop. */
  const tellProgress = (dealId: number, { work }: PlannedWork): (() => void) => {
    const blocks = Math.max(1, blockCount(work.simulation.paths));
    const tell = () => onEvent(eventOf(dealId, "running", Math.min(1, Atomics.load(work.nextBlock, 0) / blocks)));
    tell();
    const timer = setInterval(tell, progressEveryMs);
    return () => clearInterval(timer);
  };

  /** Slice after slice on both workers until no block is left. */
  const drawAll = async ({ work }: PlannedWork, signal: AbortSignal): Promise<void> => {
    const simulationId = randomUUID();
    let threadCount = threads;
    const drawIn = async (thread: number): Promise<void> => {
      // The first slice also makes tables and compiles.
      for (let slice = 0; thread < threadCount; slice++) {
        const sliceStart = Date.now();
        const answer = await drawSlice(simulationId, work, signal);
        if (answer === "done") return;
        if (slice > 0 && Date.now() - sliceStart > longSliceMs) threadCount = 1;
      }
    };
    await Promise.all(Array.from({ length: threads }, (_, thread) => drawIn(thread)));
  };

  const drawSlice = async (simulationId: string, work: PlannedWork["work"], signal: AbortSignal): Promise<DrawAnswer> => {
    const options = { kind: null, signal };
    const answer = await jobs.run("drawPathsTask", { simulationId, work: null, sliceMs }, options);
    return answer === "unknown" ? jobs.run("drawPathsTask", { simulationId, work, sliceMs }, options) : answer;
  };

  const run = (dealId: number): Promise<SimulationResult> => {
    const jobId = simulationJobId(dealId);
    const known = running.get(jobId);
    if (known !== undefined) return known.result;
    const abort = new AbortController();
    onEvent(eventOf(dealId, "running", null));
    const result = simulate(dealId, abort.signal)
      .then(
        (done) => {
          onEvent(eventOf(dealId, "done", 1));
          return done;
        },
        (error: unknown) => {
          abort.abort();
          onEvent(eventOf(dealId, error instanceof DeskError && error.code === "job.cancelled" ? "cancelled" : "failed", null));
          throw error;
        },
      )
      .finally(() => running.delete(jobId));
    running.set(jobId, { result, abort });
    return result;
  };

  return {
    run,
    state: async (dealId) => {
      const basis = await pricing.latest(dealId).catch(() => null);
      const wanted = basis === null ? null : inputsHash(basis);
      const result = await findSimulation(db.kysely, dealId, wanted);
      return { result, isCurrent: result !== null && result.inputsHash === wanted, isRunning: running.has(simulationJobId(dealId)) };
    },
    ofRun: async (dealId, priced) => {
      const wanted = inputsHash(priced);
      const known = await findSimulation(db.kysely, dealId, wanted);
      if (known?.inputsHash !== wanted) return null;
      const { inputsHash: _inputsHash, durationMs: _durationMs, finishedAt: _finishedAt, ...simulated } = known;
      return simulated;
    },
    cancel: (jobId) => running.get(jobId)?.abort.abort(),
  };
}

function eventOf(dealId: number, state: JobEvent["state"], progress: number | null): JobEvent {
  return { jobId: simulationJobId(dealId), kind: "simulate", state, progress };
}
