import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";

/** What the trail vouches for beside its own events: a paper with its votes, a sale with its bids, a person with the key. */
interface Sealed {
  /** Tables whose rows belong to it, with the column that names it; its own first. */
  readonly tables: readonly (readonly [table: string, idColumn: string])[];
  /** Each gives its rows as texts of a stated order and stated columns, so that a later schema changes none of them. */
  readonly texts: readonly string[];
}

const sealed: Readonly<Record<string, Sealed>> = {
  paper: {
    tables: [
      ["submission", "id"],
      ["committee_action", "submission_id"],
    ],
    texts: [
      `SELECT json_array(deal_id, state, run_hash, inputs_hash, memo_hash, asked_fen, reasoning, made_by, made_by_name, made_at, rule, limit_fen, terms,
        conditions, expires_on) FROM submission WHERE id = ?`,
      "SELECT json_array(id, kind, person_id, name, at, reason, detail, signed_hash, signature) FROM committee_action WHERE submission_id = ? ORDER BY id",
    ],
  },
  round: {
    tables: [
      ["bid_round", "id"],
      ["bid_event", "round_id"],
    ],
    texts: [
      `SELECT json_array(deal_id, sale_form, list_fen, step_fen, raiser, opened_at, opened_by, closed_at, result, reason, winner, winner_fen)
        FROM bid_round WHERE id = ?`,
      "SELECT json_array(id, kind, amount_fen, at, typed_by, bidder, note, is_struck) FROM bid_event WHERE round_id = ? ORDER BY id",
    ],
  },
  person: { tables: [["person", "id"]], texts: ["SELECT json_array(name, roles, public_key, added_at, retired_at) FROM person WHERE id = ?"] },
};

/** By what they name (`paper:3`), the hash of what was there; null: it is gone. */
export type Seals = Readonly<Record<string, string | null>>;

function hashOfRows(raw: Database, key: string): string | null {
  const [kind = "", id = ""] = key.split(":");
  const [own = [], ...others] = (sealed[kind]?.texts ?? []).map((query) => raw.prepare<[number], string>(query).pluck().all(Number(id)));
  if (own.length === 0) return null;
  return createHash("sha256")
    .update([own, ...others].map((rows) => rows.join("\n")).join("\n\n"))
    .digest("hex");
}

/** Notes on this connection which of them a transaction touches; `take` answers what they are now and begins anew. */
export function watchSealedRows(raw: Database): { readonly isTouched: () => boolean; readonly take: () => Seals } {
  const triggers = Object.entries(sealed).flatMap(([kind, { tables }]) =>
    tables.flatMap(([table, idColumn]) =>
      (["INSERT", "UPDATE", "DELETE"] as const).map(
        (deed) => `CREATE TEMP TRIGGER sealed_${table}_${deed} AFTER ${deed} ON main.${table}
          BEGIN INSERT OR IGNORE INTO sealed_touched VALUES ('${kind}:' || ${deed === "DELETE" ? "OLD" : "NEW"}.${idColumn}); END;`,
      ),
    ),
  );
  raw.exec(`CREATE TEMP TABLE sealed_touched (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; ${triggers.join("\n")}`);
  const any = raw.prepare<[], number>("SELECT EXISTS (SELECT 1 FROM temp.sealed_touched)").pluck();
  const all = raw.prepare<[], string>("SELECT key FROM temp.sealed_touched ORDER BY key").pluck();
  const none = raw.prepare("DELETE FROM temp.sealed_touched");
  return {
    isTouched: () => any.get() === 1,
    take: () => {
      const keys = all.all();
      if (keys.length > 0) none.run();
      return Object.fromEntries(keys.map((key) => [key, hashOfRows(raw, key)]));
    },
  };
}

/** Reads the seals of an event's content. */
export function sealsOf(content: string | undefined): Seals {
  if (content === undefined || !content.includes('"seals":{')) return {};
  const { seals } = JSON.parse(content) as { readonly seals?: Seals }; // written by the trail, and hashed
  return seals ?? {};
}

/** The first event whose seal doesn't fit what the desk holds now, among the last of each; null: all fit. */
export function brokenSeal(raw: Database, last: ReadonlyMap<string, { readonly eventId: number; readonly hash: string | null }>): number | null {
  const broken = [...last].filter(([key, { hash }]) => hashOfRows(raw, key) !== hash).map(([, { eventId }]) => eventId);
  return broken.length === 0 ? null : Math.min(...broken);
}
