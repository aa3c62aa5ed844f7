import { z } from "zod";

/** By what a desk that is not open yet can be opened. */
export const lockStateSchema = z.object({
  isLocked: z.boolean(),
  hasPassphrase: z.boolean(),
  /** The system's key store had the key, and no longer opens it: another user, another computer. */
  isStoreLost: z.boolean(),
});
export type LockState = z.infer<typeof lockStateSchema>;

export const encryptionStateSchema = z.object({
  isEncrypted: z.boolean(),
  /** Name of the system's key store; null where it has none that is worth the name. */
  keyStore: z.string().nullable(),
  usesStore: z.boolean(),
  hasPassphrase: z.boolean(),
  /** Backups that are still in clear beside an encrypted desk. */
  plainBackups: z.number().int().min(0),
  hasFailed: z.boolean(),
});
export type EncryptionState = z.infer<typeof encryptionStateSchema>;
