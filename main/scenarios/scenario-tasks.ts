import type { Assumptions, CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
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
import { solveBreakEven, solveReverseStress } from "../engine/break-even.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { priceGaps } from "../engine/gap-price-tag.ts";
import { priceGrid } from "../engine/scenario-grid.ts";
import { type ScenarioPricing, scenarioPricing, type Tick } from "../engine/scenario-prices.ts";
import { priceTornado } from "../engine/tornado.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { runEngine } from "../pricing/pricing-tasks.ts";

/** The package and the terms of the deal's latest pricing. */
export interface AnalysisBasis {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  /** Shifts of the case from which the analysis starts. */
  readonly start: CaseShifts;
  readonly bidPriceFen: number;
}

/** What is asked, and what each question needs. */
export interface AnalysisQuestions {
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

const pricingOf = ({ columns, assumptions, bidPriceFen }: AnalysisBasis): ScenarioPricing => scenarioPricing(columns, assumptions, bidPriceFen);

const compareTask: AnalysisTask<"compare", ScenarioOutcome[]> = (input, context) =>
  runEngine(() => {
    const pricing = pricingOf(input);
    return pricing.pools(input.scenarios, tickOf(context)).map(pricing.outcome);
  });

const tornadoTask: AnalysisTask<"tornado", Tornado> = (input, context) =>
  runEngine(() => priceTornado(pricingOf(input), input.start, input.ranges, input.measure, tickOf(context)));

const gridTask: AnalysisTask<"grid", ScenarioGrid> = (input, context) => runEngine(() => priceGrid(pricingOf(input), input.start, input.axes, tickOf(context)));

const breakEvenTask: AnalysisTask<"breakEven", BreakEven> = (input, context) =>
  runEngine(() => solveBreakEven(pricingOf(input), { ...input, tick: tickOf(context) }));

const reverseStressTask: AnalysisTask<"reverseStress", ReverseStress> = (input, context) =>
  runEngine(() => solveReverseStress(pricingOf(input), { ...input, tick: tickOf(context) }));

const gapsTask: AnalysisTask<"gaps", GapPriceTag> = ({ columns, assumptions, start, ranges }, context) =>
  runEngine(() => priceGaps({ columns, assumptions, shifts: start, ranges }, tickOf(context)));

/** The analyses that the desk's worker knows. */
export const scenarioTasks = { compareTask, tornadoTask, gridTask, breakEvenTask, reverseStressTask, gapsTask };
