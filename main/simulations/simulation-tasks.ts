import { createHash } from "node:crypto";
import type { Distribution } from "../../shared/domain/simulation-results.ts";
import { type DistributionInput, distributionOf } from "../engine/simulation/distribution.ts";
import { PathDrawer } from "../engine/simulation/draw-paths.ts";
import { type PlannedSimulation, planSimulation, type SimulationInput } from "../engine/simulation/plan-simulation.ts";
import { drawBlocks, type PathWork, pathWork } from "../engine/simulation/simulate-paths.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask, runEngine } from "../packages/engine-task.ts";

/** A simulation planned, and the work that threads share. */
export interface PlannedWork extends Omit<PlannedSimulation, "simulation"> {
  readonly work: PathWork;
}

/** `unknown`: the worker has not seen this simulation; send its work along. */
export type DrawAnswer = "done" | "more" | "unknown";

/** The simulation that this worker draws; kept from slice to slice. */
let current: { readonly simulationId: string; readonly work: PathWork; readonly drawer: PathDrawer } | null = null;

const planSimulationTask: Task<SimulationInput, PlannedWork> = engineTask((input, context) => {
  context.throwIfCancelled();
  const { simulation, ...planned } = planSimulation(input);
  context.throwIfCancelled();
  return { ...planned, work: pathWork(simulation) };
});

/**
 * Draws for a slice of time, so that a pricing that waits gets this worker soon. `simulationId` names a simulation, so
 * that a worker keeps its tables between two slices; `work` is null where the worker should know it by now.
 */
const drawPathsTask: Task<{ readonly simulationId: string; readonly work: PathWork | null; readonly sliceMs: number }, DrawAnswer> = (
  { simulationId, work, sliceMs },
  context,
) => {
  if (current?.simulationId !== simulationId) {
    if (work === null) return "unknown";
    current = { simulationId, work, drawer: new PathDrawer(work.simulation) };
  }
  const { drawer, work: shared } = current;
  const end = Date.now() + sliceMs;
  const isDone = runEngine(() =>
    drawBlocks(
      shared,
      drawer,
      () => context.throwIfCancelled(),
      () => Date.now() >= end,
    ),
  );
  if (isDone) current = null;
  return isDone ? "done" : "more";
};

const distributionTask: Task<DistributionInput, { readonly distribution: Distribution; readonly pathsHash: string }> = (input) => {
  const hash = createHash("sha256");
  for (const column of [input.results.presentValue, input.results.irr]) hash.update(new Uint8Array(column.slice().buffer));
  return { distribution: runEngine(() => distributionOf(input)), pathsHash: hash.digest("hex") };
};

export const simulationTasks = { planSimulationTask, drawPathsTask, distributionTask };
