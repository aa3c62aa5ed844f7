import { safeStorage } from "electron";
import type { KeyStore } from "../keys/key-store.ts";

/** On Linux without a store of keys Electron seals by a password that is the same everywhere. */
const notReal = new Set(["basic_text", "unknown"]);

/** Null where the system has none that is worth the name. */
export function systemKeyStore(): KeyStore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  const name = process.platform === "linux" ? safeStorage.getSelectedStorageBackend() : process.platform;
  if (notReal.has(name)) return null;
  return {
    name,
    seal: (key) => safeStorage.encryptString(Buffer.from(key).toString("base64")).toString("base64"),
    open: (sealed) => {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(sealed, "base64")), "base64");
      } catch {
        return null;
      }
    },
  };
}
