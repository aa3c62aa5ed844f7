import { tmpdir } from "node:os";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { createAssumptionService } from "../assumptions/assumption-service.ts";
import { openDatabase } from "../db/open-database.ts";
import { migrations } from "../db/schema.ts";
import { createDealService, type DealService } from "../deals/deal-service.ts";
import { createDebtorService } from "../debtors/debtor-service.ts";
import { createDictionaryService } from "../dictionary/dictionary-service.ts";
import { createDraftService } from "../drafts/draft-service.ts";
import { createJobRunner } from "../jobs/job-runner.ts";
import { createJobTurns } from "../jobs/job-turns.ts";
import { createJournalService } from "../journal/journal-service.ts";
import { createMarketService } from "../market/market-service.ts";
import { createPackageService } from "../packages/package-service.ts";
import { TapeChanges } from "../packages/tape-changes.ts";
import { createFigureService, type FigureService } from "../pricing/figure-service.ts";
import { createPricingService, type PricingService } from "../pricing/pricing-service.ts";
import { createRunService, type RunService } from "../runs/run-service.ts";
import { createScenarioService } from "../scenarios/scenario-service.ts";
import { movesBatches } from "../sheet/turn-batch.ts";
import { createSimulationService, type SimulationService } from "../simulations/simulation-service.ts";
import { createStrataService } from "../strata/strata-service.ts";
import { createFileTokens } from "../tapes/file-tokens.ts";
import { createTapeService, type TapeService } from "../tapes/tape-service.ts";
import type { DeskTasks } from "../worker/desk-tasks.ts";
import { openOwnFolder } from "./own-folder.ts";

export interface CommandDesk {
  readonly deals: Pick<DealService, "create" | "get">;
  readonly tapes: Pick<TapeService, "inspect" | "import">;
  readonly pricing: Pick<PricingService, "price" | "whole" | "loans">;
  readonly figures: FigureService;
  readonly runs: Pick<RunService, "hashes">;
  readonly simulations: Pick<SimulationService, "run">;
  /** Admits a file named in the call. */
  admit(path: string): string;
  /** Stops the workers and removes the database. */
  close(): Promise<void>;
}

/** A command says of nobody that they did it. */
const nobody = async () => "";

/** The app's own services on a database of their own, in a folder for this user alone that goes when the command ends. */
export function openCommandDesk(onEvent: (event: JobEvent) => void): CommandDesk {
  const folder = openOwnFolder(tmpdir(), Date.now());
  const now = () => new Date().toISOString();
  const db = openDatabase(folder.databaseFile, { migrations, now });
  const jobs = createJobRunner<DeskTasks>({ workerFile: new URL("../worker/desk-worker.ts", import.meta.url), onEvent });
  const files = createFileTokens();
  const changes = new TapeChanges();
  const journal = createJournalService({ db, now, moveBatch: movesBatches(changes) });
  const assumptions = createAssumptionService({ db, journal, now });
  const packages = createPackageService({ db, changes });
  const pricing = createPricingService({ db, jobs, housekeeping: jobs, packages, assumptions, strata: createStrataService({ db, jobs }) });
  const turns = createJobTurns();
  const scenarios = createScenarioService({ db, journal, jobs, turns, pricing, now });
  return {
    deals: createDealService({ db, journal, now }),
    tapes: createTapeService({
      db,
      jobs,
      housekeeping: jobs,
      files,
      drafts: createDraftService({ db, now }),
      dictionary: createDictionaryService({ db, now, author: nobody }),
      now,
      onFailure: () => undefined,
    }),
    pricing,
    figures: createFigureService({ db, jobs, pricing }),
    runs: createRunService({
      db,
      // Nobody edits a tape between its import and its price here.
      edits: async () => null,
      editedFields: async () => [],
      quality: async () => null,
      company: async () => null,
      compliance: async () => null,
      analyses: async () => ({ analyses: null, bid: null }),
      now,
      market: createMarketService({ db, journal, now }),
      pricing,
      assumptions,
      scenarios,
      debtors: createDebtorService({ db, journal, jobs, packages, pricing, now, author: nobody }),
      jobs,
      turns,
      author: nobody,
    }),
    simulations: createSimulationService({ db, jobs, pricing, onEvent: () => undefined, now }),
    admit: (path) => files.admit(path).fileToken,
    close: async () => {
      await jobs.close();
      await db.close();
      folder.remove();
    },
  };
}
