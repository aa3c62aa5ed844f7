import type { Kysely } from "kysely";
import { type SimulationResult, simulationResultSchema } from "../../shared/domain/simulation-results.ts";
import type { DeskSchema } from "../db/schema.ts";

/** Results kept of a deal: as many as its saved runs and what is tried between them may ask for. */
const mostKeptSimulations = 50;

/** Keeps a result in the place of an earlier one of the same inputs, and drops the oldest beyond the bound. */
export async function keepSimulation(kysely: Kysely<DeskSchema>, dealId: number, result: SimulationResult): Promise<void> {
  const { inputsHash } = result;
  await kysely.transaction().execute(async (trx) => {
    await trx.deleteFrom("simulation_result").where("deal_id", "=", dealId).where("inputs_hash", "=", inputsHash).execute();
    await trx
      .insertInto("simulation_result")
      .values({ deal_id: dealId, inputs_hash: inputsHash, result: JSON.stringify(result) })
      .execute();
    const kept = trx.selectFrom("simulation_result").select("id").where("deal_id", "=", dealId).orderBy("id", "desc").limit(mostKeptSimulations);
    await trx.deleteFrom("simulation_result").where("deal_id", "=", dealId).where("id", "not in", kept).execute();
  });
}

/** The result of these inputs; without one, or where they aren't known, the deal's latest. Null where none can be read. */
export async function findSimulation(kysely: Kysely<DeskSchema>, dealId: number, inputsHash: string | null): Promise<SimulationResult | null> {
  const rows = await kysely
    .selectFrom("simulation_result")
    .select("result")
    .where("deal_id", "=", dealId)
    .orderBy((where) => where("inputs_hash", "=", inputsHash ?? ""), "desc")
    .orderBy("id", "desc")
    .limit(1)
    .execute();
  const [row] = rows;
  // A result of a version that kept other figures isn't one of today's: it is drawn again.
  return row === undefined ? null : (simulationResultSchema.safeParse(JSON.parse(row.result)).data ?? null);
}
