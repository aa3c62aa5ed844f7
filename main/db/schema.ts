import { initialSchema } from "./migrations/0010-initial.ts";
import { routeFacts } from "./migrations/0020-route-facts.ts";
import { scenarios } from "./migrations/0030-scenarios.ts";
import { tapeRows } from "./migrations/0050-tape-rows.ts";
import { journalAndDrafts } from "./migrations/0070-journal-and-drafts.ts";
import { runMarks } from "./migrations/0080-run-marks.ts";
import { lawFacts } from "./migrations/0100-law-facts.ts";
import { debtorFacts } from "./migrations/0120-debtor-facts.ts";
import { sheetEdits } from "./migrations/0150-sheet-edits.ts";
import { dictionary } from "./migrations/0160-dictionary.ts";
import { debtorSheet } from "./migrations/0165-debtor-sheet.ts";
import { diligenceRows } from "./migrations/0170-diligence-tasks.ts";
import { qualityConfirmations } from "./migrations/0190-quality-confirmations.ts";
import { bidRows } from "./migrations/0200-bids.ts";
import { tapeVersions } from "./migrations/0205-tape-versions.ts";
import { quickChecks } from "./migrations/0210-quick-checks.ts";
import { peopleAndTrail } from "./migrations/0230-people-and-trail.ts";
import { repaymentsAndPredecessors } from "./migrations/0240-repayments-and-predecessors.ts";
import { companyRows } from "./migrations/0250-company.ts";
import { simulationResults } from "./migrations/0280-simulations.ts";
import { safekeeping } from "./migrations/0285-safekeeping.ts";
import { memoForms } from "./migrations/0290-memo-forms.ts";
import { marketFigures } from "./migrations/0320-market-figures.ts";
import { linkedDebtors } from "./migrations/0321-linked-debtors.ts";
import { claimParts } from "./migrations/0330-claim-parts.ts";
import { addColumn, type Migration } from "./migrations/migration.ts";
import type { AssumptionTables } from "./tables/assumption-tables.ts";
import type { BidTables } from "./tables/bid-tables.ts";
import type { CommitteeTables } from "./tables/committee-tables.ts";
import type { CompanyTables } from "./tables/company-tables.ts";
import type { DealTables } from "./tables/deal-tables.ts";
import type { DebtorTables } from "./tables/debtor-tables.ts";
import type { DictionaryTables } from "./tables/dictionary-tables.ts";
import type { DiligenceTables } from "./tables/diligence-tables.ts";
import type { DraftTables } from "./tables/draft-tables.ts";
import type { GroundTables } from "./tables/ground-tables.ts";
import type { JournalTables } from "./tables/journal-tables.ts";
import type { MarketTables } from "./tables/market-tables.ts";
import type { MemoTables } from "./tables/memo-tables.ts";
import type { PeopleTables } from "./tables/people-tables.ts";
import type { QualityTables } from "./tables/quality-tables.ts";
import type { RunTables } from "./tables/run-tables.ts";
import type { ScenarioTables } from "./tables/scenario-tables.ts";
import type { SheetTables } from "./tables/sheet-tables.ts";
import type { SimulationTables } from "./tables/simulation-tables.ts";
import type { TapeTables } from "./tables/tape-tables.ts";
import type { VersionTables } from "./tables/version-tables.ts";

/** The tables of the desk's database, as queries see them. */
export interface DeskSchema
  extends GroundTables,
    DealTables,
    TapeTables,
    AssumptionTables,
    RunTables,
    SimulationTables,
    ScenarioTables,
    MarketTables,
    DictionaryTables,
    DebtorTables,
    DiligenceTables,
    QualityTables,
    BidTables,
    PeopleTables,
    CommitteeTables,
    CompanyTables,
    MemoTables,
    DraftTables,
    JournalTables,
    SheetTables,
    VersionTables {}

/** The steps by which a file gets them, in ascending order of version; a released step is never edited, a change is a new one. */
export const migrations: readonly Migration[] = [
  initialSchema,
  routeFacts,
  scenarios,
  // An ISO code by its form, so that the list may grow without a step that rebuilds the table.
  addColumn(40, "0040-loan-currency", "loan", "currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]')"),
  tapeRows,
  journalAndDrafts,
  runMarks,
  lawFacts,
  // All sets before this step were the corporate one or copies of it.
  addColumn(
    110,
    "0110-sets-by-deal-kind",
    "assumption_set",
    "deal_kind TEXT NOT NULL DEFAULT 'corporateBulk' CHECK (deal_kind IN ('corporateBulk', 'singleCorporate', 'retailBulk', 'other'))",
  ),
  debtorFacts,
  addColumn(130, "0130-guarantor-suits", "loan", "guarantor_sued TEXT CHECK (guarantor_sued IN ('sued', 'notSued'))"),
  addColumn(140, "0140-interest-basis", "loan", "interest_basis TEXT CHECK (interest_basis IN ('unknown', 'principal', 'toCutOff'))"),
  sheetEdits,
  dictionary,
  debtorSheet,
  diligenceRows,
  qualityConfirmations,
  bidRows,
  tapeVersions,
  quickChecks,
  peopleAndTrail,
  repaymentsAndPredecessors,
  companyRows,
  addColumn(260, "0260-content-hash", "pricing_run", "content_hash TEXT CHECK (length(content_hash) = 64)"),
  simulationResults,
  safekeeping,
  memoForms,
  marketFigures,
  linkedDebtors,
  claimParts,
];
