import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

/** Bytes under a secret: scrypt makes the key of AES-256-GCM, which also says whether the secret is right. */
export const sealedBoxSchema = z.object({
  n: z.number().int().min(2).max(1_048_576),
  r: z.number().int().min(1).max(32),
  p: z.number().int().min(1).max(16),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
});
export type SealedBox = z.infer<typeof sealedBoxSchema>;

/** 64 MiB and a fraction of a second a guess; it runs in Node's own threads. */
const cost = { n: 65_536, r: 8, p: 1 } as const;
const memoryLimit = 256 * 1024 * 1024;
const cipher = "aes-256-gcm";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const keyOf = (secret: string, salt: string, { n, r, p }: Pick<SealedBox, "n" | "r" | "p">): Promise<Buffer> =>
  // One secret, however its signs were composed.
  derive(secret.normalize("NFKC"), Buffer.from(salt, "base64"), 32, { N: n, r, p, maxmem: memoryLimit });

export async function sealBytes(bytes: Uint8Array, secret: string): Promise<SealedBox> {
  const [salt, iv] = [randomBytes(16).toString("base64"), randomBytes(12)];
  const sealing = createCipheriv(cipher, await keyOf(secret, salt, cost), iv);
  const sealed = Buffer.concat([sealing.update(bytes), sealing.final()]);
  return { ...cost, salt, iv: iv.toString("base64"), tag: sealing.getAuthTag().toString("base64"), sealed: sealed.toString("base64") };
}

/** The bytes; null for a wrong secret. */
export async function openSealed(box: SealedBox, secret: string): Promise<Buffer | null> {
  const { salt, iv, tag, sealed, ...stated } = box;
  const key = await keyOf(secret, salt, stated);
  try {
    const opening = createDecipheriv(cipher, key, Buffer.from(iv, "base64"), { authTagLength: 16 });
    opening.setAuthTag(Buffer.from(tag, "base64"));
    return Buffer.concat([opening.update(Buffer.from(sealed, "base64")), opening.final()]);
  } catch {
    return null;
  }
}
