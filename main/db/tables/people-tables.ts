import type { Generated } from "kysely";
import type { Fixed } from "./column-types.ts";

/** Persons of the workstation; one that is retired keeps the key that earlier signatures are checked with. */
interface PersonTable {
  id: Generated<number>;
  name: Fixed<string>;
  /** Role[] as JSON. */
  roles: string;
  /** SPKI in base64. */
  public_key: Fixed<string>;
  /** The private key under the passphrase, as JSON. */
  key_box: string;
  added_at: Fixed<string>;
  retired_at: string | null;
}

/** Triggers refuse UPDATE and DELETE. */
interface AuditEventTable {
  id: Fixed<number>;
  at: Fixed<string>;
  kind: Fixed<string>;
  deal_id: Fixed<number | null>;
  subject: Fixed<string>;
  person_id: Fixed<number | null>;
  /** Fingerprint of the key that signed. */
  signer: Fixed<string | null>;
  value_hash: Fixed<string>;
  previous: Fixed<string>;
  hash: Fixed<string>;
  signature: Fixed<string | null>;
}

/** What an event says of persons and values, which may be erased: the chain holds its salted hash alone. */
interface AuditValueTable {
  event_id: Fixed<number>;
  salt: Fixed<string>;
  content: Fixed<string>;
}

/** Persons, and the trail of what was done. */
export interface PeopleTables {
  person: PersonTable;
  audit_event: AuditEventTable;
  audit_value: AuditValueTable;
}
