import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./setup/app-build.mjs";
import { checkNode, installDependencies } from "./setup/dependencies.mjs";
import { findElectron } from "./setup/electron-runtime.mjs";
import { buildKernels } from "./setup/kernel-build.mjs";
import { cacheFolder, logFile, SetupError } from "./setup/shell.mjs";
import { prepareSqlite } from "./setup/sqlite-binding.mjs";
import { installSystemLibraries } from "./setup/system-libraries.mjs";

const steps = [
  { key: "deps", title: "Dependencies", run: installDependencies },
  { key: "node", title: "Node", run: checkNode },
  { key: "kernels", title: "Engine kernels", run: buildKernels },
  { key: "libs", title: "System libraries", run: installSystemLibraries },
  { key: "electron", title: "Electron runtime", run: findElectron },
  { key: "sqlite", title: "SQLite binding", run: prepareSqlite },
  { key: "build", title: "App build", run: buildApp },
];

/** Brings the checkout from nothing to a built app, by the steps named or all but those excepted. Steps already done cost next to nothing. */
export async function setUp({ only, except = [], isFresh = false } = {}) {
  const unknown = [...(only ?? []), ...except].filter((key) => !steps.some((step) => step.key === key));
  if (unknown.length > 0) {
    const known = steps.map(({ key }) => key).join(", ");
    throw new SetupError(`There is no set-up step called ${unknown.join(", ")}.`, `The steps are: ${known}`);
  }
  const release = await lock();
  try {
    for (const [index, { key, title, run }] of steps.entries()) {
      if ((only !== undefined && !only.includes(key)) || except.includes(key)) continue;
      const started = Date.now();
      process.stdout.write(`[${index + 1}/${steps.length}] ${title} … `);
      const outcome = await run({ isFresh });
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stdout.write(`${outcome}${seconds > 0 ? ` (${seconds} s)` : ""}\n`);
    }
  } finally {
    release();
  }
}

/** Two set-ups at once would spoil each other's files, so the second one waits. */
async function lock() {
  const file = path.join(cacheFolder, "setup.lock");
  mkdirSync(cacheFolder, { recursive: true });
  for (let isAnnounced = false; ; isAnnounced = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch {
      if (!isAlive(file)) rmSync(file, { force: true });
      else if (!isAnnounced) console.log("Another set-up is running here; waiting for it.");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

function isAlive(lockFile) {
  try {
    process.kill(Number(readFileSync(lockFile, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Says on standard error what went wrong and how to mend it. */
export function reportFailure(error) {
  process.stderr.write(`\n${error instanceof SetupError ? error.message : (error?.stack ?? error)}\n`);
  if (error?.remedy) process.stderr.write(`What to do: ${error.remedy}\n`);
  if (error instanceof SetupError) process.stderr.write(`Log: ${path.relative(process.cwd(), logFile)}\n`);
}

const isMain = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain) {
  const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
  try {
    await setUp({ only: only?.split(","), isFresh: process.argv.includes("--fresh-runtime") });
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}
