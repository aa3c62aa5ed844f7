import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { OpenRun, PricingRun } from "../../shared/contract/run-channels.ts";
import type { AssumptionSources, Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { type RunRecord, runRecordSchema } from "../../shared/domain/memo.ts";
import type { RunComparison } from "../../shared/domain/run-comparison.ts";
import { storedScenario } from "../../shared/domain/stored-shifts.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JobTurns } from "../jobs/job-turns.ts";
import type { MarketService } from "../market/market-service.ts";
import type { PricedDeal, PriceTerms } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { ScenarioService } from "../scenarios/scenario-service.ts";
import { type ComparedRun, compareRuns } from "./compare-runs.ts";
import { freezeRun, hashPricing, hashRun, isIntact, type PricingHashes, replayInput, thawPackage, thawResults } from "./frozen-run.ts";
import { findRun, getRun, insertRun, isRunNameTaken, listRuns, type RunMark, type StoredRun, writeMark } from "./run-queries.ts";
import type { RunTasks } from "./run-tasks.ts";
import { cutStrata, type PackageStrata } from "./strata.ts";

/** A saved run with what a memo prints beside its result. */
interface MemoRun {
  readonly run: PricingRun;
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  readonly cases: Cases;
  readonly strata: PackageStrata;
  readonly tapeId: number;
  /** The deal and the market table as they were when the run was saved; null for a run that was saved without them. */
  readonly record: RunRecord | null;
}

export interface RunService {
  /** Freezes the deal's latest pricing: exactly what was priced, whatever was edited since. */
  save(dealId: number, name: string, caseName?: CaseName): Promise<PricingRun>;
  list(dealId: number): Promise<PricingRun[]>;
  /** Changes what is said of a run; what was frozen stays as it is. */
  mark(runId: number, change: { readonly [K in keyof RunMark]?: RunMark[K] | undefined }): Promise<PricingRun>;
  /** A run with all that went into it; refused with `run.altered` where it no longer has its hash. */
  open(runId: number): Promise<OpenRun>;
  /** What changed from one run to another, and how much each change moves the bid. */
  compare(fromId: number, toId: number): Promise<RunComparison>;
  /** Hashes of the deal's latest pricing, whatever the deal and a run of it are called. */
  hashes(dealId: number): Promise<PricingHashes>;
  /** Prices a saved run again from its stored inputs; the hash equals the run's where nothing differs by a bit. */
  replay(runId: number): Promise<{ readonly runHash: string; readonly isSame: boolean }>;
  /** Refused with `run.altered` where what is stored no longer has the run's hash. */
  runForMemo(runId: number): Promise<MemoRun>;
}

interface RunServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly market: Pick<MarketService, "deals" | "averages">;
  readonly pricing: Pick<PricingService, "latest" | "reprice">;
  readonly assumptions: Pick<AssumptionService, "list">;
  readonly scenarios: Pick<ScenarioService, "list">;
  readonly jobs: Pick<JobRunner<RunTasks>, "run">;
  readonly turns: JobTurns;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

/** The set that terms came from, as a memo names it. */
function setOfTerms(sets: readonly AssumptionSet[], id: number, { assumptions, cases }: PriceTerms): RunRecord["assumptionSet"] {
  const set = sets.find((one) => one.id === id);
  if (set === undefined) return null;
  const isEdited = canonicalJson([set.assumptions, set.cases]) !== canonicalJson([assumptions, cases]);
  return { nameZh: set.nameZh, nameEn: set.nameEn, asOf: set.asOf, isEdited };
}

/** Pricing runs: frozen, listed, marked, opened, compared, replayed, cut for a memo. */
export function createRunService({ db, now, market, pricing, assumptions, scenarios, jobs, turns, author }: RunServiceParts): RunService {
  const { kysely } = db;

  const recordOf = async (dealId: number, caseName: CaseName, { assumptionSetId, terms }: PricedDeal): Promise<RunRecord> => {
    const [deal, averages, deals, named, savedBy, sets] = await Promise.all([
      getOpenDeal(kysely, dealId),
      market.averages(),
      market.deals(),
      scenarios.list(dealId),
      author(),
      assumptions.list(),
    ]);
    const assumptionSet = setOfTerms(sets, assumptionSetId, terms);
    const stored = named.map(({ name, shifts }) => ({ name, shifts: storedScenario(shifts) }));
    return runRecordSchema.parse({ deal, assumptionSet, market: { averages, deals }, scenarios: stored, caseName, savedBy });
  };

  const save = async (dealId: number, name: string, caseName: CaseName = "base"): Promise<PricingRun> => {
    await getOpenDeal(kysely, dealId);
    const priced = await pricing.latest(dealId);
    const { loaded, terms, sources, output } = priced;
    if (await isRunNameTaken(kysely, dealId, name)) throw new DeskError("run.nameTaken", { name });
    const createdAt = now();
    const record = await recordOf(dealId, caseName, priced);
    const { savedBy } = record;
    const frozen = await freezeRun({ loaded, terms, output, record, statement: { name, createdAt, sources } });
    return kysely.transaction().execute(async (trx) => {
      if (await isRunNameTaken(trx, dealId, name)) throw new DeskError("run.nameTaken", { name });
      return insertRun(trx, { ...frozen, dealId, tapeId: loaded.tapeId, name, caseName, savedBy, createdAt, terms, sources, result: output.result });
    });
  };

  const mark: RunService["mark"] = (runId, { name, note, isStarred }) =>
    kysely.transaction().execute(async (trx) => {
      const run = await getRun(trx, runId);
      const marked = { name: name ?? run.name, note: note ?? run.note, isStarred: isStarred ?? run.isStarred };
      if (await isRunNameTaken(trx, run.dealId, marked.name, runId)) throw new DeskError("run.nameTaken", { name: marked.name });
      await writeMark(trx, runId, marked);
      return getRun(trx, runId);
    });

  const storedRun = async (runId: number): Promise<StoredRun> => {
    const stored = await findRun(kysely, runId);
    if (stored === undefined) throw new DeskError("run.notFound", { runId });
    return stored;
  };

  const intactRun = async (runId: number): Promise<ComparedRun> => {
    const stored = await storedRun(runId);
    const frozen = await thawPackage(stored.inputs);
    if (!(await isIntact(stored.run, frozen, stored.hashed, stored.loanResults))) throw new DeskError("run.altered", { runId });
    return { stored, frozen };
  };

  const open = async (runId: number): Promise<OpenRun> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, terms, sources } = stored;
    const named = frozen.record?.scenarios.map(({ name }) => name) ?? [];
    return { run, ...terms, sources, cutOffDate: frozen.stored.cutOffDate, scenarios: named };
  };

  const replay = async (runId: number) => {
    const { run, terms, hashed, inputs } = await storedRun(runId);
    const frozen = await thawPackage(inputs);
    const output = await pricing.reprice(replayInput(frozen, terms));
    const runHash = await hashRun(frozen, hashed, output);
    return { runHash, isSame: runHash === run.runHash };
  };

  const runForMemo = async (runId: number): Promise<MemoRun> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, tapeId, terms, sources, loanResults } = stored;
    const { columns, facts, record } = frozen;
    const { loanResults: cases, allocatedFen } = await thawResults(run.result, loanResults);
    const strata = cutStrata({ columns, facts, base: cases.base, allocatedFen });
    return { run, assumptions: terms.assumptions, sources, cases: terms.cases, strata, tapeId, record };
  };

  return {
    save,
    list: async (dealId) => {
      await getDeal(kysely, dealId);
      return listRuns(kysely, dealId);
    },
    mark,
    open,
    compare: (fromId, toId) => turns.latest("compareRuns", async (signal) => compareRuns(jobs, await intactRun(fromId), await intactRun(toId), signal)),
    hashes: async (dealId) => hashPricing(await pricing.latest(dealId)),
    replay,
    runForMemo,
  };
}
