import { databaseTasks } from "../db/database-tasks.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { letterTasks } from "../letters/letter-tasks.ts";
import { pricingTasks } from "../pricing/pricing-tasks.ts";
import { recoveryTasks } from "../recoveries/recovery-tasks.ts";
import { runTasks } from "../runs/run-tasks.ts";
import { scenarioTasks } from "../scenarios/scenario-tasks.ts";
import { sensitivityTasks } from "../sensitivity/sensitivity-tasks.ts";
import { simulationTasks } from "../simulations/simulation-tasks.ts";
import { tapeTasks } from "../tapes/tape-tasks.ts";

/** The tasks of all features, with the threads that large packages share and the entry of the thread that stores what an import reads. */
export const deskTasks = (teamFor: (loanCount: number) => KernelTeam, storingThread: URL) => ({
  ...databaseTasks,
  ...tapeTasks(storingThread),
  ...pricingTasks(teamFor),
  ...runTasks(teamFor),
  ...letterTasks,
  ...recoveryTasks,
  ...scenarioTasks,
  ...sensitivityTasks,
  ...simulationTasks,
});
export type DeskTasks = ReturnType<typeof deskTasks>;
