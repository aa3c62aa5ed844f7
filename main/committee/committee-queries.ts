import type { Kysely } from "kysely";
import { type StepDetail, type StepKind, stepDetailSchema, stepKinds } from "../../shared/domain/approval.ts";
import { type ApprovalState, type VoteRule, voteRulesSchema } from "../../shared/domain/committee.ts";
import type { DeskSchema } from "../db/schema.ts";

export interface StoredPaper {
  readonly id: number;
  readonly dealId: number;
  readonly state: ApprovalState;
  readonly carriedFrom: string | null;
  readonly runId: number | null;
  readonly runHash: string | null;
  readonly inputsHash: string | null;
  readonly memoHash: string | null;
  readonly askedFen: number | null;
  readonly reasoning: string;
  readonly madeBy: number | null;
  readonly madeByName: string;
  readonly madeAt: string;
  readonly rule: string | null;
  readonly limitFen: number | null;
  readonly terms: string;
  readonly conditions: string;
  readonly expiresOn: string | null;
}

const columns = [
  "id",
  "deal_id as dealId",
  "state",
  "carried_from as carriedFrom",
  "run_id as runId",
  "run_hash as runHash",
  "inputs_hash as inputsHash",
  "memo_hash as memoHash",
  "asked_fen as askedFen",
  "reasoning",
  "made_by as madeBy",
  "made_by_name as madeByName",
  "made_at as madeAt",
  "rule",
  "limit_fen as limitFen",
  "terms",
  "conditions",
  "expires_on as expiresOn",
] as const;

/** The latest first. */
export async function listPapers(db: Kysely<DeskSchema>, dealId: number): Promise<StoredPaper[]> {
  return db.selectFrom("submission").select(columns).where("deal_id", "=", dealId).orderBy("id", "desc").execute();
}

export async function findPaperOfRun(db: Kysely<DeskSchema>, runId: number): Promise<StoredPaper | undefined> {
  return db.selectFrom("submission").select(columns).where("run_id", "=", runId).orderBy("id", "desc").limit(1).executeTakeFirst();
}

type NewPaper = Pick<
  StoredPaper,
  "dealId" | "runId" | "runHash" | "inputsHash" | "memoHash" | "askedFen" | "reasoning" | "madeBy" | "madeByName" | "madeAt"
> & {
  readonly memo: Uint8Array;
};

/** The memo that was frozen with a paper, packed; null where it has none. */
export async function findMemo(db: Kysely<DeskSchema>, paperId: number): Promise<Uint8Array | null> {
  const row = await db.selectFrom("submission").select("memo").where("id", "=", paperId).executeTakeFirst();
  return row?.memo ?? null;
}

/** Answers the id of the new row. */
export async function insertPaper(db: Kysely<DeskSchema>, paper: NewPaper): Promise<number> {
  const { id } = await db
    .insertInto("submission")
    .values({
      deal_id: paper.dealId,
      state: "submitted",
      carried_from: null,
      run_id: paper.runId,
      run_hash: paper.runHash,
      inputs_hash: paper.inputsHash,
      memo_hash: paper.memoHash,
      memo: paper.memo,
      asked_fen: paper.askedFen,
      reasoning: paper.reasoning,
      made_by: paper.madeBy,
      made_by_name: paper.madeByName,
      made_at: paper.madeAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

interface PaperChange {
  readonly state?: ApprovalState;
  readonly rule?: string;
  readonly limitFen?: number;
  readonly terms?: string;
  readonly conditions?: string;
  readonly expiresOn?: string | null;
}

export async function updatePaper(db: Kysely<DeskSchema>, id: number, { state, rule, limitFen, terms, conditions, expiresOn }: PaperChange): Promise<void> {
  const set = {
    ...(state === undefined ? {} : { state }),
    ...(rule === undefined ? {} : { rule }),
    ...(limitFen === undefined ? {} : { limit_fen: limitFen }),
    ...(terms === undefined ? {} : { terms }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(expiresOn === undefined ? {} : { expires_on: expiresOn }),
  };
  if (Object.keys(set).length > 0) await db.updateTable("submission").set(set).where("id", "=", id).execute();
}

export interface StoredAction {
  readonly id: number;
  readonly kind: StepKind;
  readonly personId: number | null;
  readonly name: string;
  readonly at: string;
  readonly reason: string;
  readonly detail: StepDetail;
  readonly signedHash: string | null;
  readonly signature: string | null;
}

export async function listActions(db: Kysely<DeskSchema>, paperId: number): Promise<StoredAction[]> {
  const rows = await db.selectFrom("committee_action").selectAll().where("submission_id", "=", paperId).orderBy("id").execute();
  return rows.flatMap((row) => {
    const kind = stepKinds.find((one) => one === row.kind);
    const detail = stepDetailSchema.parse(JSON.parse(row.detail));
    const { id, name, at, reason, signature } = row;
    return kind === undefined ? [] : [{ id, kind, name, at, reason, detail, signature, personId: row.person_id, signedHash: row.signed_hash }];
  });
}

export async function insertAction(db: Kysely<DeskSchema>, paperId: number, action: Omit<StoredAction, "id">): Promise<void> {
  const { kind, personId, name, at, reason, detail, signedHash, signature } = action;
  await db
    .insertInto("committee_action")
    .values({ submission_id: paperId, kind, person_id: personId, name, at, reason, detail: JSON.stringify(detail), signed_hash: signedHash, signature })
    .execute();
}

const ruleName = "vote";

/** Null: the house stated none of its own. */
export async function findRules(db: Kysely<DeskSchema>): Promise<VoteRule[] | null> {
  const row = await db.selectFrom("house_rule").select("content").where("name", "=", ruleName).executeTakeFirst();
  return row === undefined ? null : voteRulesSchema.parse(JSON.parse(row.content));
}

export async function putRules(db: Kysely<DeskSchema>, rules: readonly VoteRule[]): Promise<void> {
  const content = JSON.stringify(rules);
  await db
    .insertInto("house_rule")
    .values({ name: ruleName, content })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ content }))
    .execute();
}
