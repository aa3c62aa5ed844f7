import type { CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type {
  BreakEven,
  BreakEvenTarget,
  GapPriceTag,
  GapRanges,
  GridAxes,
  ReverseStress,
  ScenarioGrid,
  ScenarioOutcome,
  SensitivityMeasure,
  ShiftKey,
  Tornado,
  TornadoRanges,
} from "../../shared/domain/scenario-results.ts";
import { solveBreakEven, solveReverseStress } from "../engine/sensitivity/break-even.ts";
import { priceGaps } from "../engine/sensitivity/gap-price-tag.ts";
import { priceGrid } from "../engine/sensitivity/scenario-grid.ts";
import { type ScenarioBasis, scenarioPricing, type Tick } from "../engine/sensitivity/scenario-prices.ts";
import { priceTornado } from "../engine/sensitivity/tornado.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { onHeldColumns, type SentColumns } from "../packages/held-columns.ts";
import { runEngine } from "../pricing/pricing-tasks.ts";

/** The package and the terms of the deal's latest pricing. */
export interface AnalysisBasis extends ScenarioBasis, SentColumns {
  /** Shifts of the case from which the analysis starts. */
  readonly start: CaseShifts;
}

/** What is asked, and what each question needs. */
interface AnalysisQuestions {
  readonly compare: { readonly scenarios: readonly ScenarioShifts[] };
  readonly tornado: { readonly ranges: TornadoRanges; readonly measure: SensitivityMeasure };
  readonly grid: { readonly axes: GridAxes };
  readonly breakEven: { readonly driver: ShiftKey; readonly target: BreakEvenTarget };
  readonly reverseStress: { readonly scenario: ScenarioShifts; readonly target: BreakEvenTarget };
  readonly gaps: { readonly ranges: GapRanges };
}

type AnalysisTask<Question extends keyof AnalysisQuestions, Answer> = Task<AnalysisBasis & AnalysisQuestions[Question], Answer>;

/** Passes progress on and ends the work once the user has cancelled. */
function tickOf(context: TaskContext): Tick {
  return (share) => {
    context.throwIfCancelled();
    context.progress(share);
  };
}

/** Scenarios are priced one by one: to the last bit what the workbench shows for the same shifts. */
const compareTask: AnalysisTask<"compare", ScenarioOutcome[]> = (input, context) =>
  runEngine(() => {
    const pricing = scenarioPricing(input);
    const tick = tickOf(context);
    return input.scenarios.flatMap((scenario, index) => {
      tick(index / input.scenarios.length);
      return pricing.pools([scenario]).map(pricing.outcome);
    });
  });

const tornadoTask: AnalysisTask<"tornado", Tornado> = (input, context) =>
  runEngine(() => priceTornado(scenarioPricing(input), input.start, input.ranges, input.measure, tickOf(context)));

const gridTask: AnalysisTask<"grid", ScenarioGrid> = (input, context) =>
  runEngine(() => priceGrid(scenarioPricing(input), input.start, input.axes, tickOf(context)));

const breakEvenTask: AnalysisTask<"breakEven", BreakEven> = (input, context) =>
  runEngine(() => solveBreakEven(scenarioPricing(input), { ...input, tick: tickOf(context) }));

const reverseStressTask: AnalysisTask<"reverseStress", ReverseStress> = (input, context) =>
  runEngine(() => solveReverseStress(scenarioPricing(input), { ...input, tick: tickOf(context) }));

const gapsTask: AnalysisTask<"gaps", GapPriceTag> = ({ columns, assumptions, start, ranges }, context) =>
  runEngine(() => priceGaps({ columns, assumptions, shifts: start, ranges }, tickOf(context)));

/** The analyses that the desk's worker knows. */
export const scenarioTasks = {
  compareTask: onHeldColumns(compareTask),
  tornadoTask: onHeldColumns(tornadoTask),
  gridTask: onHeldColumns(gridTask),
  breakEvenTask: onHeldColumns(breakEvenTask),
  reverseStressTask: onHeldColumns(reverseStressTask),
  gapsTask: onHeldColumns(gapsTask),
};
