import { createDecipheriv, createHash } from "node:crypto";
import { littleEndian, passwordBytes } from "./unlocking.ts";

/** How one thing is enciphered and hashed, as the file says. */
interface Cipher {
  readonly salt: Buffer;
  readonly blockBytes: number;
  readonly keyBytes: number;
  readonly hash: string;
}

/** The lock of Office 2010 and later ([MS-OFFCRYPTO] 2.3.4.10–15): AES in chained blocks, a key wrapped by the password. */
export interface AgileLock {
  readonly content: Cipher;
  readonly password: Cipher & { readonly spins: number; readonly verifier: Buffer; readonly verifierHash: Buffer; readonly wrappedKey: Buffer };
}

const hashNames: Readonly<Record<string, string>> = { SHA1: "sha1", "SHA-1": "sha1", SHA256: "sha256", SHA384: "sha384", SHA512: "sha512", MD5: "md5" };
/** Excel takes 100,000; a file that asks for many more would keep the worker busy for minutes. */
const mostSpins = 1_000_000;
const segmentBytes = 4096;

const attributesOf = (tag: string) => new Map([...tag.matchAll(/\s([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));

function cipherOf(attributes: ReadonlyMap<string, string>): Cipher | null {
  const hash = hashNames[attributes.get("hashAlgorithm")?.toUpperCase() ?? ""];
  const [blockBytes, keyBits] = [Number(attributes.get("blockSize")), Number(attributes.get("keyBits"))];
  const isKnown = attributes.get("cipherAlgorithm") === "AES" && attributes.get("cipherChaining") === "ChainingModeCBC";
  if (hash === undefined || !isKnown || blockBytes !== 16 || ![128, 192, 256].includes(keyBits)) return null;
  return { salt: Buffer.from(attributes.get("saltValue") ?? "", "base64"), blockBytes, keyBytes: keyBits / 8, hash };
}

/** The lock that the description states; null where it is of another kind. */
export function readAgileLock(description: Buffer): AgileLock | null {
  const xml = description.toString("utf8");
  const content = cipherOf(attributesOf(/<(?:\w+:)?keyData\b[^>]*>/.exec(xml)?.[0] ?? ""));
  const attributes = attributesOf(/<(?:\w+:)?encryptedKey\b[^>]*>/.exec(xml)?.[0] ?? "");
  const password = cipherOf(attributes);
  const spins = Number(attributes.get("spinCount"));
  if (content === null || password === null || !Number.isInteger(spins) || spins < 0 || spins > mostSpins) return null;
  const bytesOf = (name: string) => Buffer.from(attributes.get(name) ?? "", "base64");
  const wrapped = {
    verifier: bytesOf("encryptedVerifierHashInput"),
    verifierHash: bytesOf("encryptedVerifierHashValue"),
    wrappedKey: bytesOf("encryptedKeyValue"),
  };
  return { content, password: { ...password, spins, ...wrapped } };
}

function hashOf(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Cut to a length, or filled up to it with the byte that the standard says. */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

function decipher(key: Buffer, iv: Buffer, bytes: Uint8Array): Buffer {
  const aes = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  return Buffer.concat([aes.update(bytes), aes.final()]);
}

/** What the key is taken for is hashed in with it. */
const purposes = {
  verifier: Buffer.from("fea7d2763b4b9e79", "hex"),
  verifierHash: Buffer.from("d7aa0f6d3061344e", "hex"),
  wrappedKey: Buffer.from("146e0be7abacd0d6", "hex"),
};

/** The key of the content; null where the password doesn't fit. */
export function agileKey({ password: lock }: AgileLock, password: string): Buffer | null {
  let hash = hashOf(lock.hash, lock.salt, passwordBytes(password));
  for (let spin = 0; spin < lock.spins; spin += 1) hash = hashOf(lock.hash, littleEndian(spin), hash);
  const open = (purpose: keyof typeof purposes) =>
    decipher(fitted(hashOf(lock.hash, hash, purposes[purpose]), lock.keyBytes), fitted(lock.salt, lock.blockBytes), lock[purpose]);
  const expected = hashOf(lock.hash, open("verifier").subarray(0, lock.salt.length));
  if (!open("verifierHash").subarray(0, expected.length).equals(expected)) return null;
  return open("wrappedKey").subarray(0, lock.keyBytes);
}

/** The content in segments, each under a vector of its own. */
export function openAgile({ content: { salt, blockBytes, hash } }: AgileLock, key: Buffer, enciphered: Buffer): Buffer {
  const opened: Buffer[] = [];
  for (let from = 0, segment = 0; from < enciphered.length; from += segmentBytes, segment += 1) {
    const bytes = enciphered.subarray(from, from + segmentBytes);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % blockBytes));
    opened.push(decipher(key, fitted(hashOf(hash, salt, littleEndian(segment)), blockBytes), whole));
  }
  return Buffer.concat(opened);
}
