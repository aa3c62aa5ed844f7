import type { Database } from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import type { FileInTrail, TrailEvent, TrailFilter, TrailHead } from "../../shared/domain/audit.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { ChainedEvent, KeysByPerson } from "./audit-chain.ts";

interface StoredHead {
  readonly id: number;
  readonly hash: string;
}

/** For the one who writes inside a transaction that is about to be committed. */
interface TrailWriter {
  head(): StoredHead | undefined;
  /** Who is said to work at the desk. */
  ownName(): string;
  append(event: ChainedEvent): void;
}

/** On the raw connection, in the very step in which the rest is committed: no other query comes between. */
export function trailWriter(raw: Database): TrailWriter {
  const head = raw.prepare<[], StoredHead>("SELECT id, hash FROM audit_event ORDER BY id DESC LIMIT 1");
  const ownName = raw.prepare<[], string>("SELECT value FROM setting WHERE key = 'ownName'").pluck();
  const event = raw.prepare(`INSERT INTO audit_event (id, at, kind, deal_id, subject, person_id, signer, value_hash, previous, hash, signature)
    VALUES (@id, @at, @kind, @dealId, @subject, @personId, @signer, @valueHash, @previous, @hash, @signature)`);
  const value = raw.prepare("INSERT INTO audit_value (event_id, salt, content) VALUES (?, ?, ?)");
  return {
    head: () => head.get(),
    ownName: () => ownName.get() ?? "",
    append: ({ value: said, ...chained }) => {
      event.run(chained);
      if (said !== null) value.run(chained.id, said.salt, said.content);
    },
  };
}

const dealOf = {
  runId: "SELECT deal_id FROM pricing_run WHERE id = ?",
  tapeId: "SELECT deal_id FROM tape WHERE id = ?",
  roundId: "SELECT deal_id FROM bid_round WHERE id = ?",
  submissionId: "SELECT deal_id FROM submission WHERE id = ?",
} as const;

/** The deal that what is named belongs to; null where it belongs to none. */
export function dealOfSubject(raw: Database, subject: Readonly<Record<string, number>>): number | null {
  for (const [name, query] of Object.entries(dealOf)) {
    const id = subject[name];
    const dealId = id === undefined ? undefined : raw.prepare<[number], number>(query).pluck().get(id);
    if (dealId !== undefined) return dealId;
  }
  return null;
}

export async function findHead(db: Kysely<DeskSchema>): Promise<TrailHead | null> {
  const row = await db.selectFrom("audit_event").select(["id", "hash"]).orderBy("id", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : { eventId: row.id, hash: row.hash };
}

function filtered(db: Kysely<DeskSchema>, { dealId, personId, area }: TrailFilter) {
  let query = db.selectFrom("audit_event as event");
  if (dealId !== null) query = query.where("event.deal_id", "=", dealId);
  if (personId !== null) query = query.where("event.person_id", "=", personId);
  if (area !== null) query = query.where("event.kind", "like", `${area}.%`);
  return query;
}

export async function countEvents(db: Kysely<DeskSchema>, filter: TrailFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select((is) => is.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** The latest first. */
export async function listTrail(db: Kysely<DeskSchema>, filter: TrailFilter, { offset, limit }: Slice): Promise<TrailEvent[]> {
  const rows = await filtered(db, filter)
    .leftJoin("deal", "deal.id", "event.deal_id")
    .leftJoin("person", "person.id", "event.person_id")
    .leftJoin("audit_value as said", "said.event_id", "event.id")
    .leftJoin("audit_event as before", (join) => join.on("before.id", "=", sql<number>`event.id - 1`))
    .select(["event.id", "event.at", "event.kind", "event.deal_id", "event.subject", "event.signature", "event.hash"])
    .select(["deal.name as deal_name", "person.name as person_name", "said.content", "before.at as at_before"])
    .orderBy("event.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    dealId: row.deal_id,
    dealName: row.deal_name,
    subject: JSON.parse(row.subject) as TrailEvent["subject"], // written by the trail
    personName: row.person_name,
    isSigned: row.signature !== null,
    isClockSetBack: row.at_before !== null && row.at < row.at_before,
    hash: row.hash,
    content: row.content,
  }));
}

/** The latest event that let out a file with this hash, among those whose content wasn't erased; null where none did. */
export function findOutgoing(raw: Database, sha256: string): FileInTrail["event"] {
  const query = `SELECT event.id, event.at, event.kind FROM audit_value AS said JOIN audit_event AS event ON event.id = said.event_id
    WHERE json_extract(said.content, '$.file.sha256') = ? ORDER BY event.id DESC LIMIT 1`;
  return raw.prepare<[string], NonNullable<FileInTrail["event"]>>(query).get(sha256) ?? null;
}

/** Erases what events of a deal say of persons and values; answers how many. */
export async function eraseValues(db: Kysely<DeskSchema>, dealId: number): Promise<number> {
  const ofDeal = db.selectFrom("audit_event").select("id").where("deal_id", "=", dealId);
  const { numDeletedRows } = await db.deleteFrom("audit_value").where("event_id", "in", ofDeal).executeTakeFirst();
  return Number(numDeletedRows);
}

interface StoredEvent {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly deal_id: number | null;
  readonly subject: string;
  readonly person_id: number | null;
  readonly signer: string | null;
  readonly value_hash: string;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string | null;
  readonly salt: string | null;
  readonly content: string | null;
}

/** Every event by its place in the chain, read row by row. */
export function* readChain(raw: Database): Generator<ChainedEvent> {
  const rows = raw.prepare<[], StoredEvent>(
    "SELECT e.*, v.salt, v.content FROM audit_event AS e LEFT JOIN audit_value AS v ON v.event_id = e.id ORDER BY e.id",
  );
  for (const row of rows.iterate())
    yield {
      id: row.id,
      at: row.at,
      kind: row.kind,
      dealId: row.deal_id,
      subject: row.subject,
      personId: row.person_id,
      signer: row.signer,
      valueHash: row.value_hash,
      previous: row.previous,
      hash: row.hash,
      signature: row.signature,
      value: row.salt === null || row.content === null ? null : { salt: row.salt, content: row.content },
    };
}

export function readKeys(raw: Database): KeysByPerson {
  const rows = raw.prepare<[], { readonly id: number; readonly public_key: string }>("SELECT id, public_key FROM person").all();
  return new Map(rows.map((row) => [row.id, row.public_key]));
}
