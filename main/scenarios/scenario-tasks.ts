import type { ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { ScenarioOutcome } from "../../shared/domain/scenario-results.ts";
import { scenarioPricing } from "../engine/sensitivity/scenario-prices.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { AnalysisBasis } from "../pricing/analysis-basis.ts";

/** Shifts to compare, and the case whose own estimates count; of a scenario, the case that it starts from. */
export interface ComparedScenario {
  readonly shifts: ScenarioShifts;
  readonly own: AnalysisBasis["own"];
}

/** Scenarios are priced one by one: to the last bit what the workbench shows for the same shifts. */
const compareTask: Task<AnalysisBasis & { readonly scenarios: readonly ComparedScenario[] }, ScenarioOutcome[]> = engineTask((input, context) =>
  input.scenarios.flatMap(({ shifts, own }, index) => {
    context.step(index / input.scenarios.length);
    const pricing = scenarioPricing({ ...input, own });
    return pricing.pools([shifts]).map(pricing.outcome);
  }),
);

export const scenarioTasks = { compareTask };
