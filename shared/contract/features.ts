import { appFeature } from "./app-channels.ts";
import { approvalFeature } from "./approval-channels.ts";
import { assumptionFeature } from "./assumption-channels.ts";
import { backupFeature } from "./backup-channels.ts";
import { bidFeature } from "./bid-channels.ts";
import { bridgeFeature } from "./bridge-channels.ts";
import { calendarFeature } from "./calendar-channels.ts";
import { companyFeature } from "./company-channels.ts";
import { complianceFeature } from "./compliance-channels.ts";
import { dealFeature } from "./deal-channels.ts";
import { debtorFeature } from "./debtor-channels.ts";
import { dictionaryFeature } from "./dictionary-channels.ts";
import { diligenceFeature } from "./diligence-channels.ts";
import { dossierFeature } from "./dossier-channels.ts";
import { draftFeature } from "./draft-channels.ts";
import { encryptionFeature } from "./encryption-channels.ts";
import { eraseFeature } from "./erase-channels.ts";
import { exportFeature } from "./export-channels.ts";
import { journalFeature } from "./journal-channels.ts";
import { letterFeature } from "./letter-channels.ts";
import { marketFeature } from "./market-channels.ts";
import { memoFeature } from "./memo-channels.ts";
import { noticeFeature } from "./notice-channels.ts";
import { packageFeature } from "./package-channels.ts";
import { peopleFeature } from "./people-channels.ts";
import { portfolioFeature } from "./portfolio-channels.ts";
import { pricingFeature } from "./pricing-channels.ts";
import { programFeature } from "./program-channels.ts";
import { qualityFeature } from "./quality-channels.ts";
import { recoveryFeature } from "./recovery-channels.ts";
import { runFeature } from "./run-channels.ts";
import { scenarioFeature } from "./scenario-channels.ts";
import { sensitivityFeature } from "./sensitivity-channels.ts";
import { sheetFeature } from "./sheet-channels.ts";
import { simulationFeature } from "./simulation-channels.ts";
import { strataFeature } from "./strata-channels.ts";
import { tapeFeature } from "./tape-channels.ts";
import { trailFeature } from "./trail-channels.ts";
import { twinFeature } from "./twin-channels.ts";
import { versionFeature } from "./version-channels.ts";

/** What the desk can do. Channels, kinds of jobs and error codes are merged from here. */
export const features = [
  appFeature,
  programFeature,
  dealFeature,
  portfolioFeature,
  dictionaryFeature,
  tapeFeature,
  versionFeature,
  packageFeature,
  sheetFeature,
  assumptionFeature,
  recoveryFeature,
  pricingFeature,
  debtorFeature,
  diligenceFeature,
  qualityFeature,
  bidFeature,
  calendarFeature,
  companyFeature,
  complianceFeature,
  strataFeature,
  noticeFeature,
  runFeature,
  bridgeFeature,
  scenarioFeature,
  sensitivityFeature,
  simulationFeature,
  marketFeature,
  memoFeature,
  letterFeature,
  exportFeature,
  twinFeature,
  dossierFeature,
  draftFeature,
  journalFeature,
  peopleFeature,
  approvalFeature,
  trailFeature,
  backupFeature,
  eraseFeature,
  encryptionFeature,
] as const;
