import type { Kysely } from "kysely";
import { asTemplate, completeForm, type MemoForm, memoFormSchema, usualMemoForm } from "../../shared/domain/memo-form.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";

/** A form as it was at some time. */
interface MemoFormVersion {
  readonly id: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly form: MemoForm;
}

export interface MemoFormService {
  /** How the desk wants the memo of a deal; the usual form where nothing was said. */
  of(dealId: number): Promise<MemoForm>;
  /** What one hand types within a few minutes is one version. */
  save(dealId: number, form: MemoForm): Promise<void>;
  /** The latest first. */
  versions(dealId: number): Promise<MemoFormVersion[]>;
  templates(): Promise<{ readonly id: number; readonly name: string; readonly form: MemoForm }[]>;
  /** Puts a form under a name of the house, in place of the one before. */
  saveTemplate(name: string, form: MemoForm): Promise<void>;
  removeTemplate(templateId: number): Promise<void>;
}

interface MemoFormParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

/** Typing within this time of a version's beginning goes on with it. */
const oneSittingMs = 10 * 60_000;
const mostVersions = 50;

const formFrom = (body: string): MemoForm => completeForm(memoFormSchema.parse(JSON.parse(body)));

async function latest(db: Kysely<DeskSchema>, dealId: number) {
  return db.selectFrom("memo_form").selectAll().where("deal_id", "=", dealId).orderBy("id", "desc").limit(1).executeTakeFirst();
}

/** Forms of memos: one for each deal with its versions, and those of the house. */
export function createMemoFormService({ db, now, author }: MemoFormParts): MemoFormService {
  const { kysely } = db;
  return {
    of: async (dealId) => {
      const row = await latest(kysely, dealId);
      return row === undefined ? usualMemoForm : formFrom(row.body);
    },
    save: async (dealId, form) => {
      const savedBy = await author();
      const savedAt = now();
      const body = JSON.stringify(form);
      await kysely.transaction().execute(async (trx) => {
        await getOpenDeal(trx, dealId);
        const before = await latest(trx, dealId);
        const goesOn = before !== undefined && before.saved_by === savedBy && Date.parse(savedAt) - Date.parse(before.begun_at) < oneSittingMs;
        if (goesOn) await trx.updateTable("memo_form").set({ body, saved_at: savedAt }).where("id", "=", before.id).execute();
        else await trx.insertInto("memo_form").values({ deal_id: dealId, body, saved_by: savedBy, begun_at: savedAt, saved_at: savedAt }).execute();
      });
    },
    versions: async (dealId) => {
      await getDeal(kysely, dealId);
      const rows = await kysely.selectFrom("memo_form").selectAll().where("deal_id", "=", dealId).orderBy("id", "desc").limit(mostVersions).execute();
      return rows.map((row) => ({ id: row.id, savedAt: row.saved_at, savedBy: row.saved_by, form: formFrom(row.body) }));
    },
    templates: async () => {
      const rows = await kysely.selectFrom("memo_template").selectAll().orderBy("name").execute();
      return rows.map(({ id, name, body }) => ({ id, name, form: formFrom(body) }));
    },
    saveTemplate: async (name, form) => {
      const body = JSON.stringify(asTemplate(form));
      await kysely
        .insertInto("memo_template")
        .values({ name, body })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ body }))
        .execute();
    },
    removeTemplate: async (templateId) => {
      const { numDeletedRows } = await kysely.deleteFrom("memo_template").where("id", "=", templateId).executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new DeskError("memo.templateNotFound", { templateId });
    },
  };
}
