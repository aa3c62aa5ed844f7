import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { readAgileLock } from "../../../main/tapes/locked/agile-lock.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { fileWith, refusalOf } from "./hostile-files.ts";
import { parseTape } from "./whole-tape.ts";

/** The case p05c0 as other programs protect it (test/fixtures/README.md). */
const folder = resolve(import.meta.dirname, "../../fixtures/locked");
const original = resolve(import.meta.dirname, "../../fixtures/cases/p05c0-total-label.xlsx");
const locked = [
  ["agile.xlsx", "Deal-7 密码"],
  ["standard.xlsx", "Deal-7"],
  ["excel-97.xls", "Deal-7"],
  ["excel-2003.xls", "Deal-7"],
] as const;

const read = async (path: string, passwords: readonly string[] = []) => {
  const { suggestedMapping } = await inspectTape({ path, passwords });
  const { sums, counts, loans, rejections } = await parseTape({ path, passwords, mapping: suggestedMapping }, () => {});
  return { sums, counts, rejections, loans: loans.map(({ contractNo, debtorName, principalFen }) => [contractNo, debtorName, principalFen]) };
};

describe("a workbook with a password", () => {
  it.each(locked)("%s is read as the one without", async (name, password) => {
    const path = resolve(folder, name);
    expect(await read(path, [password])).toEqual(await read(original));
    expect(await read(path, ["another", password])).toEqual(await read(original));
  });

  it.each(locked)("%s asks for it, and says so where it is another", async (name, password) => {
    const path = resolve(folder, name);
    expect(await refusalOf(inspectTape({ path }))).toBe("encryptedWorkbook");
    for (const wrong of [password.toLowerCase(), `${password} `, "?"]) expect(await refusalOf(inspectTape({ path, passwords: [wrong] }))).toBe("wrongPassword");
  });

  it("that anybody may open needs none", async () => {
    expect(await read(resolve(folder, "anybody.xlsx"))).toEqual(await read(original));
  });

  it("of OpenDocument is refused with a sentence of its own", async () => {
    expect(await refusalOf(inspectTape({ path: resolve(folder, "document.ods"), passwords: ["Deal-7"] }))).toBe("encryptedDocument");
  });

  it.each(locked)("%s is refused or read where a few of its bytes are others", async (name, password) => {
    const bytes = readFileSync(resolve(folder, name));
    const change = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const outcome = await inspectTape({ path: fileWith(changed, extname(name)), passwords: [password] }).catch((error: unknown) => error);
        return !(outcome instanceof Error) || outcome instanceof TapeError;
      }),
      { numRuns: 15 },
    );
  });
});

describe("the lock of today's workbooks", () => {
  const description = (spins: number, cipher = "AES") =>
    Buffer.from(
      `<encryption><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="${cipher}" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="AA=="/><keyEncryptors><p:encryptedKey spinCount="${spins}" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="AA=="/></keyEncryptors></encryption>`,
    );

  it("is not tried where it would take minutes, or is of a kind that isn't known", () => {
    expect(readAgileLock(description(100_000))).not.toBeNull();
    expect(readAgileLock(description(1_000_001))).toBeNull();
    expect(readAgileLock(description(100_000, "RC2"))).toBeNull();
    expect(readAgileLock(Buffer.from("<nothing/>"))).toBeNull();
  });
});
