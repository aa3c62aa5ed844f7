import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { CaseShifts, Cases } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { ScenarioComparison, ScenarioOutcome } from "../../shared/domain/scenario-results.ts";

/** A column of the comparison: one of the three cases, or a scenario. */
export interface ScenarioColumn {
  readonly key: string;
  readonly caseName: CaseName | null;
  readonly scenario: Scenario | undefined;
  /** For all loans; what a scenario shifts by segment comes on top. */
  readonly shifts: CaseShifts | undefined;
  readonly outcome: ScenarioOutcome;
}

/** The compared columns with what each shifts: a scenario by itself, a case as the model says now. */
export function scenarioColumns(comparison: ScenarioComparison, scenarios: readonly Scenario[], cases: Cases | undefined): readonly ScenarioColumn[] {
  return comparison.columns.map(({ caseName, scenarioId, outcome }) => {
    const scenario = scenarios.find(({ id }) => id === scenarioId);
    const shifts = scenario ? scenario.shifts.all : caseName ? cases?.[caseName] : undefined;
    return { key: caseName ?? String(scenarioId), caseName, scenario, shifts, outcome };
  });
}
