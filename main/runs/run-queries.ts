import { type Kysely, sql } from "kysely";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { AssumptionSources } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { pricingResultSchema } from "../../shared/domain/pricing-results.ts";
import { DeskError } from "../../shared/result.ts";
import { termsColumns, termsFrom } from "../assumptions/stored-terms.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { PriceTerms } from "../pricing/priced-deal.ts";
import { idAt, idRanges, PlaceFinder } from "../tapes/loan-ids.ts";
import type { FrozenRun, HashedParts } from "./frozen-run.ts";
import type { NamedLoan } from "./loan-names.ts";

/** What may be said of a run after it was saved. */
export interface RunMark {
  readonly name: string;
  readonly note: string;
  readonly isStarred: boolean;
  readonly predecessorId: number | null;
}

export interface NewRun extends FrozenRun {
  readonly dealId: number;
  readonly tapeId: number;
  readonly name: string;
  readonly caseName: CaseName;
  readonly savedBy: string;
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

const runColumns = [
  "pricing_run.id",
  "pricing_run.deal_id",
  "pricing_run.name as saved_as",
  "pricing_run.created_at",
  "pricing_run.engine_version",
  "pricing_run.inputs_hash",
  "pricing_run.content_hash",
  "pricing_run.run_hash",
  "pricing_run.result",
  "run_mark.name",
  "run_mark.note",
  "run_mark.is_starred",
  "run_mark.predecessor_id",
  "run_mark.case_name",
  "run_mark.saved_by",
] as const;

type RunColumns = {
  id: number;
  deal_id: number;
  saved_as: string;
  created_at: string;
  engine_version: string;
  inputs_hash: string;
  content_hash: string | null;
  run_hash: string;
  result: string;
  name: string;
  note: string;
  is_starred: number;
  predecessor_id: number | null;
  case_name: CaseName;
  saved_by: string;
};

function runFrom(row: RunColumns): PricingRun {
  return {
    id: row.id,
    dealId: row.deal_id,
    name: row.name,
    savedAs: row.saved_as,
    note: row.note,
    isStarred: row.is_starred === 1,
    predecessorId: row.predecessor_id,
    caseName: row.case_name,
    savedBy: row.saved_by,
    createdAt: row.created_at,
    engineVersion: row.engine_version,
    inputsHash: row.inputs_hash,
    contentHash: row.content_hash,
    runHash: row.run_hash,
    result: pricingResultSchema.parse(JSON.parse(row.result)),
  };
}

const markedRuns = (db: Kysely<DeskSchema>) => db.selectFrom("pricing_run").innerJoin("run_mark", "run_mark.run_id", "pricing_run.id");

/** Newest first; the columns of the package are not read. */
export async function listRuns(db: Kysely<DeskSchema>, dealId: number): Promise<PricingRun[]> {
  const rows = await markedRuns(db).select(runColumns).where("pricing_run.deal_id", "=", dealId).orderBy("pricing_run.id", "desc").execute();
  return rows.map(runFrom);
}

/** Whether a run of the deal, but for one, has the name or was saved under it: a memo printed under a name means one run for good. */
export async function isRunNameTaken(db: Kysely<DeskSchema>, dealId: number, name: string, exceptRunId = 0): Promise<boolean> {
  const row = await markedRuns(db)
    .select("pricing_run.id")
    .where("pricing_run.deal_id", "=", dealId)
    .where("pricing_run.id", "<>", exceptRunId)
    .where((where) => where.or([where("pricing_run.name", "=", name), where("run_mark.name", "=", name)]))
    .executeTakeFirst();
  return row !== undefined;
}

export async function writeMark(db: Kysely<DeskSchema>, runId: number, { name, note, isStarred, predecessorId }: RunMark): Promise<void> {
  await db
    .updateTable("run_mark")
    .set({ name, note, is_starred: isStarred ? 1 : 0, predecessor_id: predecessorId })
    .where("run_id", "=", runId)
    .execute();
}

/** One run as it is listed. */
export async function getRun(db: Kysely<DeskSchema>, runId: number): Promise<PricingRun> {
  const row = await markedRuns(db).select(runColumns).where("pricing_run.id", "=", runId).executeTakeFirst();
  if (row === undefined) throw new DeskError("run.notFound", { runId });
  return runFrom(row);
}

export async function findRun(db: Kysely<DeskSchema>, runId: number): Promise<StoredRun | undefined> {
  const row = await markedRuns(db)
    .selectAll("pricing_run")
    .select([
      "pricing_run.name as saved_as",
      "run_mark.name",
      "run_mark.note",
      "run_mark.is_starred",
      "run_mark.predecessor_id",
      "run_mark.case_name",
      "run_mark.saved_by",
    ])
    .where("pricing_run.id", "=", runId)
    .executeTakeFirst();
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
      statement: { name: row.saved_as, createdAt: row.created_at, sources: stored(row.sources) },
      contentHash: row.content_hash,
    },
    inputs: row.inputs,
    loanResults: row.loan_results,
  };
}

