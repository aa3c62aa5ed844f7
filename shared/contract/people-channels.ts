import { z } from "zod";
import { passphraseSchema, peopleSchema, personNameSchema, personRolesSchema, sessionSchema } from "../domain/people.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const personId = z.object({ personId: z.number().int().positive() });
/** One that is entered is compared, whatever its length. */
const entered = z.string().min(1).max(200);

const channels = {
  /** All persons, those that are retired too. */
  "people.list": read(z.void(), peopleSchema),
  "people.session": read(z.void(), sessionSchema),
  /** The first person is an administrator; each later one is added by an administrator whose key is open. */
  "people.add": write(z.object({ name: personNameSchema, roles: personRolesSchema, passphrase: passphraseSchema }), peopleSchema, {
    changes: ["people.list", "trail.list"],
  }),
  "people.setRoles": write(personId.extend({ roles: personRolesSchema }), peopleSchema, { changes: ["people.list", "people.session", "trail.list"] }),
  "people.retire": write(personId, peopleSchema, { changes: ["people.list", "people.session", "trail.list"] }),
  "people.changePassphrase": write(personId.extend({ passphrase: entered, newPassphrase: passphraseSchema }), z.void(), {
    changes: ["people.list", "trail.list"],
  }),
  /** Opens the key of a person; the one that was open is locked. */
  "people.unlock": write(personId.extend({ passphrase: entered }), sessionSchema, { changes: ["people.session", "trail.list"] }),
  "people.lock": write(z.void(), z.null(), { changes: ["people.session", "trail.list"] }),
  /** Somebody works: the key that is open stays open. */
  "people.touch": write(z.void(), sessionSchema, { changes: [] }),
} as const;

export const peopleFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["person.notFound", "person.nameTaken", "person.locked", "person.roleMissing", "person.wrongPassphrase", "person.lastAdministrator"],
} as const satisfies FeatureContract;
