import type { appFeature } from "../../shared/contract/app-channels.ts";
import type { Handlers, HandlersOf } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import type { programFeature } from "../../shared/contract/program-channels.ts";
import { assumptionHandlers } from "../assumptions/assumption-handlers.ts";
import { createAssumptionService } from "../assumptions/assumption-service.ts";
import { trailHandlers } from "../audit/trail-handlers.ts";
import { createTrailService } from "../audit/trail-service.ts";
import { backupHandlers } from "../backups/backup-handlers.ts";
import { createBackupService } from "../backups/backup-service.ts";
import { bidHandlers } from "../bids/bid-handlers.ts";
import { createBidService } from "../bids/bid-service.ts";
import { createRoundService } from "../bids/round-service.ts";
import { bridgeHandlers } from "../bridges/bridge-handlers.ts";
import { createBridgeService } from "../bridges/bridge-service.ts";
import { calendarHandlers } from "../calendar/calendar-handlers.ts";
import { createCalendarService } from "../calendar/calendar-service.ts";
import { committeeHandlers } from "../committee/committee-handlers.ts";
import { createCommitteeService } from "../committee/committee-service.ts";
import { createCapacityService } from "../company/capacity-service.ts";
import { companyHandlers } from "../company/company-handlers.ts";
import { createCompanyService } from "../company/company-service.ts";
import { complianceHandlers } from "../compliance/compliance-handlers.ts";
import { createComplianceService } from "../compliance/compliance-service.ts";
import { headVersionOf } from "../db/migrate-database.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { migrations } from "../db/schema.ts";
import { dealHandlers } from "../deals/deal-handlers.ts";
import { createDealService } from "../deals/deal-service.ts";
import { debtorHandlers } from "../debtors/debtor-handlers.ts";
import { createDebtorService } from "../debtors/debtor-service.ts";
import { createOwnEstimates } from "../debtors/own-estimate-service.ts";
import { dictionaryHandlers } from "../dictionary/dictionary-handlers.ts";
import { createDictionaryService } from "../dictionary/dictionary-service.ts";
import { diligenceHandlers } from "../diligence/diligence-handlers.ts";
import { createDiligenceService } from "../diligence/diligence-service.ts";
import { dossierHandlers } from "../dossiers/dossier-handlers.ts";
import { createDossierService, type DossierFiles } from "../dossiers/dossier-service.ts";
import { draftHandlers } from "../drafts/draft-handlers.ts";
import { createDraftService } from "../drafts/draft-service.ts";
import { eraseHandlers } from "../erase/erase-handlers.ts";
import { createEraseService } from "../erase/erase-service.ts";
import { exportHandlers } from "../exports/export-handlers.ts";
import { createExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { createJobTurns } from "../jobs/job-turns.ts";
import { journalHandlers } from "../journal/journal-handlers.ts";
import { createJournalService } from "../journal/journal-service.ts";
import { type DeskLock, encryptionHandlers } from "../keys/encryption-handlers.ts";
import { createEncryptionService, type EncryptionPorts } from "../keys/encryption-service.ts";
import { letterHandlers } from "../letters/letter-handlers.ts";
import { createLetterService } from "../letters/letter-service.ts";
import { marketHandlers } from "../market/market-handlers.ts";
import { createMarketService } from "../market/market-service.ts";
import { createMemoFormService } from "../memos/memo-form-service.ts";
import { memoHandlers } from "../memos/memo-handlers.ts";
import { createMemoService, type MemoPrinter } from "../memos/memo-service.ts";
import { noticeHandlers } from "../notices/notice-handlers.ts";
import { createNoticeService } from "../notices/notice-service.ts";
import { packageHandlers } from "../packages/package-handlers.ts";
import { createPackageService } from "../packages/package-service.ts";
import { TapeChanges } from "../packages/tape-changes.ts";
import { peopleHandlers } from "../people/people-handlers.ts";
import { createPeopleService } from "../people/people-service.ts";
import { portfolioHandlers } from "../portfolio/portfolio-handlers.ts";
import { createPortfolioService } from "../portfolio/portfolio-service.ts";
import { createFigureService } from "../pricing/figure-service.ts";
import { createLoanListService } from "../pricing/loan-list-service.ts";
import { pricingHandlers } from "../pricing/pricing-handlers.ts";
import { createPricingService } from "../pricing/pricing-service.ts";
import { qualityHandlers } from "../quality/quality-handlers.ts";
import { createQualityService } from "../quality/quality-service.ts";
import { createSellerReportService } from "../quality/seller-report-service.ts";
import { recoveryHandlers } from "../recoveries/recovery-handlers.ts";
import { createRecoveryService } from "../recoveries/recovery-service.ts";
import { createRunRestorer } from "../runs/restore-service.ts";
import { runAnalyses } from "../runs/run-analysis-service.ts";
import { runHandlers } from "../runs/run-handlers.ts";
import { createRunService } from "../runs/run-service.ts";
import { scenarioHandlers } from "../scenarios/scenario-handlers.ts";
import { createScenarioService } from "../scenarios/scenario-service.ts";
import { sensitivityHandlers } from "../sensitivity/sensitivity-handlers.ts";
import { createSensitivityService } from "../sensitivity/sensitivity-service.ts";
import { sheetHandlers } from "../sheet/sheet-handlers.ts";
import { createSheetService } from "../sheet/sheet-service.ts";
import { movesBatches } from "../sheet/turn-batch.ts";
import { simulationHandlers } from "../simulations/simulation-handlers.ts";
import { createSimulationService } from "../simulations/simulation-service.ts";
import { strataHandlers } from "../strata/strata-handlers.ts";
import { createStrataService } from "../strata/strata-service.ts";
import type { FileTokens } from "../tapes/file-tokens.ts";
import { createFindingListService } from "../tapes/finding-list-service.ts";
import { createTapeExportService } from "../tapes/own/own-export-service.ts";
import { type TapeFileChooser, tapeHandlers } from "../tapes/tape-handlers.ts";
import { createTapeService, getLoanIds } from "../tapes/tape-service.ts";
import { twinHandlers } from "../twins/twin-handlers.ts";
import { createTwinService } from "../twins/twin-service.ts";
import { versionHandlers } from "../versions/version-handlers.ts";
import { createVersionService } from "../versions/version-service.ts";
import type { DeskTasks } from "../worker/desk-tasks.ts";

export interface FeaturePorts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<DeskTasks>, "run">;
  /** For work that nobody waits for. */
  readonly housekeeping: Pick<JobRunner<DeskTasks>, "run">;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
  /** Minutes without work after which a signing key locks. */
  readonly idleMinutes: () => Promise<number>;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
  readonly chooser: TapeFileChooser;
  readonly printer: MemoPrinter;
  /** Asks where to write a workbook; null where the user cancels. */
  readonly chooseWorkbook: (suggestedName: string) => Promise<string | null>;
  /** Asks where to write a table, by its ending a workbook or a list; null where the user cancels. */
  readonly chooseTable: (suggestedName: string) => Promise<string | null>;
  readonly dossierFiles: DossierFiles;
  /** Files that were saved, which the page may have opened. */
  readonly admitSaved: (path: string) => { readonly fileToken: string };
  readonly savedPath: (fileToken: string) => string | undefined;
  readonly chooseAny: () => Promise<string | null>;
  readonly onJobEvent: (event: JobEvent) => void;
  /** Told of what fails in the background. */
  readonly onFailure: (cause: unknown) => void;
  readonly safekeeping: Safekeeping;
  readonly encryption: EncryptionPorts & { readonly lock: DeskLock };
}

