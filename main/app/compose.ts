import { statSync } from "node:fs";
import { join } from "node:path";
import type { Handlers } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { migrations } from "../db/migrations/migrations.ts";
import { openDatabase } from "../db/open-database.ts";
import { createDealService, type DealService } from "../deals/deal-service.ts";
import { ENGINE_VERSION } from "../engine/price-package.ts";
import { createHandlers } from "../ipc/handlers.ts";
import { createJobRunner } from "../jobs/job-runner.ts";
import { createMarketService, type MarketService } from "../market/market-service.ts";
import { createMemoService, type MemoService } from "../memos/memo-service.ts";
import { createPricingService, type PricingService } from "../pricing/pricing-service.ts";
import { createScenarioService, type ScenarioService } from "../scenarios/scenario-service.ts";
import { createSettingsService, type SettingsService } from "../settings/settings-service.ts";
import { createSimulationService, type SimulationService } from "../simulations/simulation-service.ts";
import { createTapeService, type TapeService } from "../tapes/tape-service.ts";
import type { DeskLog } from "./desk-log.ts";
import type { DeskTasks } from "./desk-worker.ts";
import type { Dialogs } from "./dialogs.ts";
import { createFileTokens } from "./file-tokens.ts";
import { createMemoPrinter } from "./memo-printer.ts";
import type { MemoTokens } from "./memo-tokens.ts";

export interface DeskServices {
  readonly deals: DealService;
  readonly tapes: TapeService;
  readonly pricing: PricingService;
  readonly scenarios: ScenarioService;
  readonly simulations: SimulationService;
  readonly market: MarketService;
  readonly memos: MemoService;
  readonly settings: SettingsService;
}

export interface Desk {
  readonly services: DeskServices;
  readonly handlers: Handlers;
  /** Stops the jobs and closes the database. */
  close(): Promise<void>;
}

export interface DeskParts {
  readonly databaseFile: string;
  readonly workerFile: URL;
  readonly samplesFolder: string;
  readonly locale: string;
  readonly version: string;
  readonly log: DeskLog;
  readonly memoTokens: MemoTokens;
  readonly dialogs: Dialogs;
  readonly showLog: () => void;
  readonly onJobEvent: (event: JobEvent) => void;
}

const tapeFilters = [{ name: "Excel, CSV", extensions: ["xlsx", "csv", "txt"] }];
const foldLogEveryMs = 30_000;

/** Builds everything behind the contract: database, workers, services, handlers. */
export function composeDesk(parts: DeskParts): Desk {
  const { databaseFile, dialogs, log } = parts;
  const now = () => new Date().toISOString();
  const db = openDatabase(databaseFile, { migrations, now });
  if (db.migrationBackup) log.info("db.migrated");
  const jobs = createJobRunner<DeskTasks>({ workerFile: parts.workerFile, onEvent: parts.onJobEvent });
  const files = createFileTokens();
  const chooseSample = () => files.admit(join(parts.samplesFolder, "corporate-package.xlsx"));

  const settings = createSettingsService({ db, locale: parts.locale });
  const tapes = createTapeService({ db, jobs, files, now });
  const deals = createDealService({ db, now, openSample: (dealId) => tapes.importAsProposed(dealId, chooseSample().fileToken) });
  const pricing = createPricingService({ db, jobs, now });
  const scenarios = createScenarioService({ db, jobs, pricing, now });
  const simulations = createSimulationService({ jobs, pricing, onEvent: parts.onJobEvent, now });
  const market = createMarketService({ db, now });
  const memos = createMemoService({ pricing, tapes, market, deals, now, printer: createMemoPrinter({ dialogs, memoTokens: parts.memoTokens }) });
  const services: DeskServices = { deals, tapes, pricing, scenarios, simulations, market, memos, settings };

  const handlers = createHandlers({
    ...services,
    info: { version: parts.version, engineVersion: ENGINE_VERSION, electronVersion: process.versions.electron ?? "", databaseFile, logFile: log.file },
    showLog: parts.showLog,
    reportError: (message) => log.error("page.reported", { cause: message }),
    cancelJob: (jobId) => {
      simulations.cancel(jobId);
      jobs.cancel(jobId);
    },
    chooser: {
      chooseFile: async () => {
        const path = await dialogs.chooseOpen(tapeFilters);
        return path === null ? null : files.admit(path);
      },
      chooseSample,
    },
  });

  // What was deleted stays readable in the log until it is folded in (SECURITY §4.3).
  const folding = setInterval(() => foldLog(db.raw, databaseFile, log), foldLogEveryMs);
  folding.unref();
  return {
    services,
    handlers,
    close: async () => {
      clearInterval(folding);
      await jobs.close();
      await db.close();
    },
  };
}

function foldLog(raw: ReturnType<typeof openDatabase>["raw"], databaseFile: string, log: DeskLog): void {
  try {
    const size = statSync(`${databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0 && !raw.inTransaction) raw.pragma("wal_checkpoint(TRUNCATE)");
  } catch (cause) {
    log.error("db.checkpointFailed", { cause });
  }
}
