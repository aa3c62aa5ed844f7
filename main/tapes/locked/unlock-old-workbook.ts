import { createHash } from "node:crypto";
import { openOle } from "./ole-streams.ts";
import { littleEndian, passwordBytes, triedPasswords, type Unlocked } from "./unlocking.ts";

/** The keystream of RC4 under a key; written out, since not every build of the runtime's library has the cipher. */
function* keystream(key: Uint8Array): Generator<number, never> {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (one: number, other: number) => {
    const kept = at(one);
    state[one & 255] = at(other);
    state[other & 255] = kept;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  for (let i = 1, j = 0; ; i += 1) {
    j = (j + at(i)) & 255;
    swap(i, j);
    yield at(at(i) + at(j));
  }
}

function applied(stream: Generator<number, never>, bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ stream.next().value));
}

const digest = (name: "md5" | "sha1", ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The key of each block of the stream under a password. */
type BlockKeys = (block: number) => Buffer;

interface OldLock {
  readonly hash: "md5" | "sha1";
  readonly keysOf: (password: string) => BlockKeys;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** The lock of Excel 97 ([MS-OFFCRYPTO] 2.3.6): 40 bits by MD5. */
function excel97Lock(lock: Buffer): OldLock {
  const salt = lock.subarray(4, 20);
  return {
    hash: "md5",
    keysOf: (password) => {
      const first = digest("md5", passwordBytes(password)).subarray(0, 5);
      const second = digest("md5", ...Array.from({ length: 16 }, () => [first, salt]).flat()).subarray(0, 5);
      return (block) => digest("md5", second, littleEndian(block));
    },
    verifier: lock.subarray(20, 36),
    verifierHash: lock.subarray(36, 52),
  };
}

/** The lock of Excel 2002 and 2003 (2.3.5): RC4 by SHA-1 with a key of 40 to 128 bits. */
function cryptoApiLock(lock: Buffer): OldLock | null {
  const headerBytes = lock.readUInt32LE(8);
  const [algorithm, keyBits] = [lock.readUInt32LE(12 + 8), lock.readUInt32LE(12 + 16)];
  if (algorithm !== 0x6801 || keyBits % 8 !== 0 || keyBits > 128) return null;
  const keyBytes = keyBits === 0 ? 5 : keyBits / 8;
  const verifier = lock.subarray(12 + headerBytes);
  if (verifier.length < 60 || verifier.readUInt32LE(0) !== 16) return null;
  return {
    hash: "sha1",
    keysOf: (password) => {
      const base = digest("sha1", verifier.subarray(4, 20), passwordBytes(password));
      return (block) => {
        const key = digest("sha1", base, littleEndian(block)).subarray(0, keyBytes);
        return keyBytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
      };
    },
    verifier: verifier.subarray(20, 36),
    verifierHash: verifier.subarray(40, 60),
  };
}

const rc4 = 1;

/** The lock that the record FilePass states; null where it is of another kind, such as the one of Excel 95. */
function readLock(filePass: Buffer): OldLock | null {
  if (filePass.length < 54 || filePass.readUInt16LE(0) !== rc4) return null;
  const lock = filePass.subarray(2);
  const [major, minor] = [lock.readUInt16LE(0), lock.readUInt16LE(2)];
  if (major === 1 && minor === 1) return excel97Lock(lock);
  return minor === 2 && lock.length > 32 ? cryptoApiLock(lock) : null;
}

function fits({ hash, verifier, verifierHash }: OldLock, keys: BlockKeys): boolean {
  const stream = keystream(keys(0));
  const expected = digest(hash, applied(stream, verifier));
  return applied(stream, verifierHash).equals(expected);
}

interface BookRecord {
  readonly kind: number;
  /** Where its content begins, and how long it is. */
  readonly from: number;
  readonly length: number;
}

function* recordsOf(book: Buffer): Generator<BookRecord> {
  for (let at = 0; at + 4 <= book.length; ) {
    const length = book.readUInt16LE(at + 2);
    yield { kind: book.readUInt16LE(at), from: at + 4, length };
    at += 4 + length;
  }
}

const filePassKind = 0x002f;
/** The end of what a program's own window is like (InterfaceEnd): its reader passes it over. */
const passedOver = 0x00e2;
/** Records that are stored as they are: beginnings, and what says how the file is locked and shared. */
const plainKinds = new Set([0x0809, filePassKind, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** Of a sheet's record the place stands as it is. */
const sheetKind = 0x0085;
const blockBytes = 1024;

/** The stream with its contents opened; the keystream runs over every byte, the heads of records too, and begins anew with each block. */
function openBook(book: Buffer, keys: BlockKeys): Buffer {
  const mask = Buffer.alloc(book.length);
  for (let from = 0, block = 0; from < book.length; from += blockBytes, block += 1) {
    const stream = keystream(keys(block));
    for (let at = from; at < Math.min(from + blockBytes, book.length); at += 1) mask[at] = stream.next().value;
  }
  const opened = Buffer.from(book);
  for (const { kind, from, length } of recordsOf(book)) {
    if (kind === filePassKind) opened.writeUInt16LE(passedOver, from - 4);
    if (plainKinds.has(kind)) continue;
    for (let at = kind === sheetKind ? from + 4 : from; at < Math.min(from + length, book.length); at += 1) opened[at] = (book[at] ?? 0) ^ (mask[at] ?? 0);
  }
  return opened;
}

/** Opens a workbook of Excel 97 to 2003 that is enciphered by a password, in memory; what it gives is such a workbook without one. */
export async function unlockOldWorkbook(bytes: Buffer, passwords: readonly string[]): Promise<Unlocked> {
  const ole = await openOle(bytes);
  const name = ["Workbook", "Book"].find((candidate) => ole?.stream(candidate) !== null);
  const book = name === undefined ? null : (ole?.stream(name) ?? null);
  if (ole === null || name === undefined || book === null) return { kind: "damaged" };
  const filePass = Array.from(recordsOf(book)).find(({ kind }) => kind === filePassKind);
  const lock = filePass === undefined ? null : readLock(book.subarray(filePass.from, filePass.from + filePass.length));
  if (lock === null) return { kind: "unknownLock" };
  for (const password of triedPasswords(passwords)) {
    const keys = lock.keysOf(password);
    if (fits(lock, keys)) return { kind: "open", bytes: ole.replaced(name, openBook(book, keys)) };
  }
  return { kind: "noneFits" };
}
