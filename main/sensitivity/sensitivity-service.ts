import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { FrozenAnalyses } from "../../shared/domain/frozen-analyses.ts";
import { defaultGridAxes, defaultTornadoRanges } from "../../shared/domain/scenario-defaults.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JobTurns } from "../jobs/job-turns.ts";
import { analysisBasis } from "../pricing/analysis-basis.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { ScenarioService } from "../scenarios/scenario-service.ts";
import type { sensitivityTasks } from "./sensitivity-tasks.ts";

type Answer<N extends `sensitivity.${AnalysisName}`> = (question: ChannelInput<N>) => Promise<ChannelOutput<N>>;
type AnalysisName = "tornado" | "grid" | "breakEven" | "reverseStress" | "priceCurve" | "gaps";

/** One method for each analysis, with its channel's question and answer. */
export type SensitivityService = { readonly [N in AnalysisName]: Answer<`sensitivity.${N}`> } & {
  /** Tornado of the highest bid and grid of a pricing's base case, in the ranges that every desk starts with. */
  ofRun(priced: PricedDeal): Promise<Pick<FrozenAnalyses, "tornado" | "grid">>;
};

interface SensitivityServiceParts {
  readonly jobs: Pick<JobRunner<typeof sensitivityTasks>, "run">;
  readonly turns: JobTurns;
  readonly pricing: Pick<PricingService, "latest">;
  readonly scenarios: Pick<ScenarioService, "get">;
}

/** Analyses of deals' latest pricings: a newer question of a kind ends the one before. */
export function createSensitivityService({ jobs, turns, pricing, scenarios }: SensitivityServiceParts): SensitivityService {
  const basisOf = async (dealId: number, caseName: CaseName) => analysisBasis(await pricing.latest(dealId), caseName);
  return {
    ofRun: async (priced) => {
      const basis = analysisBasis(priced, "base");
      const [tornado, grid] = await Promise.all([
        jobs.run("tornadoTask", { ...basis, ranges: defaultTornadoRanges, measure: "maxBid" }, { kind: null }),
        jobs.run("gridTask", { ...basis, axes: defaultGridAxes }, { kind: null }),
      ]);
      return { tornado, grid };
    },
    tornado: ({ dealId, caseName, ranges, measure }) =>
      turns.latest(`tornado/${dealId}`, async (signal) =>
        jobs.run("tornadoTask", { ...(await basisOf(dealId, caseName)), ranges, measure }, { kind: "analyse", signal }),
      ),
    grid: ({ dealId, caseName, axes }) =>
      turns.latest(`grid/${dealId}`, async (signal) => jobs.run("gridTask", { ...(await basisOf(dealId, caseName)), axes }, { kind: "analyse", signal })),
    breakEven: ({ dealId, caseName, driver, target }) =>
      turns.latest(`breakEven/${dealId}`, async (signal) =>
        jobs.run("breakEvenTask", { ...(await basisOf(dealId, caseName)), driver, target }, { kind: "analyse", signal }),
      ),
    reverseStress: ({ dealId, caseName, scenarioId, target }) =>
      turns.latest(`reverseStress/${dealId}`, async (signal) => {
        const { shifts } = await scenarios.get(dealId, scenarioId);
        const basis = await basisOf(dealId, caseName);
        return jobs.run("reverseStressTask", { ...basis, scenario: shifts, target }, { kind: "analyse", signal });
      }),
    priceCurve: ({ dealId, caseName }) =>
      turns.latest(`priceCurve/${dealId}`, async (signal) => jobs.run("priceCurveTask", await basisOf(dealId, caseName), { kind: "analyse", signal })),
    gaps: ({ dealId, caseName, ranges }) =>
      turns.latest(`gaps/${dealId}`, async (signal) => jobs.run("gapsTask", { ...(await basisOf(dealId, caseName)), ranges }, { kind: "analyse", signal })),
  };
}