const loansPerRead = 5000;

/** What the loans of a package are called now, in its order; without a contract number where a row was taken out since. */
export async function readLoanNames(db: Kysely<DeskSchema>, { tapeId, ids }: Pick<LoadedPackage, "tapeId" | "ids">): Promise<NamedLoan[]> {
  const names: NamedLoan[] = Array.from({ length: ids.count }, (_, place) => ({ id: idAt(ids, place), contractNo: "", debtorName: null }));
  const places = new PlaceFinder(ids);
  for (const { from, to } of idRanges(ids, loansPerRead)) {
    const rows = await db
      .selectFrom("loan")
      .select(["id", "contract_no", "debtor_name"])
      .where("tape_id", "=", tapeId)
      .where("id", ">=", from)
      .where("id", "<", to)
      .orderBy("id")
      .execute();
    for (const { id, contract_no, debtor_name } of rows) {
      const place = places.of(id);
      if (place !== null) names[place] = { id, contractNo: contract_no, debtorName: debtor_name };
    }
    await yieldToLoop();
  }
  return names;
}

/** The run before, where the tape has another version since or the desk wanted a bridge to that one, too: then the memo needs no choice. */
async function predecessorOf(db: Kysely<DeskSchema>, { dealId, tapeId }: Pick<NewRun, "dealId" | "tapeId">): Promise<number | null> {
  const last = await markedRuns(db)
    .innerJoin("tape", "tape.id", "pricing_run.tape_id")
    .select(["pricing_run.id", "pricing_run.tape_id", "run_mark.predecessor_id", "tape.undone_at"])
    .where("run_mark.deal_id", "=", dealId)
    .orderBy("pricing_run.id", "desc")
    .executeTakeFirst();
  if (last === undefined) return null;
  const isOfVersionBefore = last.tape_id !== tapeId && last.undone_at === null;
  return isOfVersionBefore || last.predecessor_id !== null ? last.id : null;
}

/** Never that of a run that was erased. */
const nextRunId = sql<number>`(SELECT max(coalesce((SELECT max(id) FROM pricing_run), 0), coalesce((SELECT CAST(value AS INTEGER) FROM desk_mark WHERE name = 'lastRun'), 0)) + 1)`;

export async function insertRun(db: Kysely<DeskSchema>, run: NewRun): Promise<PricingRun> {
  const { id } = await db
    .insertInto("pricing_run")
    .values({
      id: nextRunId,
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
      content_hash: run.contentHash,
      run_hash: run.runHash,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { name, caseName, savedBy } = run;
  const mark = {
    run_id: id,
    deal_id: run.dealId,
    name,
    note: "",
    is_starred: 0,
    predecessor_id: await predecessorOf(db, run),
    case_name: caseName,
    saved_by: savedBy,
  };
  await db.insertInto("run_mark").values(mark).execute();
  return getRun(db, id);
}
