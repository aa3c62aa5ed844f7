import type { ChannelInput, ChannelName, ChannelOutput } from "../../shared/contract/contract.ts";
import { type Scenario, type ScenarioInput, scenarioLimit } from "../../shared/contract/scenario-channels.ts";
import type { CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import { type CaseName, caseNames, segments } from "../../shared/domain/codes.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { sentColumns } from "../packages/held-columns.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { findScenario, insertScenario, listScenarios, removeScenario, updateScenario } from "./scenario-queries.ts";
import type { AnalysisBasis, scenarioTasks } from "./scenario-tasks.ts";

type AnalysisJobs = Pick<JobRunner<typeof scenarioTasks>, "run">;

/** One method per channel, with its input and output. */
type Answers<Names extends Record<string, ChannelName>> = { readonly [M in keyof Names]: (input: ChannelInput<Names[M]>) => Promise<ChannelOutput<Names[M]>> };

export interface ScenarioService
  extends Answers<{
    tornado: "sensitivity.tornado";
    grid: "sensitivity.grid";
    breakEven: "sensitivity.breakEven";
    reverseStress: "sensitivity.reverseStress";
    gaps: "sensitivity.gaps";
  }> {
  list(dealId: number): Promise<Scenario[]>;
  save(dealId: number, scenarioId: number | null, scenario: ScenarioInput): Promise<Scenario>;
  copy(scenarioId: number, name: string): Promise<Scenario>;
  remove(scenarioId: number): Promise<void>;
  /** Low, base, high and the deal's scenarios at one bid price. */
  compare(dealId: number): Promise<ScenarioComparison>;
}

interface ScenarioServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: AnalysisJobs;
  readonly pricing: Pick<PricingService, "latest">;
  readonly now: () => string;
}

/** Named scenarios of a deal, and the analyses of its latest pricing. */
export function createScenarioService({ db, jobs, pricing, now }: ScenarioServiceParts): ScenarioService {
  const { kysely } = db;
  const running = new Map<string, AbortController>();

  const find = async (scenarioId: number): Promise<Scenario> => {
    const scenario = await findScenario(kysely, scenarioId);
    if (scenario === undefined) throw new DeskError("scenario.notFound", { scenarioId });
    return scenario;
  };

  const save = async (dealId: number, scenarioId: number | null, scenario: ScenarioInput): Promise<Scenario> =>
    kysely.transaction().execute(async (trx) => {
      await getOpenDeal(trx, dealId);
      const known = await listScenarios(trx, dealId);
      if (scenarioId !== null && !known.some(({ id }) => id === scenarioId)) throw new DeskError("scenario.notFound", { scenarioId });
      if (known.some(({ id, name }) => name === scenario.name && id !== scenarioId)) throw new DeskError("scenario.nameTaken", { name: scenario.name });
      if (scenarioId !== null) return updateScenario(trx, scenarioId, scenario, now());
      if (known.length >= scenarioLimit) throw new DeskError("scenario.tooMany", { limit: scenarioLimit });
      return insertScenario(trx, dealId, scenario, now());
    });

  /** What an analysis starts from: exactly what the workbench shows. */
  const basisOf = async (dealId: number, caseName: CaseName): Promise<AnalysisBasis> => {
    const { loaded, terms, output } = await pricing.latest(dealId);
    return {
      ...sentColumns(loaded),
      cutOffDate: loaded.cutOffDate,
      assumptions: terms.assumptions,
      start: terms.cases[caseName],
      bidPriceFen: output.result.bidPriceFen,
    };
  };

  let lastRun: Promise<unknown> = Promise.resolve();
  /** One analysis after the other, so that a worker stays free for pricing. */
  const inTurn = <T>(start: () => Promise<T>): Promise<T> => {
    const mine = lastRun.then(start);
    lastRun = mine.catch(() => undefined);
    return mine;
  };

  /** One analysis of a kind and deal at a time: a newer one ends the one before. */
  const alone = async <T>(key: string, start: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    running.get(key)?.abort();
    const mine = new AbortController();
    running.set(key, mine);
    try {
      return await inTurn(() => start(mine.signal));
    } finally {
      if (running.get(key) === mine) running.delete(key);
    }
  };

  const compare = (dealId: number): Promise<ScenarioComparison> =>
    alone(`compare/${dealId}`, async (signal) => {
      const basis = await basisOf(dealId, "base");
      const { terms } = await pricing.latest(dealId);
      const named = await listScenarios(kysely, dealId);
      const asScenario = (all: CaseShifts): ScenarioShifts => ({ all, segments: {} });
      const scenarios = [...caseNames.map((caseName) => asScenario(terms.cases[caseName])), ...named.map(({ shifts }) => shifts)];
      const outcomes = await jobs.run("compareTask", { ...basis, scenarios }, { kind: "analyse", signal });
      const headings = [...caseNames.map((caseName) => ({ caseName, scenarioId: null })), ...named.map(({ id }) => ({ caseName: null, scenarioId: id }))];
      const found = new Set(basis.columns.segment);
      const present = segments.filter((_, code) => found.has(code));
      return {
        bidPriceFen: basis.bidPriceFen,
        segments: present,
        columns: outcomes.flatMap((outcome, index) => (headings[index] ? [{ ...headings[index], outcome }] : [])),
      };
    });

  return {
    list: async (dealId) => {
      await getDeal(kysely, dealId);
      return listScenarios(kysely, dealId);
    },
    save,
    copy: async (scenarioId, name) => {
      const { dealId, shifts } = await find(scenarioId);
      return save(dealId, null, { name, shifts });
    },
    remove: async (scenarioId) => {
      const { dealId } = await find(scenarioId);
      await getOpenDeal(kysely, dealId);
      await removeScenario(kysely, scenarioId);
    },
    compare,
    tornado: ({ dealId, caseName, ranges, measure }) =>
      alone(`tornado/${dealId}`, async (signal) =>
        jobs.run("tornadoTask", { ...(await basisOf(dealId, caseName)), ranges, measure }, { kind: "analyse", signal }),
      ),
    grid: ({ dealId, caseName, axes }) =>
      alone(`grid/${dealId}`, async (signal) => jobs.run("gridTask", { ...(await basisOf(dealId, caseName)), axes }, { kind: "analyse", signal })),
    breakEven: ({ dealId, caseName, driver, target }) =>
      alone(`breakEven/${dealId}`, async (signal) =>
        jobs.run("breakEvenTask", { ...(await basisOf(dealId, caseName)), driver, target }, { kind: "analyse", signal }),
      ),
    reverseStress: ({ dealId, caseName, scenarioId, target }) =>
      alone(`reverseStress/${dealId}`, async (signal) => {
        const { shifts, ...scenario } = await find(scenarioId);
        if (scenario.dealId !== dealId) throw new DeskError("scenario.notFound", { scenarioId });
        const basis = await basisOf(dealId, caseName);
        return jobs.run("reverseStressTask", { ...basis, scenario: shifts, target }, { kind: "analyse", signal });
      }),
    gaps: ({ dealId, caseName, ranges }) =>
      alone(`gaps/${dealId}`, async (signal) => jobs.run("gapsTask", { ...(await basisOf(dealId, caseName)), ranges }, { kind: "analyse", signal })),
  };
}
