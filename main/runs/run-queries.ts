import type { Kysely } from "kysely";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { AssumptionSources } from "../../shared/domain/assumptions.ts";
import { pricingResultSchema } from "../../shared/domain/pricing-results.ts";
import { termsColumns, termsFrom } from "../assumptions/stored-terms.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { PriceTerms } from "../pricing/priced-deal.ts";
import type { FrozenRun, HashedParts } from "./frozen-run.ts";

export interface NewRun extends FrozenRun {
  readonly dealId: number;
  readonly tapeId: number;
  readonly name: string;
  readonly createdAt: string;
  readonly terms: PriceTerms;
  readonly sources: AssumptionSources;
  readonly result: PricingRun["result"];
}

/** A run with everything it was made of. */
export interface StoredRun {
  readonly run: PricingRun;
  readonly tapeId: number;
  readonly terms: PriceTerms;
  readonly sources: AssumptionSources;
  /** As it stands in the database: what the hashes were taken over, before fields that came later are filled in. */
  readonly hashed: HashedParts;
  readonly inputs: Uint8Array;
  readonly loanResults: Uint8Array;
}

const runColumns = ["id", "deal_id", "name", "created_at", "engine_version", "inputs_hash", "run_hash", "result"] as const;

type RunColumns = {
  id: number;
  deal_id: number;
  name: string;
  created_at: string;
  engine_version: string;
  inputs_hash: string;
  run_hash: string;
  result: string;
};

function runFrom(row: RunColumns): PricingRun {
  return {
    id: row.id,
    dealId: row.deal_id,
    name: row.name,
    createdAt: row.created_at,
    engineVersion: row.engine_version,
    inputsHash: row.inputs_hash,
    runHash: row.run_hash,
    result: pricingResultSchema.parse(JSON.parse(row.result)),
  };
}

/** Newest first; the columns of the package are not read. */
export async function listRuns(db: Kysely<DeskSchema>, dealId: number): Promise<PricingRun[]> {
  const rows = await db.selectFrom("pricing_run").select(runColumns).where("deal_id", "=", dealId).orderBy("id", "desc").execute();
  return rows.map(runFrom);
}

export async function isRunNameTaken(db: Kysely<DeskSchema>, dealId: number, name: string): Promise<boolean> {
  const row = await db.selectFrom("pricing_run").select("id").where("deal_id", "=", dealId).where("name", "=", name).executeTakeFirst();
  return row !== undefined;
}

export async function findRun(db: Kysely<DeskSchema>, runId: number): Promise<StoredRun | undefined> {
  const row = await db.selectFrom("pricing_run").selectAll().where("id", "=", runId).executeTakeFirst();
  if (row === undefined) return undefined;
  const { assumptions, cases, sources } = termsFrom(row);
  const stored = (json: string): unknown => JSON.parse(json);
  return {
    run: runFrom(row),
    tapeId: row.tape_id,
    terms: { assumptions, cases, bidPriceFen: row.bid_price_fen },
    sources,
    hashed: {
      terms: { assumptions: stored(row.assumptions), cases: stored(row.cases), bidPriceFen: row.bid_price_fen },
      result: stored(row.result),
      statement: { name: row.name, createdAt: row.created_at, sources: stored(row.sources) },
    },
    inputs: row.inputs,
    loanResults: row.loan_results,
  };
}

export async function insertRun(db: Kysely<DeskSchema>, run: NewRun): Promise<PricingRun> {
  const row = await db
    .insertInto("pricing_run")
    .values({
      deal_id: run.dealId,
      tape_id: run.tapeId,
      name: run.name,
      created_at: run.createdAt,
      engine_version: run.result.engineVersion,
      seed: null,
      ...termsColumns({ ...run.terms, sources: run.sources }),
      bid_price_fen: run.terms.bidPriceFen,
      inputs: run.inputs,
      inputs_hash: run.inputsHash,
      result: canonicalJson(run.result),
      loan_results: run.loanResults,
      run_hash: run.runHash,
    })
    .returning(runColumns)
    .executeTakeFirstOrThrow();
  return runFrom(row);
}
