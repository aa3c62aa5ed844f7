import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { openSealed, sealBytes, sealedBoxSchema } from "../keys/sealed-box.ts";

const makePair = promisify(generateKeyPair);

/** A private key under a passphrase. */
export const sealKey = async (privateKey: KeyObject, passphrase: string): Promise<string> =>
  JSON.stringify(await sealBytes(privateKey.export({ format: "der", type: "pkcs8" }), passphrase));

/** The key; null for a wrong passphrase. */
export async function openKey(box: string, passphrase: string): Promise<KeyObject | null> {
  const key = await openSealed(sealedBoxSchema.parse(JSON.parse(box)), passphrase);
  return key === null ? null : createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** A new Ed25519 pair, the public key as SPKI in base64. */
export async function newKeys(): Promise<{ readonly publicKey: string; readonly privateKey: KeyObject }> {
  const { publicKey, privateKey } = await makePair("ed25519");
  return { publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"), privateKey };
}
