import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { encryptionFeature } from "../../shared/contract/encryption-channels.ts";
import type { LockState } from "../../shared/domain/encryption.ts";
import type { EncryptionService } from "./encryption-service.ts";
import type { SecretKind } from "./key-file.ts";

/** What the page asks before a desk is open. */
export interface DeskLock {
  state(): LockState;
  open(kind: SecretKind, passphrase: string): Promise<void>;
}

interface AskedLock {
  readonly lock: DeskLock;
}

export const lockHandlers = (asked: AskedLock): Pick<HandlersOf<typeof encryptionFeature>, "lock.state" | "lock.open"> => ({
  "lock.state": () => asked.lock.state(),
  "lock.open": ({ kind, passphrase }) => asked.lock.open(kind, passphrase),
});

export const encryptionHandlers = (
  encryption: EncryptionService,
  asked: AskedLock,
  assertMayEncrypt: () => Promise<unknown>,
): HandlersOf<typeof encryptionFeature> => ({
  ...lockHandlers(asked),
  "encryption.state": () => encryption.state(),
  "encryption.newCode": () => encryption.newCode(),
  "encryption.encrypt": async ({ recoveryCode, passphrase }) => {
    await assertMayEncrypt();
    await encryption.encrypt(recoveryCode, passphrase);
  },
  "encryption.setPassphrase": async ({ passphrase }) => {
    await assertMayEncrypt();
    await encryption.setPassphrase(passphrase);
  },
  "encryption.setCode": async ({ recoveryCode }) => {
    await assertMayEncrypt();
    await encryption.setCode(recoveryCode);
  },
});
