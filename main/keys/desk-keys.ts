import { existsSync } from "node:fs";
import { isPlainFile } from "../db/database-header.ts";
import type { DataKey } from "../db/sqlite-file.ts";
import type { DeskLock } from "./encryption-handlers.ts";
import { findKeyFile, idOfKey, type KeyFile, keyFromSecret, keyFromStore, readKeyFile, writeKeyFile } from "./key-file.ts";
import type { KeyStore } from "./key-store.ts";

export interface DeskKeys {
  /** For the page while it waits. */
  readonly lock: DeskLock;
  /** Whether somebody is asked at present. */
  readonly isLocked: () => boolean;
  /** The key of the desk's file: null for one in clear, from the system's key store, or once somebody typed what opens it. */
  keyFor(databaseFile: string): Promise<DataKey>;
  /** Of a desk that was just encrypted, or opened before. */
  remember(key: Uint8Array): void;
}

/** Finds the key of a desk, and asks for it where the system's key store doesn't have it. `ask` shows the page on which it is typed. */
export function createDeskKeys(store: KeyStore | null, ask: () => Promise<void>): DeskKeys {
  const known = new Map<string, Uint8Array>();
  let waiting: { readonly keyFile: KeyFile; readonly settle: (key: Uint8Array) => void } | null = null;
  const remember = (key: Uint8Array) => void known.set(idOfKey(key), key);

  /** A key store that lost the key gets it again, and so does a desk whose key file came from a backup. */
  const mend = (databaseFile: string, keyFile: KeyFile, key: Uint8Array) => {
    const sealed =
      store !== null && keyFile.store !== null && keyFromStore(keyFile, store) === null ? { name: store.name, sealed: store.seal(key) } : keyFile.store;
    if (sealed !== keyFile.store || readKeyFile(databaseFile) === null) writeKeyFile(databaseFile, { ...keyFile, store: sealed });
  };
  return {
    lock: {
      state: () => ({
        isLocked: waiting !== null,
        hasPassphrase: waiting?.keyFile.passphrase !== null,
        isStoreLost: waiting !== null && waiting.keyFile.store !== null,
      }),
      open: async (kind, passphrase) => {
        if (waiting === null) return;
        const { keyFile, settle } = waiting;
        settle(await keyFromSecret(keyFile, kind, passphrase));
      },
    },
    isLocked: () => waiting !== null,
    remember,
    keyFor: async (databaseFile) => {
      if (!existsSync(databaseFile) || isPlainFile(databaseFile)) return null;
      const keyFile = findKeyFile(databaseFile);
      // What is no desk at all, or one without its key: opening it says which.
      if (keyFile === null) return null;
      const found = known.get(keyFile.id) ?? keyFromStore(keyFile, store);
      if (found !== null) {
        remember(found);
        return found;
      }
      const typed = new Promise<Uint8Array>((settle) => {
        waiting = { keyFile, settle };
      });
      await ask();
      const key = await typed;
      waiting = null;
      mend(databaseFile, keyFile, key);
      remember(key);
      return key;
    },
  };
}
