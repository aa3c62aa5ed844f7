import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { OpenRun, PricingRun } from "../../shared/contract/run-channels.ts";
import type { AssetTypes } from "../../shared/domain/asset-types.ts";
import type { AssumptionSources, Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { EditedField } from "../../shared/domain/edited-fields.ts";
import { type DeskEdits, type RunRecord, runRecordSchema } from "../../shared/domain/memo.ts";
import type { QualityState } from "../../shared/domain/quality.ts";
import type { RunComparison } from "../../shared/domain/run-comparison.ts";
import { storedScenario } from "../../shared/domain/stored-shifts.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { DebtorService } from "../debtors/debtor-service.ts";
import type { PackageInput, PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JobTurns } from "../jobs/job-turns.ts";
import type { MarketService } from "../market/market-service.ts";
import type { PricedDeal, PriceTerms } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { ScenarioService } from "../scenarios/scenario-service.ts";
import { orAltered } from "./altered-run.ts";
import { cutAssetTypes } from "./asset-types.ts";
import { type ComparedRun, compareRuns } from "./compare-runs.ts";
import { editedLoans } from "./edited-loans.ts";
import { freezeRun, hashPricing, hashRun, isIntact, type PricingHashes, replayInput, thawPackage, thawResults } from "./frozen-run.ts";
import { type EditedLoans, type LoanNames, packNames } from "./loan-names.ts";
import { findRun, getRun, insertRun, isRunNameTaken, listRuns, type RunMark, readLoanNames, type StoredRun, writeMark } from "./run-queries.ts";
import type { RunTasks } from "./run-tasks.ts";
import { type SealedRun, sealRun } from "./sealed-run.ts";
import { cutStrata, type PackageStrata } from "./strata.ts";

/** A saved run with what a memo prints beside its result. */
interface MemoRun {
  readonly run: PricingRun;
  readonly assumptions: Assumptions;
  readonly sources: AssumptionSources;
  readonly cases: Cases;
  readonly isBidEntered: boolean;
  readonly strata: PackageStrata;
  readonly assetTypes: AssetTypes;
  readonly tapeId: number;
  /** The deal and the market table as they were when the run was saved; null for a run that was saved without them. */
  readonly record: RunRecord | null;
}

/** What a run was made of and what came out. */
interface RunPackage {
  readonly run: PricingRun;
  readonly input: PackageInput;
  readonly firstLoanId: number;
  readonly output: PricedPackage;
}

/** A run with what a bridge is made of: what went in, and what its loans are called. */
export interface BridgeableRun {
  readonly run: PricingRun;
  readonly tapeId: number;
  readonly input: PackageInput;
  /** The id of its first loan; where no row came or went by hand, the others follow. */
  readonly firstLoanId: number;
  /** Null in a run that was saved before runs kept them. */
  readonly names: LoanNames | null;
  /** What of its loans the desk had typed over. */
  readonly edited: EditedLoans | null;
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
  /** Refused with `run.altered` where the run no longer has its hash. */
  bridgeable(runId: number): Promise<BridgeableRun>;
  /** Hashes of the deal's latest pricing, whatever the deal and a run of it are called. */
  hashes(dealId: number): Promise<PricingHashes>;
  /** Prices a saved run again from its stored inputs; the hash equals the run's where nothing differs by a bit. */
  replay(runId: number): Promise<{ readonly runHash: string; readonly isSame: boolean }>;
  /** A run as it is stored, for another desk to price again; refused as `open` refuses. */
  sealed(runId: number): Promise<SealedRun>;
  /** A run's package, terms and results as they were frozen; refused as `open` refuses. */
  frozenPackage(runId: number): Promise<RunPackage>;
  /** Refused with `run.altered` where what is stored no longer has the run's hash. */
  runForMemo(runId: number): Promise<MemoRun>;
}

interface RunServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly market: Pick<MarketService, "deals" | "averages">;
  readonly pricing: Pick<PricingService, "whole" | "reprice">;
  readonly assumptions: Pick<AssumptionService, "list">;
  readonly scenarios: Pick<ScenarioService, "list">;
  readonly debtors: Pick<DebtorService, "printed">;
  readonly jobs: Pick<JobRunner<RunTasks>, "run">;
  readonly turns: JobTurns;
  /** What the desk changed in the rows of a tape; null where it changed nothing. */
  readonly edits: (tapeId: number) => Promise<DeskEdits | null>;
  /** Fields of its loans on which the desk has its own word. */
  readonly editedFields: (tapeId: number) => Promise<readonly EditedField[]>;
  /** The exceptions of a deal's package, and which nobody has confirmed; null where they aren't looked for. */
  readonly quality: (dealId: number) => Promise<QualityState | null>;
  /** What the deal does to the company at its price; null where no figures of a company are entered. */
  readonly company: (dealId: number) => Promise<RunRecord["company"]>;
  /** The deal against the rules of its day. */
  readonly compliance: (dealId: number) => Promise<RunRecord["compliance"]>;
  /** What is worked out of a pricing beside its cases, and the way from its value to a bid. */
  readonly analyses: (dealId: number, priced: PricedDeal) => Promise<Pick<RunRecord, "analyses" | "bid">>;
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
export function createRunService({
  db,
  now,
  market,
  pricing,
  assumptions,
  scenarios,
  debtors,
  jobs,
  turns,
  edits,
  editedFields,
  quality,
  company,
  compliance,
  analyses,
  author,
}: RunServiceParts): RunService {
  const { kysely } = db;

  const recordOf = async (dealId: number, caseName: CaseName, priced: PricedDeal): Promise<RunRecord> => {
    const { assumptionSetId, terms } = priced;
    const [sheet, deal, averages, deals, named, savedBy, sets, edited, exceptions, effect, headroom, analysed] = await Promise.all([
      debtors.printed(dealId, priced),
      getOpenDeal(kysely, dealId),
      market.averages(),
      market.deals(),
      scenarios.list(dealId),
      author(),
      assumptions.list(),
      edits(priced.loaded.tapeId),
      quality(dealId),
      company(dealId),
      compliance(dealId),
      analyses(dealId, priced),
    ]);
    const assumptionSet = setOfTerms(sets, assumptionSetId, terms);
    const stored = named.map(({ name, shifts }) => ({ name, shifts: storedScenario(shifts) }));
    const said = { debtors: sheet, edits: edited, quality: exceptions, company: effect, compliance: headroom, ...analysed };
    return runRecordSchema.parse({ deal, assumptionSet, market: { averages, deals }, ...said, scenarios: stored, caseName, savedBy });
  };

  const save = async (dealId: number, name: string, caseName: CaseName = "base"): Promise<PricingRun> => {
    await getOpenDeal(kysely, dealId);
    const priced = await pricing.whole(dealId);
    const { loaded, terms, sources, output } = priced;
    if (await isRunNameTaken(kysely, dealId, name)) throw new DeskError("run.nameTaken", { name });
    const createdAt = now();
    const record = await recordOf(dealId, caseName, priced);
    const { savedBy } = record;
    const names = await packNames(await readLoanNames(kysely, loaded));
    const edited = editedLoans(await editedFields(loaded.tapeId));
    const frozen = await freezeRun({ loaded, terms, output, record, names, edited, statement: { name, createdAt, sources } });
    return kysely.transaction().execute(async (trx) => {
      if (await isRunNameTaken(trx, dealId, name)) throw new DeskError("run.nameTaken", { name });
      return insertRun(trx, { ...frozen, dealId, tapeId: loaded.tapeId, name, caseName, savedBy, createdAt, terms, sources, result: output.result });
    });
  };

  const mark: RunService["mark"] = (runId, { name, note, isStarred, predecessorId }) =>
    kysely.transaction().execute(async (trx) => {
      const run = await getRun(trx, runId);
      const marked = {
        name: name ?? run.name,
        note: note ?? run.note,
        isStarred: isStarred ?? run.isStarred,
        predecessorId: predecessorId === undefined ? run.predecessorId : predecessorId,
      };
      if (marked.predecessorId !== null && marked.predecessorId !== run.predecessorId) {
        const other = await getRun(trx, marked.predecessorId);
        if (other.dealId !== run.dealId || other.id === run.id) throw new DeskError("run.notFound", { runId: other.id });
      }
      if (await isRunNameTaken(trx, run.dealId, marked.name, runId)) throw new DeskError("run.nameTaken", { name: marked.name });
      await writeMark(trx, runId, marked);
      return getRun(trx, runId);
    });

  const storedRun = async (runId: number): Promise<StoredRun> => {
    const stored = await orAltered(runId, () => findRun(kysely, runId));
    if (stored === undefined) throw new DeskError("run.notFound", { runId });
    return stored;
  };

  const intactRun = async (runId: number): Promise<ComparedRun> => {
    const stored = await storedRun(runId);
    return orAltered(runId, async () => {
      const frozen = await thawPackage(stored.inputs);
      if (!(await isIntact(stored.run, frozen, stored.hashed, stored.loanResults))) throw new DeskError("run.altered", { runId });
      return { stored, frozen };
    });
  };

  const open = async (runId: number): Promise<OpenRun> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, terms, sources } = stored;
    const named = frozen.record?.scenarios.map(({ name }) => name) ?? [];
    return { run, ...terms, sources, cutOffDate: frozen.stored.cutOffDate, scenarios: named };
  };

  const bridgeable = async (runId: number): Promise<BridgeableRun> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, tapeId, terms } = stored;
    const { firstLoanId, names, edited } = frozen;
    return { run, tapeId, input: replayInput(frozen, terms), firstLoanId, names, edited };
  };

  const replay = async (runId: number) => {
    const { run, terms, hashed, inputs } = await storedRun(runId);
    const frozen = await orAltered(runId, () => thawPackage(inputs));
    const output = await pricing.reprice(replayInput(frozen, terms));
    const runHash = await hashRun(frozen, hashed, output);
    return { runHash, isSame: runHash === run.runHash };
  };

  const frozenPackage = async (runId: number): Promise<RunPackage> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, terms, loanResults } = stored;
    return { run, input: replayInput(frozen, terms), firstLoanId: frozen.firstLoanId, output: await thawResults(run.result, loanResults) };
  };

  const sealed = async (runId: number): Promise<SealedRun> => sealRun((await intactRun(runId)).stored);

  const runForMemo = async (runId: number): Promise<MemoRun> => {
    const { stored, frozen } = await intactRun(runId);
    const { run, tapeId, terms, sources, loanResults } = stored;
    const { columns, facts, record } = frozen;
    const { loanResults: cases, allocatedFen } = await thawResults(run.result, loanResults);
    const strata = cutStrata({ columns, facts, base: cases.base, allocatedFen });
    const hasDebtors = frozen.stored.columns["debtor"] !== undefined;
    const assetTypes = cutAssetTypes({ columns, facts, presentValue: cases.base.presentValue, hasDebtors });
    const { assumptions: priced, cases: shifts, bidPriceFen } = terms;
    return { run, assumptions: priced, sources, cases: shifts, isBidEntered: bidPriceFen !== null, strata, assetTypes, tapeId, record };
  };

  return {
    save,
    list: async (dealId) => {
      await getDeal(kysely, dealId);
      return orAltered(null, () => listRuns(kysely, dealId));
    },
    mark,
    open,
    compare: (fromId, toId) => turns.latest("compareRuns", async (signal) => compareRuns(jobs, await intactRun(fromId), await intactRun(toId), signal)),
    bridgeable,
    hashes: async (dealId) => hashPricing(await pricing.whole(dealId)),
    replay,
    sealed,
    frozenPackage,
    runForMemo,
  };
}
