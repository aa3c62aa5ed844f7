import type { appFeature } from "../../shared/contract/app-channels.ts";
import type { Handlers, HandlersOf } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { assumptionHandlers } from "../assumptions/assumption-handlers.ts";
import { createAssumptionService } from "../assumptions/assumption-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { dealHandlers } from "../deals/deal-handlers.ts";
import { createDealService } from "../deals/deal-service.ts";
import { draftHandlers } from "../drafts/draft-handlers.ts";
import { createDraftService } from "../drafts/draft-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { createJobTurns } from "../jobs/job-turns.ts";
import { journalHandlers } from "../journal/journal-handlers.ts";
import { createJournalService } from "../journal/journal-service.ts";
import { letterHandlers } from "../letters/letter-handlers.ts";
import { createLetterService } from "../letters/letter-service.ts";
import { marketHandlers } from "../market/market-handlers.ts";
import { createMarketService } from "../market/market-service.ts";
import { memoHandlers } from "../memos/memo-handlers.ts";
import { createMemoService, type MemoPrinter } from "../memos/memo-service.ts";
import { packageHandlers } from "../packages/package-handlers.ts";
import { createPackageService } from "../packages/package-service.ts";
import { createFigureService } from "../pricing/figure-service.ts";
import { pricingHandlers } from "../pricing/pricing-handlers.ts";
import { createPricingService } from "../pricing/pricing-service.ts";
import { recoveryHandlers } from "../recoveries/recovery-handlers.ts";
import { createRecoveryService } from "../recoveries/recovery-service.ts";
import { createRunRestorer } from "../runs/restore-service.ts";
import { runHandlers } from "../runs/run-handlers.ts";
import { createRunService } from "../runs/run-service.ts";
import { scenarioHandlers } from "../scenarios/scenario-handlers.ts";
import { createScenarioService } from "../scenarios/scenario-service.ts";
import { sensitivityHandlers } from "../sensitivity/sensitivity-handlers.ts";
import { createSensitivityService } from "../sensitivity/sensitivity-service.ts";
import { simulationHandlers } from "../simulations/simulation-handlers.ts";
import { createSimulationService } from "../simulations/simulation-service.ts";
import type { FileTokens } from "../tapes/file-tokens.ts";
import { type TapeFileChooser, tapeHandlers } from "../tapes/tape-handlers.ts";
import { createTapeService } from "../tapes/tape-service.ts";
import type { DeskTasks } from "../worker/desk-tasks.ts";

export interface FeaturePorts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<DeskTasks>, "run">;
  /** For work that nobody waits for. */
  readonly housekeeping: Pick<JobRunner<DeskTasks>, "run">;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
  readonly chooser: TapeFileChooser;
  readonly printer: MemoPrinter;
  /** Asks where to write a workbook; null where the user cancels. */
  readonly chooseWorkbook: (suggestedName: string) => Promise<string | null>;
  /** Files that were saved, which the page may have opened. */
  readonly admitSaved: (path: string) => { readonly fileToken: string };
  readonly onJobEvent: (event: JobEvent) => void;
  /** Told of what fails in the background. */
  readonly onFailure: (cause: unknown) => void;
}

/** Every feature, each on the services it uses: made here, and bound to its channels below. */
export function createFeatures({
  db,
  jobs,
  housekeeping,
  now,
  author,
  files,
  chooser,
  printer,
  admitSaved,
  chooseWorkbook,
  onJobEvent,
  onFailure,
}: FeaturePorts) {
  const journal = createJournalService({ db, now });
  const drafts = createDraftService({ db, now });
  const tapes = createTapeService({ db, jobs, housekeeping, files, drafts, now, onFailure, onPublished: (tape) => pricing.makeKeys(tape) });
  const market = createMarketService({ db, journal, now });
  const packages = createPackageService({ db });
  const assumptions = createAssumptionService({ db, journal, now });
  const recoveries = createRecoveryService({ jobs, files, assumptions, now });
  const deals = createDealService({
    db,
    journal,
    now,
    openSample: (dealId) => tapes.importAsProposed(dealId, chooser.chooseSample().fileToken),
    copyModel: async (from, to) => assumptions.saveModel(to, await assumptions.model(from)),
    followKind: assumptions.followKind,
  });
  const pricing = createPricingService({ db, jobs, housekeeping, packages, assumptions });
  const figures = createFigureService({ db, jobs, pricing });
  const turns = createJobTurns();
  const scenarios = createScenarioService({ db, journal, jobs, turns, pricing, now });
  const runs = createRunService({ db, now, market, pricing, assumptions, scenarios, jobs, turns, author });
  const restoreRun = createRunRestorer({ db, assumptions, scenarios });
  const sensitivity = createSensitivityService({ jobs, turns, pricing, scenarios });
  const simulations = createSimulationService({ jobs, pricing, onEvent: onJobEvent, now });
  const memos = createMemoService({ deals, runs, tapes, market, printer, now, onEvent: onJobEvent, admit: admitSaved });

  const letters = createLetterService({ db, jobs, pricing, chooseFile: chooseWorkbook, admit: admitSaved });

  const handlers: Omit<Handlers, keyof HandlersOf<typeof appFeature>> = {
    ...tapeHandlers(tapes, chooser),
    ...dealHandlers(deals),
    ...marketHandlers(market),
    ...packageHandlers(packages),
    ...assumptionHandlers(assumptions),
    ...recoveryHandlers(recoveries),
    ...pricingHandlers(pricing, figures),
    ...runHandlers(runs, restoreRun),
    ...scenarioHandlers(scenarios),
    ...sensitivityHandlers(sensitivity),
    ...simulationHandlers(simulations),
    ...memoHandlers(memos),
    ...letterHandlers(letters),
    ...draftHandlers(drafts),
    ...journalHandlers(journal),
  };
  return {
    services: {
      tapes,
      deals,
      market,
      packages,
      assumptions,
      recoveries,
      pricing,
      figures,
      runs,
      restoreRun,
      scenarios,
      sensitivity,
      simulations,
      memos,
      letters,
      drafts,
      journal,
    },
    handlers,
  };
}
