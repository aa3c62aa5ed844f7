import type { ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { ScenarioOutcome } from "../../shared/domain/scenario-results.ts";
import { scenarioPricing } from "../engine/sensitivity/scenario-prices.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { AnalysisBasis } from "../pricing/analysis-basis.ts";

/** Scenarios are priced one by one: to the last bit what the workbench shows for the same shifts. */
const compareTask: Task<AnalysisBasis & { readonly scenarios: readonly ScenarioShifts[] }, ScenarioOutcome[]> = engineTask((input, context) => {
  const pricing = scenarioPricing(input);
  return input.scenarios.flatMap((scenario, index) => {
    context.step(index / input.scenarios.length);
    return pricing.pools([scenario]).map(pricing.outcome);
  });
});

export const scenarioTasks = { compareTask };
