import { type KeyObject, sign } from "node:crypto";
import type { PersonSession } from "../../shared/domain/people.ts";
import { keyFingerprint } from "../audit/audit-chain.ts";
import type { TrailSigner } from "../audit/trail-service.ts";
import type { StoredPerson } from "./people-queries.ts";

interface OpenKey {
  readonly person: StoredPerson;
  readonly key: KeyObject;
  readonly idleMs: number;
  readonly locksAtMs: number;
}

interface KeyHolder {
  open(person: StoredPerson, key: KeyObject, idleMs: number): void;
  lock(): void;
  /** Somebody works: the key stays open. */
  touch(): void;
  person(): StoredPerson | null;
  /** The person as they are stored now; null locks. */
  replace(person: StoredPerson | null): void;
  session(): PersonSession;
  signer(): TrailSigner | null;
}

/** Holds the one signing key that is open, and forgets it once nobody works. */
export function createKeyHolder(clock: () => number): KeyHolder {
  let held: OpenKey | null = null;
  /** Else a key that nobody uses would stay in memory until somebody asks. */
  let timer: NodeJS.Timeout | undefined;

  const lock = (): void => {
    clearTimeout(timer);
    held = null;
  };
  const current = (): OpenKey | null => {
    if (held !== null && clock() >= held.locksAtMs) lock();
    return held;
  };
  const keep = (person: StoredPerson, key: KeyObject, idleMs: number): void => {
    clearTimeout(timer);
    held = { person, key, idleMs, locksAtMs: clock() + idleMs };
    timer = setTimeout(lock, idleMs);
    timer.unref();
  };
  return {
    open: keep,
    lock,
    touch: () => {
      const now = current();
      if (now !== null) keep(now.person, now.key, now.idleMs);
    },
    person: () => current()?.person ?? null,
    replace: (person) => {
      if (person === null) lock();
      else if (held !== null) held = { ...held, person };
    },
    session: () => {
      const now = current();
      if (now === null) return null;
      const { id, name, roles } = now.person;
      return { personId: id, name, roles: [...roles], locksAt: new Date(now.locksAtMs).toISOString() };
    },
    signer: () => {
      const now = current();
      if (now === null) return null;
      const { person, key } = now;
      return { personId: person.id, signer: keyFingerprint(person.publicKey), sign: (hash) => sign(null, Buffer.from(hash, "hex"), key).toString("base64") };
    },
  };
}
