import type { Kysely } from "kysely";
import { personRolesSchema, type Role } from "../../shared/domain/people.ts";
import type { DeskSchema } from "../db/schema.ts";

export interface StoredPerson {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly publicKey: string;
  readonly keyBox: string;
  readonly addedAt: string;
  readonly retiredAt: string | null;
}

/** In the order in which they came, those that are retired too. */
export async function listPersons(db: Kysely<DeskSchema>): Promise<StoredPerson[]> {
  const rows = await db.selectFrom("person").selectAll().orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: personRolesSchema.parse(JSON.parse(row.roles)),
    publicKey: row.public_key,
    keyBox: row.key_box,
    addedAt: row.added_at,
    retiredAt: row.retired_at,
  }));
}

type NewPerson = Pick<StoredPerson, "name" | "roles" | "publicKey" | "keyBox" | "addedAt">;

export async function insertPerson(db: Kysely<DeskSchema>, { name, roles, publicKey, keyBox, addedAt }: NewPerson): Promise<void> {
  await db
    .insertInto("person")
    .values({ name, roles: JSON.stringify(roles), public_key: publicKey, key_box: keyBox, added_at: addedAt, retired_at: null })
    .execute();
}

export async function setRoles(db: Kysely<DeskSchema>, id: number, roles: readonly Role[]): Promise<void> {
  await db
    .updateTable("person")
    .set({ roles: JSON.stringify(roles) })
    .where("id", "=", id)
    .execute();
}

export async function setKeyBox(db: Kysely<DeskSchema>, id: number, keyBox: string): Promise<void> {
  await db.updateTable("person").set({ key_box: keyBox }).where("id", "=", id).execute();
}

export async function setRetired(db: Kysely<DeskSchema>, id: number, retiredAt: string): Promise<void> {
  await db.updateTable("person").set({ retired_at: retiredAt }).where("id", "=", id).execute();
}
