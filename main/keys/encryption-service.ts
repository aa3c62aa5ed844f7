import type { EncryptionState } from "../../shared/domain/encryption.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { codeAsTyped, findKeyFile, idOfKey, type KeyFile, newDataKey, sealKeyFile, writeKeyFile } from "./key-file.ts";
import type { KeyStore } from "./key-store.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { sealBytes } from "./sealed-box.ts";

/** A desk that is to be encrypted. */
export interface EncryptOrder {
  readonly key: Uint8Array;
  readonly keyFile: KeyFile;
}

export interface EncryptionService {
  state(): EncryptionState;
  /** A recovery code that counts once it is typed back. */
  newCode(): { readonly recoveryCode: string };
  /** Has the app close the desk, encrypt it and open it again. */
  encrypt(recoveryCode: string, passphrase: string | null): Promise<void>;
  setPassphrase(passphrase: string): Promise<void>;
  setCode(recoveryCode: string): Promise<void>;
}

export interface EncryptionPorts {
  readonly store: KeyStore | null;
  /** Returns before it begins. */
  readonly encryptDesk: (order: EncryptOrder) => void;
  /** The last try to encrypt failed, and the desk is as it was. */
  readonly hasFailed: boolean;
}

interface EncryptionParts extends EncryptionPorts {
  readonly db: Pick<DeskDatabase, "file" | "forWorkers">;
  readonly backups: { plainCount(): number; bringKeys(): void };
}

export function createEncryptionService({ db, store, backups, encryptDesk, hasFailed }: EncryptionParts): EncryptionService {
  let shown: string | null = null;

  const confirmed = (typed: string): string => {
    const code = codeAsTyped(typed);
    if (code !== shown) throw new DeskError("encryption.codeDiffers");
    return code;
  };
  const keep = async (change: (own: Uint8Array) => Promise<Partial<KeyFile>>): Promise<void> => {
    const { key } = db.forWorkers;
    const found = key === null ? null : findKeyFile(db.file);
    if (key === null || found === null || found.id !== idOfKey(key)) throw new DeskError("encryption.notEncrypted");
    writeKeyFile(db.file, { ...found, ...(await change(key)) });
    backups.bringKeys();
  };
  return {
    state: () => {
      const { key } = db.forWorkers;
      const found = key === null ? null : findKeyFile(db.file);
      return {
        isEncrypted: key !== null,
        keyStore: store?.name ?? null,
        usesStore: found !== null && found.store !== null && store !== null,
        hasPassphrase: found !== null && found.passphrase !== null,
        plainBackups: backups.plainCount(),
        hasFailed,
      };
    },
    newCode: () => {
      shown = newRecoveryCode();
      return { recoveryCode: shown };
    },
    encrypt: async (typed, passphrase) => {
      if (db.forWorkers.key !== null) throw new DeskError("encryption.done");
      if (passphrase === null && store === null) throw new DeskError("encryption.passphraseMissing");
      const code = confirmed(typed);
      const made = newDataKey();
      encryptDesk({ key: made, keyFile: await sealKeyFile(made, code, passphrase, store) });
    },
    setPassphrase: (passphrase) => keep(async (own) => ({ passphrase: await sealBytes(own, passphrase) })),
    setCode: async (typed) => {
      const code = confirmed(typed);
      await keep(async (own) => ({ recovery: await sealBytes(own, code) }));
      shown = null;
    },
  };
}
