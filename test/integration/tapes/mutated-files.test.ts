import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createJobRunner } from "../../../main/jobs/job-runner.ts";
import { chanceOf, mutateFile } from "./mutate-file.ts";
import { cellsOf, contradictions } from "./other-reader.ts";
import type { ReadFile, ReadingTasks } from "./reading-worker.ts";

/*
 * Case files with a few changes: none may crash or hang the reader or change a sum without a word. A release runs 10,000
 * (docs/development.md); a file that fails is kept and named.
 */
const runs = Number(process.env["AMC_MUTATIONS"] ?? 500);
const seed = Number(process.env["AMC_MUTATION_SEED"] ?? 20_260_101);

const folder = fileURLToPath(new URL("../../fixtures/cases/", import.meta.url));
const expected = JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Record<
  string,
  { readonly options: readonly string[]; readonly values: Record<string, unknown> }
>;
/** Files that are read; the large one costs too much to be read thousands of times. */
const names = Object.keys(expected).filter((name) => expected[name]?.values["refused"] !== true && !/^(h|p15-200k)/.test(name));

/** The same cases as another program saves them in its formats. */
const saved = fileURLToPath(new URL("../../fixtures/workbooks/", import.meta.url));
const savedNames = readdirSync(saved);
const folderOf = (name: string) => (savedNames.includes(name) ? saved : folder);
const work = mkdtempSync(join(tmpdir(), "mutated-"));
const jobs = createJobRunner<ReadingTasks>({ workerFile: new URL("./reading-worker.ts", import.meta.url), onEvent: () => undefined });
afterAll(async () => {
  await jobs.close();
  // What failed stays to be looked at.
  if (readdirSync(work).length === 0) rmSync(work, { recursive: true });
});

const bounds = { growthMb: 512, heapMb: 1536, silentMs: 60_000 };
const read = (path: string, name: string): Promise<ReadFile> =>
  jobs.run("readFile", { path, isYuan: expected[name]?.options.includes("--unit") === true }, { kind: "inspectTape", bounds });

const original = new Map<string, Promise<ReadFile>>();
const readOriginal = (name: string) => {
  const known = original.get(name) ?? read(folderOf(name) + name, name);
  original.set(name, known);
  return known;
};

/** All that a reading says beside its sums. */
function words({ tape }: ReadFile): string {
  if (tape === null) return "";
  const { rejections, warnings, unused, choices, reconciliation } = tape;
  return JSON.stringify([rejections, warnings, unused, choices, reconciliation.map(({ outcome }) => outcome)]);
}

type Outcome = "refused" | "same" | "told" | "asTheFileSays" | "silent" | "crashed";

async function outcomeOf(name: string, path: string): Promise<{ readonly outcome: Outcome; readonly why: string }> {
  const before = await readOriginal(name);
  const after = await read(path, name).catch((error: { code?: string; cause?: unknown }) => ({
    failed: `${error.code} ${String((error.cause as Error | undefined)?.stack ?? "")}`,
  }));
  if ("failed" in after) return { outcome: "crashed", why: after.failed };
  if (after.tape === null) return { outcome: "refused", why: after.refusedAs ?? "" };
  if (JSON.stringify(after.tape.sums) === JSON.stringify(before.tape?.sums) && after.tape.counts.loansKept === before.tape?.counts.loansKept)
    return { outcome: "same", why: "" };
  if (words(after) !== words(before)) return { outcome: "told", why: "" };
  // The change may be of an amount itself: what another reader finds in the cells is then right.
  const found = contradictions(after, await cellsOf(path));
  return found.length === 0 ? { outcome: "asTheFileSays", why: "" } : { outcome: "silent", why: found.slice(0, 3).join("; ") };
}

describe("case files with a few changes", () => {
  it.each(["p05c0-total-label.xlsx", "p02a-csv-crlf-head-lf-rows.csv", "p10d-two-units.xlsx"])(
    "are judged: a wrong sum or a lost row of %s shows",
    async (name) => {
      const right = await readOriginal(name);
      const cells = await cellsOf(folder + name);
      const loans = right.tape?.loans ?? [];
      const withLoans = (changed: typeof loans) => contradictions({ ...right, tape: right.tape && { ...right.tape, loans: changed } }, cells);
      expect(withLoans(loans)).toEqual([]);
      expect(withLoans(loans.slice(1))).toEqual([`row ${loans[0]?.rowNumber} is lost`]);
      expect(withLoans(loans.map((loan, at) => (at === 4 ? { ...loan, principalFen: loan.principalFen * 100 } : loan)))).toHaveLength(1);
      expect(contradictions(right, null)).toHaveLength(1);
    },
  );

  it.each([
    ["today's workbooks and text lists", names, runs],
    ["old and open workbooks", savedNames, Math.ceil(runs / 4)],
  ])("are refused, told or right: %s", { timeout: 600_000 + runs * 500 }, async (_which, chosen, count) => {
    const counted = new Map<Outcome, number>();
    const wrong: string[] = [];
    for (let run = 0; run < count; run += 1) {
      const chance = chanceOf(seed + run);
      const name = chosen[Math.floor(chance() * chosen.length)] ?? "";
      const path = join(work, `${run}-${name}`);
      writeFileSync(path, mutateFile(readFileSync(folderOf(name) + name), extname(name), chance));
      const { outcome, why } = await outcomeOf(name, path);
      counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
      if (outcome === "silent" || outcome === "crashed") wrong.push(`${path} (${outcome}): ${why}`);
      else rmSync(path);
    }
    process.stdout.write(`${count} changed files: ${[...counted].map(([outcome, times]) => `${times} ${outcome}`).join(", ")}\n`);
    expect(wrong).toEqual([]);
    // The changes must reach behind the gate to be worth anything.
    expect((counted.get("told") ?? 0) + (counted.get("same") ?? 0)).toBeGreaterThan(count / 10);
  });
});
