import { scenarioFromStored } from "../../shared/domain/stored-shifts.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DebtorService } from "../debtors/debtor-service.ts";
import type { ScenarioService } from "../scenarios/scenario-service.ts";
import { orAltered } from "./altered-run.ts";
import { isIntact, thawPackage } from "./frozen-run.ts";
import { findRun } from "./run-queries.ts";

interface RestorerParts {
  readonly db: DeskDatabase;
  readonly assumptions: Pick<AssumptionService, "model" | "saveModel">;
  readonly scenarios: Pick<ScenarioService, "list" | "save">;
  readonly debtors: Pick<DebtorService, "restoreEstimates">;
}

/**
 * Makes what went into a run the deal's model again: assumptions with their sources, shifts of the cases, the bid that was
 * entered, the scenarios by their names, and own estimates of debtors where the package still has the same loans. Scenarios that
 * came later stay; the package is that of today.
 */
export const createRunRestorer =
  ({ db, assumptions, scenarios, debtors }: RestorerParts) =>
  async (runId: number): Promise<void> => {
    const stored = await orAltered(runId, () => findRun(db.kysely, runId));
    if (stored === undefined) throw new DeskError("run.notFound", { runId });
    const { run, terms, sources } = stored;
    const frozen = await orAltered(runId, async () => {
      const thawed = await thawPackage(stored.inputs);
      if (!(await isIntact(run, thawed, stored.hashed, stored.loanResults))) throw new DeskError("run.altered", { runId });
      return thawed;
    });
    const known = new Map((await scenarios.list(run.dealId)).map(({ id, name }) => [name, id]));
    for (const { name, shifts } of frozen.record?.scenarios ?? []) {
      await scenarios.save(run.dealId, known.get(name) ?? null, { name, shifts: scenarioFromStored(shifts) });
    }
    await debtors.restoreEstimates(run.dealId, frozen.columns);
    const { assumptionSetId } = await assumptions.model(run.dealId);
    await assumptions.saveModel(run.dealId, { assumptionSetId, ...terms, sources });
  };
