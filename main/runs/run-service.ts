import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { AssumptionSources, Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { type RunRecord, runRecordSchema } from "../../shared/domain/memo.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { MarketService } from "../market/market-service.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { freezeRun, hashPricing, hashRun, isIntact, type PricingHashes, replayInput, thawPackage, thawResults } from "./frozen-run.ts";
import { findRun, insertRun, isRunNameTaken, listRuns, type StoredRun } from "./run-queries.ts";
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
  save(dealId: number, name: string): Promise<PricingRun>;
  list(dealId: number): Promise<PricingRun[]>;
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
}

/** Pricing runs: frozen, listed, replayed, cut for a memo. */
export function createRunService({ db, now, market, pricing }: RunServiceParts): RunService {
  const { kysely } = db;

  const save = async (dealId: number, name: string): Promise<PricingRun> => {
    const deal = await getOpenDeal(kysely, dealId);
    const { loaded, terms, sources, output } = await pricing.latest(dealId);
    if (await isRunNameTaken(kysely, dealId, name)) throw new DeskError("run.nameTaken", { name });
    const createdAt = now();
    const record = runRecordSchema.parse({ deal, market: { averages: await market.averages(), deals: await market.deals() } });
    const frozen = await freezeRun({ loaded, terms, output, record, statement: { name, createdAt, sources } });
    return kysely.transaction().execute(async (trx) => {
      if (await isRunNameTaken(trx, dealId, name)) throw new DeskError("run.nameTaken", { name });
      return insertRun(trx, { ...frozen, dealId, tapeId: loaded.tapeId, name, createdAt, terms, sources, result: output.result });
    });
  };

  const storedRun = async (runId: number): Promise<StoredRun> => {
    const stored = await findRun(kysely, runId);
    if (stored === undefined) throw new DeskError("run.notFound", { runId });
    return stored;
  };

  const replay = async (runId: number) => {
    const { run, terms, hashed, inputs } = await storedRun(runId);
    const frozen = await thawPackage(inputs);
    const output = await pricing.reprice(replayInput(frozen, terms));
    const runHash = await hashRun(frozen, hashed, output);
    return { runHash, isSame: runHash === run.runHash };
  };

  const runForMemo = async (runId: number): Promise<MemoRun> => {
    const { run, tapeId, terms, sources, hashed, inputs, loanResults } = await storedRun(runId);
    const frozen = await thawPackage(inputs);
    const output = await thawResults(run.result, loanResults);
    if (!(await isIntact(run, frozen, hashed, loanResults))) throw new DeskError("run.altered", { runId });
    const { columns, facts, record } = frozen;
    const { loanResults: cases, allocatedFen } = output;
    const strata = cutStrata({ columns, facts, base: cases.base, allocatedFen });
    return { run, assumptions: terms.assumptions, sources, cases: terms.cases, strata, tapeId, record };
  };

  return {
    save,
    list: async (dealId) => {
      await getDeal(kysely, dealId);
      return listRuns(kysely, dealId);
    },
    hashes: async (dealId) => hashPricing(await pricing.latest(dealId)),
    replay,
    runForMemo,
  };
}
