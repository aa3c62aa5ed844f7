import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createDeskLog, type LogFields, logLine } from "../../main/app/desk-log.ts";

const canaries = ["张三贸易有限公司", "Zhang San Trading Co", "6222020200112233445", "110101199001011234"];

it("keeps codes, ids and where an error came from", () => {
  const cause = Object.assign(new TypeError("boom"), { code: "SQLITE_BUSY" });
  const line: unknown = JSON.parse(logLine("call.failed", { code: "internal", channel: "deals.get", dealId: 7, cause }));
  expect(line).toMatchObject({ event: "call.failed", code: "internal", channel: "deals.get", dealId: 7, cause: { name: "TypeError", code: "SQLITE_BUSY" } });
  expect(JSON.stringify(line)).toContain("log-redaction.test.ts:");
});

it("writes no name and no number of a debtor, wherever it turns up", () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-log-"));
  const log = createDeskLog(join(folder, "logs", "main.log"));
  for (const canary of canaries) {
    const error = new Error(`no such loan: ${canary}\n    at ${canary} (/home/${canary}/loan.ts:1:1)`);
    const named = Object.assign(new Error(canary), { name: canary, code: canary });
    const smuggled = { code: `x ${canary}`, reason: `${canary}！`, debtorName: canary, dealId: canary, cause: error };
    log.error("call.failed", smuggled as unknown as LogFields);
    log.error(`lost ${canary}`, { cause: named });
    log.info("page.crashed", { cause: `Uncaught Error: ${canary}\n    at show (app://desk/assets/index-a1.js:3:14)` });
    log.info("page.crashed", { cause: { message: canary } });
  }
  const written = readFileSync(log.file, "utf8");
  rmSync(folder, { recursive: true, force: true });
  expect(written.trim().split("\n")).toHaveLength(canaries.length * 4);
  expect(written).toContain("show@index-a1.js:3");
  for (const canary of canaries) expect(written).not.toContain(canary);
});
