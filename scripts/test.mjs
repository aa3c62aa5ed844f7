import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, setPriority } from "node:os";
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
/** What the static checks need. */
const firstSteps = ["deps", "node", "kernels"];
const vitestConfig = "test/checks/vitest.config.ts";
const outputLimit = 12_000;
/** Niceness of what gives way: a third of the weight, so that its own time limits hold as well. */
const littleLess = 5;

const total = { passed: 0, failed: 0, skipped: 0 };
/** What the window tests say of the one fault that they bear; null where they were not run, or bore none. */
let killedWindows = null;
const isFast = process.argv.includes("--fast");
await main();
if (killedWindows !== null) console.log(killedWindows);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

async function main() {
  const ready = await step("set-up", () => setUp({ only: firstSteps }));
  if (!existsSync(fromRoot("node_modules", "vitest"))) return;
  // The other steps mostly wait for one compiler; what the checks say comes when both are done.
  const said = [];
  const checked = runChecks((text) => said.push(text));
  const built = ready && (await step("set-up", () => setUp({ except: firstSteps })));
  if (!built) console.log("\nSet-up failed; the tests run as far as they can.");
  // Two thirds of the time a window waits for its driver: two of them leave most of a processor to the other tests, which give way to them.
  const windows = isFast ? undefined : step("window tests", runWindowTests);
  await checked;
  for (const text of said) console.log(text);
  const workers = isFast ? [] : [`--maxWorkers=${availableParallelism()}`];
  await step("tests", () => runVitest("tests", ["unit", "integration"], workers, { stdio: "inherit", givesWay: !isFast }));
  await windows;
}

/** Whether it went well; a failure is told and counted. */
async function step(title, run) {
  try {
    await run();
    return true;
  } catch (error) {
    console.log(`${title}: failed`);
    reportFailure(error);
    total.failed += 1;
    return false;
  }
}

async function runChecks(say) {
  for (const check of checks) await step(check.title, () => runCheck(check, say));
}

/** A static check counts as one test. Its output goes to a file first: oxlint panics on a closed pipe. */
async function runCheck({ title, packageName, command = packageName, args, config }, say) {
  if (!existsSync(fromRoot(config))) {
    total.failed += 1;
    say(`${title}: failed, its configuration ${config} is missing`);
    return;
  }
  const started = Date.now();
  const file = outputFile(command);
  const output = openSync(file, "w");
  const code = await start([toolScript(packageName, command), ...args], { stdio: ["ignore", output, output] });
  closeSync(output);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    total.passed += 1;
    say(`${title}: passed (${seconds} s)`);
    return;
  }
  total.failed += 1;
  const text = readFileSync(file, "utf8");
  const isLong = text.length > outputLimit;
  say(`${title}: failed (${seconds} s)\n${text.slice(0, outputLimit)}`);
  if (isLong) say(`… the rest is in ${path.relative(projectRoot, file)}`);
}

function outputFile(name) {
  const folder = path.join(cacheFolder, "checks");
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.txt`);
}

/** Two at a time, each on a virtual screen of its own, where there is no other. Their output comes whole when they are done, since the other tests speak meanwhile. */
async function runWindowTests() {
  const screens = isDisplayMissing() ? await Promise.all([startVirtualDisplay(), startVirtualDisplay()]) : [];
  const file = outputFile("window-tests");
  const output = openSync(file, "w");
  const env = toolEnvironment(screens.length === 0 ? {} : { AMC_E2E_DISPLAYS: screens.map(({ display }) => display).join(" ") });
  await runVitest("window tests", ["e2e"], [], { stdio: ["ignore", output, output], env });
  closeSync(output);
  for (const screen of screens) screen.stop();
  const text = readFileSync(file, "utf8");
  console.log(text);
  killedWindows = /^[1-9]\d* windows? w(?:as|ere) killed.*$/m.exec(text)?.[0] ?? null;
}

async function runVitest(title, projects, args, options) {
  if (!existsSync(fromRoot(vitestConfig))) {
    total.failed += 1;
    console.log(`${title}: failed, their configuration ${vitestConfig} is missing`);
    return;
  }
  const report = path.join(cacheFolder, `vitest-${projects.join("-")}.json`);
  rmSync(report, { force: true });
  const chosen = projects.flatMap((project) => ["--project", project]);
  const code = await start(
    [toolScript("vitest"), "run", "--config", vitestConfig, ...chosen, ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    options,
  );
  addResults(title, readJson(report), code);
}

function addResults(title, results, code) {
  let failed = 0;
  for (const file of results?.testResults ?? []) {
    for (const { status } of file.assertionResults) {
      if (status === "passed") total.passed += 1;
      else if (status === "failed") failed += 1;
      else total.skipped += 1;
    }
    const isBroken = file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed");
    if (isBroken) failed += 1;
  }
  if (code !== 0 && failed === 0) {
    failed = 1;
    console.log(`${title}: vitest itself failed`);
  }
  total.failed += failed;
}

/** `givesWay`: to what runs beside it, where the system lets it. */
function start(args, { givesWay = false, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), args, { cwd: projectRoot, env: toolEnvironment(), ...options });
    if (givesWay && child.pid !== undefined) setPriority(child.pid, littleLess);
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
