import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isDisplayMissing, startVirtualDisplay } from "./setup/display.mjs";
import { cacheFolder, fromRoot, pinnedNode, projectRoot, readJson, toolEnvironment, toolScript } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const checks = [
  { title: "types", packageName: "typescript", command: "tsc", args: ["-b"], config: "tsconfig.json" },
  {
    title: "lint",
    packageName: "oxlint",
    config: "test/checks/oxlint.config.ts",
    args: ["-c", "test/checks/oxlint.config.ts", "--type-aware", "main", "renderer", "shared", "test", "scripts"],
  },
  {
    title: "format",
    packageName: "@biomejs/biome",
    command: "biome",
    config: "test/checks/biome.json",
    args: ["check", "--config-path=test/checks"],
  },
  { title: "dead code", packageName: "knip", config: "test/checks/knip.json", args: ["--config", "test/checks/knip.json"] },
];
const vitestConfig = "test/checks/vitest.config.ts";
const outputLimit = 12_000;

const total = { passed: 0, failed: 0, skipped: 0 };
const isFast = process.argv.includes("--fast");
await main();
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

async function main() {
  try {
    await setUp();
  } catch (error) {
    reportFailure(error);
    total.failed += 1;
    if (!existsSync(fromRoot("node_modules", "vitest"))) return;
    console.log("\nSet-up failed; the checks run as far as they can.");
  }
  for (const check of checks) await runStep(check.title, () => runCheck(check));
  await runStep("tests", runVitest);
}

async function runStep(title, run) {
  try {
    await run();
  } catch (error) {
    console.log(`${title}: failed`);
    reportFailure(error);
    total.failed += 1;
  }
}

/** A static check counts as one test. Its output goes to a file first: oxlint panics on a closed pipe. */
async function runCheck({ title, packageName, command = packageName, args, config }) {
  if (!existsSync(fromRoot(config))) {
    total.failed += 1;
    console.log(`${title}: failed, its configuration ${config} is missing`);
    return;
  }
  const started = Date.now();
  const folder = path.join(cacheFolder, "checks");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${command}.txt`);
  const output = openSync(file, "w");
  const code = await start([toolScript(packageName, command), ...args], { stdio: ["ignore", output, output] });
  closeSync(output);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    total.passed += 1;
    console.log(`${title}: passed (${seconds} s)`);
    return;
  }
  total.failed += 1;
  const text = readFileSync(file, "utf8");
  const isLong = text.length > outputLimit;
  console.log(`${title}: failed (${seconds} s)\n${text.slice(0, outputLimit)}`);
  if (isLong) console.log(`… the rest is in ${path.relative(projectRoot, file)}`);
}

/** All vitest projects in one run, with one virtual screen where there is no other. */
async function runVitest() {
  if (!existsSync(fromRoot(vitestConfig))) {
    total.failed += 1;
    console.log(`tests: failed, their configuration ${vitestConfig} is missing`);
    return;
  }
  const report = path.join(cacheFolder, "vitest.json");
  rmSync(report, { force: true });
  const screen = isDisplayMissing() ? await startVirtualDisplay() : undefined;
  const projects = isFast ? ["--project", "unit", "--project", "integration"] : [];
  const code = await start(
    [toolScript("vitest"), "run", "--config", vitestConfig, ...projects, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    { stdio: "inherit", env: toolEnvironment(screen === undefined ? {} : { DISPLAY: screen.display }) },
  );
  screen?.stop();
  addResults(readJson(report), code);
}

function addResults(results, code) {
  const before = total.failed;
  for (const file of results?.testResults ?? []) {
    for (const { status } of file.assertionResults) {
      if (status === "passed") total.passed += 1;
      else if (status === "failed") total.failed += 1;
      else total.skipped += 1;
    }
    const isBroken = file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed");
    if (isBroken) total.failed += 1;
  }
  if (code !== 0 && total.failed === before) {
    total.failed += 1;
    console.log("tests: vitest itself failed (see above)");
  }
}

function start(args, options) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), args, { cwd: projectRoot, env: toolEnvironment(), ...options });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
