import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it, vi } from "vitest";
import { runDealdesk } from "../../../main/command/dealdesk.ts";
import * as bombs from "../../unit/tapes/bomb-files.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dealdesk-interrupt-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("ends at Ctrl+C in the midst of a long file and leaves nothing behind", async () => {
  const path = bombs.blankRows(400_000);
  // Its own folder for temporary files, so that what is left behind shows.
  const child = spawn(process.execPath, [join(root, "scripts/dealdesk.mjs"), "price", path], { cwd: root, env: { ...process.env, TMPDIR: folder } });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 300_000 });
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(readdirSync(folder)).toEqual([]);
});

const refused: readonly (readonly [string, () => string, string])[] = [
  ["overlappingParts", () => bombs.overlappingParts(50), "xl/worksheets/o"],
  ["tagTooLong", () => bombs.longAttribute(3_000_000), "1048576"],
  ["cellTooLong", () => bombs.longCell(1_000_000), "32767"],
  ["nestedTooDeep", () => bombs.deepNesting(100), "64"],
  ["tooManySheets", () => bombs.manySheets(2001), "2000"],
  ["rowTooLong", () => bombs.longLine(10_000_000), "4194304"],
  ["tooManyColumns", () => bombs.manyColumns(2000), "1024"],
];

it.each(refused)("refuses a file in both languages by one sentence: %s", async (code, make, limit) => {
  const path = make();
  for (const language of ["zh", "en"]) {
    let complained = "";
    const exit = await runDealdesk(["price", path, "--unit", "yuan", "--lang", language], "en_US.UTF-8", {
      print: () => expect.fail("nothing is priced"),
      complain: (text) => (complained += text),
    });
    expect(exit).toBe(3);
    expect(complained).toContain(`[tape.refused: ${code}]`);
    expect(complained).toContain(limit);
    expect(complained).not.toContain("{{");
    expect(complained.trim().split("\n")).toHaveLength(1);
    expect(/[\u4e00-\u9fff]/.test(complained.replace(/“[^”]*”/g, ""))).toBe(language === "zh");
  }
});
