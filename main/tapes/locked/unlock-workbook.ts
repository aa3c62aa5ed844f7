import { agileKey, openAgile, readAgileLock } from "./agile-lock.ts";
import { openOle } from "./ole-streams.ts";
import { openStandard, readStandardLock, standardKey } from "./standard-lock.ts";
import { triedPasswords, type Unlocked } from "./unlocking.ts";

/** What opens the content by a password; null where it doesn't fit. */
type Opener = (password: string) => ((enciphered: Buffer) => Buffer) | null;

const mostDescriptionBytes = 65_536;

/** By the version of the description: 4.4 is agile, 2.2 to 4.2 standard (a flag of 3.2 and 4.2 says AES). */
function openerOf(description: Buffer): Opener | null {
  if (description.length < 8 || description.length > mostDescriptionBytes) return null;
  const [major, minor] = [description.readUInt16LE(0), description.readUInt16LE(2)];
  if (major === 4 && minor === 4) {
    const lock = readAgileLock(description.subarray(8));
    if (lock === null) return null;
    return (password) => {
      const key = agileKey(lock, password);
      return key === null ? null : (enciphered) => openAgile(lock, key, enciphered);
    };
  }
  const lock = minor === 2 ? readStandardLock(description) : null;
  if (lock === null) return null;
  return (password) => {
    const key = standardKey(lock, password);
    return key === null ? null : (enciphered) => openStandard(key, enciphered);
  };
}

/** Opens a workbook of today that is enciphered by a password (ECMA-376), in memory: nothing of it is written anywhere. */
export async function unlockWorkbook(bytes: Buffer, passwords: readonly string[]): Promise<Unlocked> {
  const ole = await openOle(bytes);
  const [description, enciphered] = [ole?.stream("EncryptionInfo") ?? null, ole?.stream("EncryptedPackage") ?? null];
  if (description === null || enciphered === null || enciphered.length < 8) return { kind: "damaged" };
  try {
    const opener = openerOf(description);
    if (opener === null) return { kind: "unknownLock" };
    for (const password of triedPasswords(passwords)) {
      const open = opener(password);
      if (open === null) continue;
      const size = Number(enciphered.readBigUInt64LE(0));
      const opened = open(enciphered.subarray(8));
      return size > opened.length ? { kind: "damaged" } : { kind: "open", bytes: opened.subarray(0, size) };
    }
    return { kind: "noneFits" };
  } catch {
    // Lengths that no cipher takes.
    return { kind: "damaged" };
  }
}
