import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

const locked = resolve(import.meta.dirname, "../../fixtures/locked");
const password = "Deal-7 密码";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const refusedAs = (reason: string) => expect.objectContaining({ code: "tape.refused", values: expect.objectContaining({ reason }) });

it("a protected tape is imported by the password with which it was read, typed once", async () => {
  const { id: dealId } = await desk.deals.create(testDeal);
  const fileToken = desk.admit(join(locked, "agile.xlsx"));
  await expect(desk.tapes.inspect(fileToken)).rejects.toEqual(refusedAs("encryptedWorkbook"));
  await expect(desk.tapes.inspect(fileToken, { encoding: null, password: "deal-7" })).rejects.toEqual(refusedAs("wrongPassword"));
  // What was wrong isn't kept: without a word the file asks again.
  await expect(desk.tapes.inspect(fileToken)).rejects.toEqual(refusedAs("encryptedWorkbook"));
  const { suggestedMapping, sha256 } = await desk.tapes.inspect(fileToken, { encoding: null, password });
  const tape = await desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser } });
  expect(tape.report.sums.principalFen).toBe(1_045_454_545);
  expect(tape.fileSha256).toBe(sha256);
  // The import was the last that needed it.
  await expect(desk.tapes.inspect(fileToken)).rejects.toEqual(refusedAs("encryptedWorkbook"));
});

it("no password is found in what the desk stores", async () => {
  const { id: dealId } = await desk.deals.create(testDeal);
  const fileToken = desk.admit(join(locked, "agile.xlsx"));
  const { suggestedMapping: mapping } = await desk.tapes.inspect(fileToken, { encoding: null, password });
  await desk.tapes.keepDraft(dealId, fileToken, { encoding: null, delimiter: null, mapping, headers: [] });
  await desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...mapping, ...statedByUser } });
  const folder = dirname(desk.db.raw.name);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(files.some((bytes) => bytes.includes("SL-2021-1001"))).toBe(true);
  for (const bytes of files) for (const text of [Buffer.from(password), Buffer.from(password, "utf16le")]) expect(bytes.includes(text)).toBe(false);
});
