import { createDecipheriv, createHash } from "node:crypto";
import { littleEndian, passwordBytes } from "./unlocking.ts";

/** The lock of Office 2007 ([MS-OFFCRYPTO] 2.3.4.5–9): AES block by block under a key that SHA-1 makes of the password. */
export interface StandardLock {
  readonly keyBytes: number;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

const aesOfKey: Readonly<Record<number, number>> = { 0x660e: 16, 0x660f: 24, 0x6610: 32 };
const headerStart = 12;
const spins = 50_000;
const sha1 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The lock that the description states (behind the version of four bytes); null where it is of another kind. */
export function readStandardLock(description: Buffer): StandardLock | null {
  if (description.length < headerStart) return null;
  const headerBytes = description.readUInt32LE(8);
  const verifierStart = headerStart + headerBytes;
  if (headerBytes < 32 || description.length < verifierStart + 72 || description.readUInt32LE(verifierStart) !== 16) return null;
  const keyBytes = aesOfKey[description.readUInt32LE(headerStart + 8)];
  if (keyBytes === undefined) return null;
  const part = (from: number, length: number) => description.subarray(verifierStart + from, verifierStart + from + length);
  return { keyBytes, salt: part(4, 16), verifier: part(20, 16), verifierHash: part(40, 32) };
}

const decipher = (key: Buffer, bytes: Uint8Array): Buffer => {
  const aes = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([aes.update(bytes), aes.final()]);
};

/** The key of the content; null where the password doesn't fit. */
export function standardKey({ keyBytes, salt, verifier, verifierHash }: StandardLock, password: string): Buffer | null {
  let hash = sha1(salt, passwordBytes(password));
  for (let spin = 0; spin < spins; spin += 1) hash = sha1(littleEndian(spin), hash);
  hash = sha1(hash, littleEndian(0));
  const half = (pad: number) => sha1(Buffer.alloc(64, pad).map((byte, at) => byte ^ (hash[at] ?? 0)));
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
  const expected = sha1(decipher(key, verifier));
  return decipher(key, verifierHash).subarray(0, expected.length).equals(expected) ? key : null;
}

export const openStandard = (key: Buffer, enciphered: Buffer): Buffer => decipher(key, enciphered.subarray(0, enciphered.length - (enciphered.length % 16)));
