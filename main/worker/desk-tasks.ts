import { auditTasks } from "../audit/audit-tasks.ts";
import { backupTasks } from "../backups/backup-tasks.ts";
import { bidTasks } from "../bids/bid-tasks.ts";
import { bridgeTasks } from "../bridges/bridge-tasks.ts";
import { companyTasks } from "../company/company-tasks.ts";
import { databaseTasks } from "../db/database-tasks.ts";
import { debtorTasks } from "../debtors/debtor-tasks.ts";
import { diligenceTasks } from "../diligence/diligence-tasks.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { eraseTasks } from "../erase/erase-tasks.ts";
import { exportTasks } from "../exports/export-tasks.ts";
import { letterTasks } from "../letters/letter-tasks.ts";
import { memoTasks } from "../memos/memo-tasks.ts";
import { noticeTasks } from "../notices/notice-tasks.ts";
import { portfolioTasks } from "../portfolio/portfolio-tasks.ts";
import { pricingTasks } from "../pricing/pricing-tasks.ts";
import { qualityTasks } from "../quality/quality-tasks.ts";
import { recoveryTasks } from "../recoveries/recovery-tasks.ts";
import { runTasks } from "../runs/run-tasks.ts";
import { scenarioTasks } from "../scenarios/scenario-tasks.ts";
import { sensitivityTasks } from "../sensitivity/sensitivity-tasks.ts";
import { sheetTasks } from "../sheet/sheet-tasks.ts";
import { simulationTasks } from "../simulations/simulation-tasks.ts";
import { strataTasks } from "../strata/strata-tasks.ts";
import { tapeTasks } from "../tapes/tape-tasks.ts";
import { twinTasks } from "../twins/twin-tasks.ts";
import { versionTasks } from "../versions/version-tasks.ts";

/** The tasks of all features, with the threads that large packages share and the entry of the thread that stores what an import reads. */
export const deskTasks = (teamFor: (loanCount: number) => KernelTeam, storingThread: URL) => ({
  ...databaseTasks,
  ...backupTasks,
  ...eraseTasks,
  ...tapeTasks(storingThread),
  ...pricingTasks(teamFor),
  ...runTasks(teamFor),
  ...bridgeTasks(teamFor),
  ...sheetTasks,
  ...versionTasks,
  ...debtorTasks,
  ...diligenceTasks,
  ...qualityTasks,
  ...bidTasks,
  ...auditTasks,
  ...companyTasks,
  ...portfolioTasks,
  ...letterTasks,
  ...memoTasks,
  ...exportTasks,
  ...strataTasks,
  ...noticeTasks,
  ...recoveryTasks,
  ...scenarioTasks,
  ...sensitivityTasks,
  ...simulationTasks,
  ...twinTasks,
});
export type DeskTasks = ReturnType<typeof deskTasks>;
