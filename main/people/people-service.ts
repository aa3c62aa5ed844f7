import type { Person, PersonSession, Role } from "../../shared/domain/people.ts";
import { isSameName } from "../../shared/domain/same-name.ts";
import { DeskError } from "../../shared/result.ts";
import { keyFingerprint } from "../audit/audit-chain.ts";
import type { TrailSigner } from "../audit/trail-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { newKeys, openKey, sealKey } from "./key-box.ts";
import { createKeyHolder } from "./key-holder.ts";
import { insertPerson, listPersons, type StoredPerson, setKeyBox, setRetired, setRoles } from "./people-queries.ts";

/** Who acts: a person whose key is open, or a name that was typed where the desk has no persons. */
export interface Actor {
  readonly personId: number | null;
  readonly name: string;
}

export interface PeopleService {
  list(): Promise<Person[]>;
  /** The first is an administrator; later ones an administrator adds. The passphrase is the new person's own. */
  add(name: string, roles: readonly Role[], passphrase: string): Promise<Person[]>;
  setRoles(personId: number, roles: readonly Role[]): Promise<Person[]>;
  /** Signs no more; what was signed stays verifiable. */
  retire(personId: number): Promise<Person[]>;
  changePassphrase(personId: number, passphrase: string, newPassphrase: string): Promise<void>;
  unlock(personId: number, passphrase: string): Promise<PersonSession>;
  lock(): null;
  /** Whose key is open; null: nobody's. */
  session(): PersonSession;
  /** Somebody works: the key stays open. */
  touch(): PersonSession;
  /** Who acts in one of the roles; person.locked, person.roleMissing. Where the desk has no persons, the name that is typed. */
  acting(...wanted: readonly Role[]): Promise<Actor>;
  /** For signing, in the very moment. */
  signer(): TrailSigner | null;
  publicKeys(): Promise<ReadonlyMap<number, string>>;
}

interface PeopleServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  /** Minutes without work after which the key locks. */
  readonly idleMinutes: () => Promise<number>;
  /** The name that is typed in the settings. */
  readonly author: () => Promise<string>;
}

const minuteMs = 60_000;

const saidOf = ({ id, name, roles, publicKey, addedAt, retiredAt }: StoredPerson): Person => ({
  id,
  name,
  roles: [...roles],
  fingerprint: keyFingerprint(publicKey),
  addedAt,
  retiredAt,
});

/** Persons of one workstation (人员与签名). A signature proves the key, and that whoever opened it knew the passphrase; no more. */
export function createPeopleService({ db, now, idleMinutes, author }: PeopleServiceParts): PeopleService {
  const { kysely } = db;
  const holder = createKeyHolder(() => Date.parse(now()));

  const list = async (): Promise<Person[]> => (await listPersons(kysely)).map(saidOf);
  const active = async () => (await listPersons(kysely)).filter(({ retiredAt }) => retiredAt === null);
  const found = async (personId: number): Promise<StoredPerson> => {
    const person = (await active()).find(({ id }) => id === personId);
    if (person === undefined) throw new DeskError("person.notFound", { personId });
    return person;
  };
  const acting = async (...wanted: readonly Role[]): Promise<Actor> => {
    if ((await active()).length === 0) return { personId: null, name: await author() };
    const person = holder.person();
    if (person === null) throw new DeskError("person.locked");
    if (!wanted.some((role) => person.roles.includes(role))) throw new DeskError("person.roleMissing", { name: person.name });
    return { personId: person.id, name: person.name };
  };
  /** Somebody must be left who can add the next. */
  const assertAdministrator = async (without: number, roles: readonly Role[]): Promise<void> => {
    const others = (await active()).filter(({ id }) => id !== without);
    if (!roles.includes("administrator") && !others.some((person) => person.roles.includes("administrator"))) throw new DeskError("person.lastAdministrator");
  };
  /** Whose key is open has the roles that are stored; the key of one who is retired is locked. */
  const changed = async (): Promise<Person[]> => {
    const open = holder.person();
    if (open !== null) holder.replace((await active()).find(({ id }) => id === open.id) ?? null);
    return list();
  };
  const opened = async (personId: number, passphrase: string) => {
    const person = await found(personId);
    const key = await openKey(person.keyBox, passphrase);
    if (key === null) throw new DeskError("person.wrongPassphrase");
    return { person, key };
  };

  return {
    list,
    add: async (name, roles, passphrase) => {
      const persons = await active();
      if (persons.length > 0) await acting("administrator");
      else if (!roles.includes("administrator")) throw new DeskError("person.lastAdministrator");
      if (persons.some((person) => isSameName(person.name, name))) throw new DeskError("person.nameTaken", { name });
      const { publicKey, privateKey } = await newKeys();
      await insertPerson(kysely, { name, roles, publicKey, keyBox: await sealKey(privateKey, passphrase), addedAt: now() });
      return list();
    },
    setRoles: async (personId, roles) => {
      await acting("administrator");
      await found(personId);
      await assertAdministrator(personId, roles);
      await setRoles(kysely, personId, roles);
      return changed();
    },
    retire: async (personId) => {
      await acting("administrator");
      await found(personId);
      await assertAdministrator(personId, []);
      await setRetired(kysely, personId, now());
      return changed();
    },
    changePassphrase: async (personId, passphrase, newPassphrase) => {
      const { key } = await opened(personId, passphrase);
      await setKeyBox(kysely, personId, await sealKey(key, newPassphrase));
    },
    unlock: async (personId, passphrase) => {
      const { person, key } = await opened(personId, passphrase);
      holder.open(person, key, (await idleMinutes()) * minuteMs);
      return holder.session();
    },
    lock: () => {
      holder.lock();
      return null;
    },
    session: holder.session,
    touch: () => {
      holder.touch();
      return holder.session();
    },
    acting,
    signer: holder.signer,
    publicKeys: async () => new Map((await listPersons(kysely)).map(({ id, publicKey }) => [id, publicKey])),
  };
}
