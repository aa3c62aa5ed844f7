import { createCipheriv, createDecipheriv, createPrivateKey, generateKeyPair, type KeyObject, randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

/** A private key under a passphrase: scrypt makes the key of AES-256-GCM, which also says whether the passphrase is right. */
const keyBoxSchema = z.object({
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
});
type KeyBox = z.infer<typeof keyBoxSchema>;

/** 64 MiB and a fraction of a second a guess; it runs in Node's own threads. */
const cost = { n: 65_536, r: 8, p: 1 } as const;
const memoryLimit = 256 * 1024 * 1024;
const cipher = "aes-256-gcm";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const makePair = promisify(generateKeyPair);

const keyOf = (passphrase: string, salt: string, { n, r, p }: Pick<KeyBox, "n" | "r" | "p">): Promise<Buffer> =>
  // One passphrase, however its signs were composed.
  derive(passphrase.normalize("NFKC"), Buffer.from(salt, "base64"), 32, { N: n, r, p, maxmem: memoryLimit });

export async function sealKey(privateKey: KeyObject, passphrase: string): Promise<string> {
  const [salt, iv] = [randomBytes(16).toString("base64"), randomBytes(12)];
  const sealing = createCipheriv(cipher, await keyOf(passphrase, salt, cost), iv);
  const sealed = Buffer.concat([sealing.update(privateKey.export({ format: "der", type: "pkcs8" })), sealing.final()]);
  const box: KeyBox = { ...cost, salt, iv: iv.toString("base64"), tag: sealing.getAuthTag().toString("base64"), sealed: sealed.toString("base64") };
  return JSON.stringify(box);
}

/** The key; null for a wrong passphrase. */
export async function openKey(box: string, passphrase: string): Promise<KeyObject | null> {
  const { salt, iv, tag, sealed, ...stated } = keyBoxSchema.parse(JSON.parse(box));
  const opening = createDecipheriv(cipher, await keyOf(passphrase, salt, stated), Buffer.from(iv, "base64"), { authTagLength: 16 });
  opening.setAuthTag(Buffer.from(tag, "base64"));
  try {
    const key = Buffer.concat([opening.update(Buffer.from(sealed, "base64")), opening.final()]);
    return createPrivateKey({ key, format: "der", type: "pkcs8" });
  } catch {
    return null;
  }
}

/** A new Ed25519 pair, the public key as SPKI in base64. */
export async function newKeys(): Promise<{ readonly publicKey: string; readonly privateKey: KeyObject }> {
  const { publicKey, privateKey } = await makePair("ed25519");
  return { publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"), privateKey };
}
