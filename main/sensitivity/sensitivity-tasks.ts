import type { ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { PriceCurve } from "../../shared/domain/bid-charts.ts";
import type {
  BreakEven,
  BreakEvenTarget,
  GapPriceTag,
  GapRanges,
  GridAxes,
  ReverseStress,
  ScenarioGrid,
  SensitivityMeasure,
  Tornado,
  TornadoRanges,
} from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { solveBreakEven, solveReverseStress } from "../engine/sensitivity/break-even.ts";
import { priceGaps } from "../engine/sensitivity/gap-price-tag.ts";
import { priceCurve } from "../engine/sensitivity/price-curve.ts";
import { priceGrid } from "../engine/sensitivity/scenario-grid.ts";
import { scenarioPricing } from "../engine/sensitivity/scenario-prices.ts";
import { priceTornado } from "../engine/sensitivity/tornado.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { AnalysisBasis } from "../pricing/analysis-basis.ts";

type AnalysisTask<Question, Answer> = Task<AnalysisBasis & Question, Answer>;

const tornadoTask: AnalysisTask<{ readonly ranges: TornadoRanges; readonly measure: SensitivityMeasure }, Tornado> = engineTask((input, { step }) =>
  priceTornado(scenarioPricing(input), input.start, input.ranges, input.measure, step),
);

const gridTask: AnalysisTask<{ readonly axes: GridAxes }, ScenarioGrid> = engineTask((input, { step }) =>
  priceGrid(scenarioPricing(input), input.start, input.axes, step),
);

const breakEvenTask: AnalysisTask<{ readonly driver: ShiftKey; readonly target: BreakEvenTarget }, BreakEven> = engineTask((input, { step }) =>
  solveBreakEven(scenarioPricing(input), { ...input, tick: step }),
);

const reverseStressTask: AnalysisTask<{ readonly scenario: ScenarioShifts; readonly target: BreakEvenTarget }, ReverseStress> = engineTask((input, { step }) =>
  solveReverseStress(scenarioPricing(input), { ...input, tick: step }),
);

const priceCurveTask: Task<AnalysisBasis, PriceCurve> = engineTask((input) => priceCurve(input, input.start));

const gapsTask: AnalysisTask<{ readonly ranges: GapRanges }, GapPriceTag> = engineTask(({ columns, assumptions, start, own, ranges }, { step }) =>
  priceGaps({ columns, assumptions, shifts: start, own, ranges }, step),
);

export const sensitivityTasks = { tornadoTask, gridTask, breakEvenTask, reverseStressTask, priceCurveTask, gapsTask };
