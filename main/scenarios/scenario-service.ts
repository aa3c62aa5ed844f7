import { type Scenario, type ScenarioInput, scenarioLimit } from "../../shared/contract/scenario-channels.ts";
import { type CaseName, caseNames, segments } from "../../shared/domain/codes.ts";
import type { FrozenAnalyses } from "../../shared/domain/frozen-analyses.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JobTurns } from "../jobs/job-turns.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { analysisBasis } from "../pricing/analysis-basis.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { findScenario, insertScenario, listScenarios, removeScenario, updateScenario } from "./scenario-queries.ts";
import type { ComparedScenario, scenarioTasks } from "./scenario-tasks.ts";

export interface ScenarioService {
  list(dealId: number): Promise<Scenario[]>;
  /** A scenario of the deal; scenario.notFound for one of another deal. */
  get(dealId: number, scenarioId: number): Promise<Scenario>;
  save(dealId: number, scenarioId: number | null, scenario: ScenarioInput): Promise<Scenario>;
  copy(scenarioId: number, name: string): Promise<Scenario>;
  remove(scenarioId: number): Promise<void>;
  /** Low, base, high and the deal's scenarios at one bid price. */
  compare(dealId: number): Promise<ScenarioComparison>;
  /** The same of a pricing, each under its name, as a run keeps them. */
  ofRun(dealId: number, priced: PricedDeal): Promise<FrozenAnalyses["scenarios"]>;
}

interface ScenarioServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<typeof scenarioTasks>, "run">;
  readonly turns: JobTurns;
  readonly pricing: Pick<PricingService, "latest">;
  readonly now: () => string;
}

const stackOf = (dealId: number) => ({ area: "deal", dealId }) as const;

/** Named scenarios of a deal, priced beside low, base and high. */
export function createScenarioService({ db, journal, jobs, turns, pricing, now }: ScenarioServiceParts): ScenarioService {
  const { kysely } = db;

  const find = async (scenarioId: number): Promise<Scenario> => {
    const scenario = await findScenario(kysely, scenarioId);
    if (scenario === undefined) throw new DeskError("scenario.notFound", { scenarioId });
    return scenario;
  };

  const save = async (dealId: number, scenarioId: number | null, scenario: ScenarioInput): Promise<Scenario> =>
    journal.edit(
      { stack: stackOf(dealId), label: () => ({ kind: scenarioId === null ? "scenarioAdded" : "scenarioEdited", name: scenario.name }) },
      async (edit) => {
        const { trx } = edit;
        await getOpenDeal(trx, dealId);
        const known = await listScenarios(trx, dealId);
        if (scenarioId !== null && !known.some(({ id }) => id === scenarioId)) throw new DeskError("scenario.notFound", { scenarioId });
        if (known.some(({ id, name }) => name === scenario.name && id !== scenarioId)) throw new DeskError("scenario.nameTaken", { name: scenario.name });
        if (scenarioId !== null) {
          await edit.touch("scenario", scenarioId);
          return updateScenario(trx, scenarioId, scenario, now());
        }
        if (known.length >= scenarioLimit) throw new DeskError("scenario.tooMany", { limit: scenarioLimit });
        const made = await insertScenario(trx, dealId, scenario, now());
        edit.made("scenario", made.id);
        return made;
      },
    );

  /** Low, base, high and the named scenarios of a pricing, in this order. */
  const outcomesOf = async (priced: PricedDeal, named: readonly Scenario[], options: Parameters<ScenarioServiceParts["jobs"]["run"]>[2]) => {
    const { cases } = priced.terms;
    const basis = analysisBasis(priced, "base");
    const ownOf = (caseName: CaseName) => ({ caseName, shifts: cases[caseName] });
    const scenarios: ComparedScenario[] = [
      ...caseNames.map((caseName) => ({ shifts: { all: cases[caseName], segments: {} }, own: ownOf(caseName) })),
      ...named.map(({ shifts }) => ({ shifts, own: ownOf("base") })),
    ];
    return { basis, outcomes: await jobs.run("compareTask", { ...basis, scenarios }, options) };
  };

  const compare = (dealId: number): Promise<ScenarioComparison> =>
    turns.latest(`compare/${dealId}`, async (signal) => {
      const priced = await pricing.latest(dealId);
      const named = await listScenarios(kysely, dealId);
      const { basis, outcomes } = await outcomesOf(priced, named, { kind: "analyse", signal });
      const headings = [...caseNames.map((caseName) => ({ caseName, scenarioId: null })), ...named.map(({ id }) => ({ caseName: null, scenarioId: id }))];
      const found = new Set(basis.columns.segment);
      const present = segments.filter((_, code) => found.has(code));
      return {
        bidPriceFen: basis.bidPriceFen,
        segments: present,
        columns: outcomes.flatMap((outcome, index) => (headings[index] ? [{ ...headings[index], outcome }] : [])),
      };
    });

  const ofRun = async (dealId: number, priced: PricedDeal): Promise<FrozenAnalyses["scenarios"]> => {
    const named = await listScenarios(kysely, dealId);
    const { outcomes } = await outcomesOf(priced, named, { kind: null });
    const headings = [...caseNames.map((caseName) => ({ caseName, name: null })), ...named.map(({ name }) => ({ caseName: null, name }))];
    return outcomes.flatMap(({ flows: _flows, financing: _financing, ...outcome }, index) => (headings[index] ? [{ ...headings[index], outcome }] : []));
  };

  return {
    list: async (dealId) => {
      await getDeal(kysely, dealId);
      return listScenarios(kysely, dealId);
    },
    get: async (dealId, scenarioId) => {
      const scenario = await find(scenarioId);
      if (scenario.dealId !== dealId) throw new DeskError("scenario.notFound", { scenarioId });
      return scenario;
    },
    save,
    copy: async (scenarioId, name) => {
      const { dealId, shifts } = await find(scenarioId);
      return save(dealId, null, { name, shifts });
    },
    remove: async (scenarioId) => {
      const { dealId, name } = await find(scenarioId);
      await journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "scenarioRemoved", name }) }, async ({ trx, touch }) => {
        await getOpenDeal(trx, dealId);
        await touch("scenario", scenarioId);
        await removeScenario(trx, scenarioId);
      });
    },
    compare,
    ofRun,
  };
}
