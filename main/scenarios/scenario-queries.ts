import type { Kysely, Selectable } from "kysely";
import type { Scenario, ScenarioInput } from "../../shared/contract/scenario-channels.ts";
import { scenarioFromStored, storedScenario } from "../../shared/domain/stored-shifts.ts";
import type { DeskSchema } from "../db/schema.ts";

function scenarioFrom(row: Selectable<DeskSchema["scenario"]>): Scenario {
  return { id: row.id, dealId: row.deal_id, name: row.name, shifts: scenarioFromStored(JSON.parse(row.shifts)) };
}

/** In the order in which they were made. */
export async function listScenarios(db: Kysely<DeskSchema>, dealId: number): Promise<Scenario[]> {
  const rows = await db.selectFrom("scenario").selectAll().where("deal_id", "=", dealId).orderBy("id").execute();
  return rows.map(scenarioFrom);
}

export async function findScenario(db: Kysely<DeskSchema>, scenarioId: number): Promise<Scenario | undefined> {
  const row = await db.selectFrom("scenario").selectAll().where("id", "=", scenarioId).executeTakeFirst();
  return row && scenarioFrom(row);
}

export async function insertScenario(db: Kysely<DeskSchema>, dealId: number, { name, shifts }: ScenarioInput, now: string): Promise<Scenario> {
  const row = await db
    .insertInto("scenario")
    .values({ deal_id: dealId, name, shifts: JSON.stringify(storedScenario(shifts)), updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
  return scenarioFrom(row);
}

export async function updateScenario(db: Kysely<DeskSchema>, scenarioId: number, { name, shifts }: ScenarioInput, now: string): Promise<Scenario> {
  const row = await db
    .updateTable("scenario")
    .set({ name, shifts: JSON.stringify(storedScenario(shifts)), updated_at: now })
    .where("id", "=", scenarioId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return scenarioFrom(row);
}

export async function removeScenario(db: Kysely<DeskSchema>, scenarioId: number): Promise<void> {
  await db.deleteFrom("scenario").where("id", "=", scenarioId).execute();
}
