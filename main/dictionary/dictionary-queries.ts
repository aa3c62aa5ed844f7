import { type Kysely, type NotNull, type Selectable, sql } from "kysely";
import { z } from "zod";
import { type KeptLayout, mostUnknownWords, type OwnWord } from "../../shared/contract/dictionary-channels.ts";
import { type TaughtWord, taughtWordSchema } from "../../shared/domain/seller-words.ts";
import type { DeskSchema } from "../db/schema.ts";
import { type RememberedSheet, rememberedSheetSchema } from "./seller-layout.ts";

/** Layouts that are kept; the one that was longest out of use goes first. */
const mostLayouts = 500;

/** A taught word as it is kept. */
export type StoredWord = Omit<OwnWord, "builtInCode">;

type WordRow = Selectable<DeskSchema["taught_word"]>;

/** A word whose field or code this version of the app doesn't have is left where it is, and is none. */
const wordsFrom = (rows: readonly WordRow[]): StoredWord[] =>
  rows.flatMap(({ id, field, word, code, taught_by, taught_at }) => {
    const known = taughtWordSchema.safeParse({ field, word, code });
    return known.success ? [{ ...known.data, id, taughtBy: taught_by, taughtAt: taught_at }] : [];
  });

export async function listWords(db: Kysely<DeskSchema>): Promise<StoredWord[]> {
  return wordsFrom(await db.selectFrom("taught_word").selectAll().orderBy("field").orderBy("word").execute());
}

export async function countWords(db: Kysely<DeskSchema>): Promise<number> {
  const { words } = await db
    .selectFrom("taught_word")
    .select(({ fn }) => fn.countAll<number>().as("words"))
    .executeTakeFirstOrThrow();
  return words;
}

interface WordToTeach extends TaughtWord {
  readonly key: string;
  readonly by: string;
  readonly now: string;
}

export async function writeWord(db: Kysely<DeskSchema>, { field, word, key, code, by, now }: WordToTeach): Promise<Pick<StoredWord, "id">> {
  const said = { word, code, taught_by: by, taught_at: now };
  const row = await db
    .insertInto("taught_word")
    .values({ field, word_key: key, ...said })
    .onConflict((conflict) => conflict.columns(["field", "word_key"]).doUpdateSet(said))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row;
}

export async function removeWord(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("taught_word").where("id", "=", id).execute();
}

/** What stands in cells of a tape for a code that nobody knows, with its rows. */
export async function readUnknownWords(db: Kysely<DeskSchema>, tapeId: number): Promise<{ field: string; word: string; rows: number }[]> {
  return db
    .selectFrom("tape_finding")
    .select(({ fn }) => ["field", "raw as word", fn.countAll<number>().as("rows")])
    .where("tape_id", "=", tapeId)
    .where("code", "=", "unknownCode")
    .where("field", "is not", null)
    .$narrowType<{ field: NotNull }>()
    .groupBy(["field", "raw"])
    .orderBy("rows", "desc")
    .orderBy("raw")
    .limit(mostUnknownWords)
    .execute();
}

export interface StoredLayout {
  readonly id: number;
  readonly seller: string;
  readonly fileName: string;
  readonly usedAt: string;
  readonly uses: number;
  readonly currency: "CNY" | null;
  readonly sheets: readonly RememberedSheet[];
}

/** The last used first; one that this version of the app can't read is none. */
export async function listLayouts(db: Kysely<DeskSchema>): Promise<StoredLayout[]> {
  const rows = await db.selectFrom("seller_layout").selectAll().orderBy("used_at", "desc").orderBy("id", "desc").execute();
  return rows.flatMap(({ id, seller, file_name, used_at, uses, currency, sheets }) => {
    const read = z.array(rememberedSheetSchema).safeParse(JSON.parse(sheets));
    return read.success ? [{ id, seller, fileName: file_name, usedAt: used_at, uses, currency: currency === "CNY" ? "CNY" : null, sheets: read.data }] : [];
  });
}

export const keptLayoutOf = ({ id, seller, fileName, usedAt, uses, sheets }: StoredLayout): KeptLayout => ({
  id,
  seller,
  fileName,
  usedAt,
  uses,
  sheets: sheets.length,
  columns: sheets.reduce((sum, { columns }) => sum + columns.filter(({ field }) => field !== null).length, 0),
});

export interface LayoutToKeep {
  readonly seller: string;
  readonly fingerprint: string;
  readonly sheets: readonly RememberedSheet[];
  readonly currency: string | null;
  readonly fileName: string;
  readonly now: string;
}

/** Keeps how a list was mapped this time. */
export async function writeLayout(db: Kysely<DeskSchema>, { seller, fingerprint, sheets, currency, fileName, now }: LayoutToKeep): Promise<void> {
  const mapped = { sheets: JSON.stringify(sheets), currency, file_name: fileName, used_at: now };
  await db
    .insertInto("seller_layout")
    .values({ seller, fingerprint, uses: 1, ...mapped })
    .onConflict((conflict) => conflict.columns(["seller", "fingerprint"]).doUpdateSet({ ...mapped, uses: sql<number>`seller_layout.uses + 1` }))
    .execute();
  const kept = db.selectFrom("seller_layout").select("id").orderBy("used_at", "desc").orderBy("id", "desc").limit(mostLayouts);
  await db.deleteFrom("seller_layout").where("id", "not in", kept).execute();
}

export async function removeLayout(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("seller_layout").where("id", "=", id).execute();
}
