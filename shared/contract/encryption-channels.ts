import { z } from "zod";
import { encryptionStateSchema, lockStateSchema } from "../domain/encryption.ts";
import { passphraseSchema } from "../domain/people.ts";
import { type FeatureContract, read, write } from "./channel.ts";

/** One that is entered is compared, whatever its length. */
const entered = z.string().min(1).max(200);
const changes = ["encryption.state"] as const;

const channels = {
  "lock.state": read(z.void(), lockStateSchema),
  /** The only deed before a desk is open: its passphrase or recovery code. */
  "lock.open": write(z.object({ kind: z.enum(["passphrase", "recovery"]), passphrase: entered }), z.void(), { changes: [] }),
  "encryption.state": read(z.void(), encryptionStateSchema),
  /** A recovery code to be written down; it counts once it is typed back. */
  "encryption.newCode": write(z.void(), z.object({ recoveryCode: z.string() }), { changes: [] }),
  /** Everything closes, the file is encrypted and compared, and opens again. A passphrase can be left out where the system has a key store. */
  "encryption.encrypt": write(z.object({ recoveryCode: entered, passphrase: passphraseSchema.nullable() }), z.void(), { changes }),
  "encryption.setPassphrase": write(z.object({ passphrase: passphraseSchema }), z.void(), { changes }),
  "encryption.setCode": write(z.object({ recoveryCode: entered }), z.void(), { changes }),
} as const;

export const encryptionFeature = {
  channels,
  jobKinds: ["encryptDesk", "encryptBackup"],
  errorCodes: [
    "db.keyMissing",
    "lock.closed",
    "lock.wrongPassphrase",
    "lock.wrongCode",
    "lock.codeLength",
    "lock.codeMistyped",
    "encryption.done",
    "encryption.notEncrypted",
    "encryption.codeDiffers",
    "encryption.passphraseMissing",
  ],
} as const satisfies FeatureContract;