/** What backups need of the app around the desk. */
export interface Safekeeping {
  /** Asks for a folder; null where the user cancels. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly showFolder: (folder: string) => Promise<void>;
  /** Closes everything, puts the backup that waits beside the file in its place, and opens again. */
  readonly reopen: (restoredFrom: string) => void;
  /** The backup that this desk was restored from since the app began. */
  readonly restoredFrom: string | null;
  /** A desk in clear becomes one under this key. */
  readonly onKey: (key: Uint8Array) => void;
}

/** Every feature, each on the services it uses: made here, and bound to its channels below. */
export function createFeatures({
  db,
  jobs,
  housekeeping,
  now,
  author,
  idleMinutes,
  files,
  chooser,
  printer,
  admitSaved,
  savedPath,
  chooseAny,
  chooseWorkbook,
  chooseTable,
  dossierFiles,
  onJobEvent,
  onFailure,
  safekeeping,
  encryption: encryptionPorts,
}: FeaturePorts) {
  const changes = new TapeChanges();
  const people = createPeopleService({ db, now, idleMinutes, author });
  const exports = createExportService({ trailHead: () => trail.head(), jobs, chooseFile: chooseTable, admit: admitSaved });
  const trail = createTrailService({ db, now, signer: people.signer, jobs, exports, savedPath, chooseAny });
  const journal = createJournalService({ db, now, moveBatch: movesBatches(changes), onChanges: trail.note });
  const drafts = createDraftService({ db, now });
  const dictionary = createDictionaryService({ db, now, author });
  const tapes = createTapeService({ db, jobs, housekeeping, files, drafts, dictionary, now, onFailure, onPublished: (tape) => pricing.makeKeys(tape) });
  const market = createMarketService({ db, journal, now });
  const packages = createPackageService({ db, changes, own: createOwnEstimates({ db }) });
  const sheet = createSheetService({ db, journal, jobs, changes, now, author });
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
  const strata = createStrataService({ db, jobs });
  const notices = createNoticeService({ db, jobs, packages });
  const pricing = createPricingService({ db, jobs, housekeeping, packages, assumptions, strata });
  const company = createCompanyService({ db, journal, jobs, files });
  const compliance = createComplianceService({ db, journal, company, pricing, now });
  const capacity = createCapacityService({ db, company, deals, jobs, pricing, limits: compliance.limits, now });
  const debtors = createDebtorService({ db, journal, jobs, packages, pricing, now, author });
  const figures = createFigureService({ db, jobs, pricing });
  const turns = createJobTurns();
  const scenarios = createScenarioService({ db, journal, jobs, turns, pricing, now });
  const quality = createQualityService({ db, journal, jobs, housekeeping, now, author });
  const sensitivity = createSensitivityService({ jobs, turns, pricing, scenarios });
  const simulations = createSimulationService({ db, jobs, pricing, onEvent: onJobEvent, now });
  const bids = createBidService({ db, journal, jobs, pricing, simulations, market });
  const runs = createRunService({
    analyses: runAnalyses({ scenarios: scenarios.ofRun, sensitivity: sensitivity.ofRun, simulation: simulations.ofRun, bid: bids.ofRun }),
    edits: sheet.deskEdits,
    editedFields: sheet.editedFields,
    quality: quality.stateOfRun,
    company: capacity.effectOfRun,
    compliance: (dealId) => compliance.headroom(dealId, null),
    db,
    now,
    market,
    pricing,
    assumptions,
    scenarios,
    debtors,
    jobs,
    turns,
    author,
  });
  const restoreRun = createRunRestorer({ db, assumptions, scenarios, debtors });
  const diligence = createDiligenceService({ db, journal, jobs, packages, pricing, simulations, now, author });
  const committee = createCommitteeService({
    db,
    now,
    people,
    runs,
    memoOf: async (runId) => {
      // Of when it was looked at, not of what was handed in.
      const { printedAt: _printedAt, approval: _approval, ...memo } = await memos.preview({ runId, language: "zh", moneyUnit: "wanYuan" });
      return memo;
    },
    plannedLimit: (dealId) => bids.plannedLimit(dealId),
  });
  const bidRounds = createRoundService({ db, now, people, committee });
  const calendar = createCalendarService({ db, journal });
  const portfolio = createPortfolioService({ db, journal, jobs, deals, calendar, company, now });
  const versions = createVersionService({ db, jobs, journal, sheet, quality, exports, now, author });
  const bridges = createBridgeService({ db, runs, jobs, exports, versions });
  const memoForms = createMemoFormService({ db, now, author });
  const memos = createMemoService({
    form: memoForms.of,
    approval: committee.printed,
    head: trail.head,
    deals,
    runs,
    bridges,
    tapes,
    market,
    jobs,
    printer,
    now,
    onEvent: onJobEvent,
    admit: admitSaved,
  });

  const letters = createLetterService({ db, jobs, pricing, exports, chooseFile: chooseWorkbook, admit: admitSaved });
  const findingLists = createFindingListService({ db, jobs, exports });
  const sellerReports = createSellerReportService({ db, jobs, exports, memos, now });
  const tapeExports = createTapeExportService({ db, jobs, exports, loanIds: (tapeId) => getLoanIds(db.kysely, tapeId) });
  const loanLists = createLoanListService({ db, jobs, pricing, exports });
  const backups = createBackupService({ db, headVersion: headVersionOf(migrations), jobs, housekeeping, now, onFailure, ...safekeeping });
  const encryption = createEncryptionService({ ...encryptionPorts, db, backups });
  const erase = createEraseService({ db, jobs, tapes, backups, now });
  const twins = createTwinService({ db, trailHead: trail.head, jobs, deals, pricing, runs, chooseFile: chooseWorkbook, admit: admitSaved });

  const dossiers = createDossierService({
    files: dossierFiles,
    now,
    author,
    deals,
    assumptions,
    runs,
    tapes,
    tapeExports,
    memos,
    twins,
    market,
    trail,
    pricing,
    admit: admitSaved,
  });

  const handlers: Omit<Handlers, keyof HandlersOf<typeof appFeature> | keyof HandlersOf<typeof programFeature>> = {
    ...dictionaryHandlers(dictionary),
    ...tapeHandlers(tapes, chooser, findingLists, tapeExports),
    ...dealHandlers(deals),
    ...marketHandlers(market),
    ...portfolioHandlers(portfolio),
    ...packageHandlers(packages),
    ...sheetHandlers(sheet),
    ...versionHandlers(versions),
    ...assumptionHandlers(assumptions),
    ...recoveryHandlers(recoveries),
    ...pricingHandlers(pricing, figures, loanLists),
    ...debtorHandlers(debtors),
    ...diligenceHandlers(diligence),
    ...qualityHandlers(quality, sellerReports),
    ...bidHandlers(bids, bidRounds),
    ...calendarHandlers(calendar),
    ...companyHandlers(company, capacity),
    ...complianceHandlers(compliance),
    ...runHandlers(runs, restoreRun),
    ...bridgeHandlers(bridges),
    ...scenarioHandlers(scenarios),
    ...sensitivityHandlers(sensitivity),
    ...simulationHandlers(simulations),
    ...memoHandlers(memos, memoForms),
    ...letterHandlers(letters),
    ...exportHandlers(exports),
    ...twinHandlers(twins),
    ...dossierHandlers(dossiers),
    ...strataHandlers(strata, pricing.latest),
    ...noticeHandlers(notices),
    ...draftHandlers(drafts),
    ...journalHandlers(journal),
    ...peopleHandlers(people),
    ...committeeHandlers(committee),
    ...trailHandlers(trail, () => people.acting("administrator")),
    ...eraseHandlers(erase, () => people.acting("administrator")),
    ...encryptionHandlers(encryption, encryptionPorts, () => people.acting("administrator")),
    ...backupHandlers(backups, { ...safekeeping, assertMayRestore: () => people.acting("administrator") }),
  };
  return {
    services: {
      dictionary,
      tapes,
      deals,
      market,
      portfolio,
      packages,
      sheet,
      versions,
      assumptions,
      recoveries,
      pricing,
      debtors,
      diligence,
      quality,
      sellerReports,
      bids,
      bidRounds,
      calendar,
      company,
      capacity,
      compliance,
      figures,
      runs,
      bridges,
      restoreRun,
      scenarios,
      sensitivity,
      simulations,
      memos,
      memoForms,
      letters,
      exports,
      strata,
      notices,
      loanLists,
      findingLists,
      twins,
      dossiers,
      tapeExports,
      drafts,
      journal,
      people,
      committee,
      trail,
      backups,
      erase,
    },
    handlers,
  };
}
