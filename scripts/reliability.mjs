import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { cacheFolder, fromRoot, pinnedNode, readJson, toolEnvironment, toolScript, writeJson } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

/*
 * npm run reliability [-- --ci]
 *
 * The rigs behind docs/reliability.md, one after the other, at the size of a release or of every change. Each is a test of `npm test` at
 * another size; what they find is printed as a table and written to out/reliability.json.
 */

const rigs = [
  {
    bar: "1",
    what: "kill -9 while writing, folding, backing up, closing",
    files: ["test/integration/damage/killed-process.test.ts"],
    size: { AMC_KILLS: [100, 1000] },
  },
  { bar: "1", what: "kill -9 within an import", files: ["test/integration/tapes/staged-import.test.ts"], size: {} },
  { bar: "3", what: "damaged files", files: ["test/integration/damage/damaged-files.test.ts"], size: { AMC_DAMAGED_FILES: [300, 3000] } },
  { bar: "4", what: "full disk and read faults", files: ["test/integration/db/failing-disk.test.ts", "test/integration/tapes/full-disk.test.ts"], size: {} },
  { bar: "5", what: "upgrade of every released schema", files: ["test/integration/db/old-desks.test.ts"], size: {} },
  { bar: "6", what: "backup and restore", files: ["test/integration/backups/backups.test.ts"], size: {} },
  { bar: "7", what: "changed tapes", files: ["test/integration/tapes/mutated-files.test.ts"], size: { AMC_MUTATIONS: [500, 10_000] } },
  { bar: "9", what: "bad payloads", files: ["test/attack/malformed-payloads.test.ts"], size: {} },
  {
    bar: "13",
    what: "kill -9 while encrypting, damaged encrypted files",
    files: ["test/integration/keys/killed-and-damaged.test.ts"],
    size: { AMC_KILLS: [20, 200], AMC_DAMAGED_FILES: [300, 3000] },
  },
  { bar: "13", what: "lost laptop, forgotten passphrase, moved workstation", files: ["test/integration/keys/encrypted-desk.test.ts"], size: {} },
  { bar: "14", what: "erased canaries", files: ["test/integration/erase/erase.test.ts"], size: {} },
  { bar: "16", what: "tampered trails", files: ["test/unit/audit/audit-chain.test.ts"], size: { AMC_TAMPERINGS: [300, 300] } },
];
const isCi = process.argv.includes("--ci");
/** Long enough for the largest rig of a release. */
const testLimitMs = 4 * 3_600_000;

try {
  await setUp({ only: ["deps", "node", "kernels"] });
  const results = [];
  for (const rig of rigs) results.push(await runRig(rig));
  mkdirSync(fromRoot("out"), { recursive: true });
  const processor = `${os.cpus()[0]?.model.trim() ?? "unknown"} × ${os.availableParallelism()}`;
  writeJson(fromRoot("out", "reliability.json"), { date: new Date().toISOString().slice(0, 10), processor, size: isCi ? "ci" : "release", results });
  console.log(`\n${processor}`);
  for (const { bar, what, size, passed, failed, skipped, seconds } of results)
    console.log(
      `bar ${bar.padStart(2)}  ${failed === 0 && passed > 0 ? "holds" : "FAILS"}  ${what}${size}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
    );
  if (results.some(({ passed, failed }) => failed > 0 || passed === 0)) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

async function runRig({ bar, what, files, size }) {
  const chosen = Object.entries(size).map(([name, [ci, release]]) => [name, String(isCi ? ci : release)]);
  const report = path.join(cacheFolder, "reliability-rig.json");
  rmSync(report, { force: true });
  const started = Date.now();
  await vitest([...files, `--testTimeout=${testLimitMs}`, `--outputFile.json=${report}`], toolEnvironment(Object.fromEntries(chosen)));
  const states = (readJson(report)?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (wanted) => states.filter((status) => status === wanted).length;
  const [passed, failed] = [count("passed"), count("failed")];
  const said = chosen.map(([, value]) => ` × ${value}`).join("");
  return { bar, what, size: said, passed, failed, skipped: states.length - passed - failed, seconds: Math.round((Date.now() - started) / 1000) };
}

function vitest(args, env) {
  const script = [toolScript("vitest"), "run", "--config", "test/checks/vitest.config.ts", "--reporter=default", "--reporter=json"];
  return new Promise((settle, reject) => {
    const child = spawn(pinnedNode(), [...script, ...args], { cwd: fromRoot(), env, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", settle);
  });
}
