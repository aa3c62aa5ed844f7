import type { Kysely } from "kysely";
import { type ComplianceRule, type RuleAnswer, type RuleInput, ruleAnswerSchema, ruleRowSchema } from "../../shared/domain/compliance.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";

type Desk = Kysely<DeskSchema>;

export async function listRules(db: Desk): Promise<ComplianceRule[]> {
  const rows = await db.selectFrom("compliance_rule").selectAll().orderBy("id").execute();
  return rows.map(({ id, body, seeded }) => ruleRowSchema.parse({ ...(JSON.parse(body) as object), id, seeded: seeded === 1 }));
}

export async function insertRule(db: Desk, rule: RuleInput): Promise<void> {
  await db
    .insertInto("compliance_rule")
    .values({ code: rule.code, body: canonicalJson(rule), seeded: 1 })
    .execute();
}

/** Null where the id isn't that of the rule. What the desk edits is its own. */
export async function updateRule(db: Desk, id: number, rule: RuleInput): Promise<ComplianceRule | null> {
  const row = await db
    .updateTable("compliance_rule")
    .set({ body: canonicalJson(rule), seeded: 0 })
    .where("id", "=", id)
    .where("code", "=", rule.code)
    .returning("id")
    .executeTakeFirst();
  return row === undefined ? null : { ...rule, id, seeded: false };
}

/** By the code of the rule. */
export async function listAnswers(db: Desk, dealId: number): Promise<Record<string, RuleAnswer>> {
  const rows = await db.selectFrom("compliance_answer").selectAll().where("deal_id", "=", dealId).execute();
  return Object.fromEntries(rows.map(({ code, body }) => [code, ruleAnswerSchema.parse(JSON.parse(body))]));
}

export async function findAnswerId(db: Desk, dealId: number, code: string): Promise<number | null> {
  const row = await db.selectFrom("compliance_answer").select("id").where("deal_id", "=", dealId).where("code", "=", code).executeTakeFirst();
  return row?.id ?? null;
}

/** Answers the id of the row. */
export async function putAnswer(db: Desk, dealId: number, code: string, answer: RuleAnswer): Promise<number> {
  const body = canonicalJson(answer);
  const { id } = await db
    .insertInto("compliance_answer")
    .values({ deal_id: dealId, code, body })
    .onConflict((conflict) => conflict.columns(["deal_id", "code"]).doUpdateSet({ body }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
