import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { projectRoot } from "./desk-window.ts";

const run = promisify(execFile);
const out = (name: string) => join(projectRoot, "out", name);

it("the demo prices the sample, prints its memo and pictures the workbench", async () => {
  const { stdout } = await run(process.execPath, ["scripts/demo.mjs"], { cwd: projectRoot });
  const summary = JSON.parse(await readFile(out("demo-summary.json"), "utf8")) as Record<string, unknown> & {
    cases: { caseName: string; maxBidFen: number }[];
  };
  expect(summary["rowsIn"]).toBe(Number(summary["rowsKept"]) + Number(summary["rowsRejected"]));
  expect(summary.cases.map((one) => one.caseName)).toEqual(["low", "base", "high"]);
  const bids = summary.cases.map((one) => one.maxBidFen);
  expect(bids).toEqual([...bids].sort((a, b) => a - b));
  expect(summary["bidPriceFen"]).toBe(bids[1]);
  expect(summary["priceToPrincipal"]).toBeCloseTo(Number(summary["bidPriceFen"]) / Number(summary["upbFen"]), 12);
  expect(summary["runHash"]).toMatch(/^[0-9a-f]{64}$/);
  expect(stdout).toContain(String(summary["runHash"]));
  expect((await readFile(out("memo.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
  // A picture of an empty window of this size has about 6 kB.
  expect((await stat(out("workbench.png"))).size).toBeGreaterThan(50_000);
});
