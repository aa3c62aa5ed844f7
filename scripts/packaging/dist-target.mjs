import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readRuntime } from "../setup/electron-runtime.mjs";
import { SetupError } from "../setup/shell.mjs";

/** Systems for which a package can be made here, and what their Electron is started by. */
const executables = { linux: "electron", win32: "electron.exe", darwin: "Electron.app" };
const architectures = ["x64", "arm64"];

/**
 * What `npm run dist` is to make: for this system on the Electron that set-up found, or by `--platform`, `--arch` and
 * `--electron-dist DIR` for another on an Electron of that one.
 */
export function readTarget(argv) {
  const given = new Map();
  for (let at = 0; at < argv.length; at += 1) {
    const [, name, value] = /^--(platform|arch|electron-dist)(?:=(.+))?$/.exec(argv[at]) ?? [];
    if (name === undefined) throw new SetupError(`Unknown: ${argv[at]}`, "npm run dist -- [--platform linux|win32] [--arch x64|arm64] [--electron-dist DIR]");
    given.set(name, value ?? argv[(at += 1)]);
  }
  const platform = given.get("platform") ?? process.platform;
  const arch = given.get("arch") ?? process.arch;
  if (!(platform in executables) || !architectures.includes(arch)) throw new SetupError(`There is no package for ${platform} on ${arch}.`);
  const isHere = platform === process.platform && arch === process.arch;
  const electronDist = given.get("electron-dist");
  if (electronDist !== undefined) return { platform, arch, isHere, runtime: runtimeIn(path.resolve(electronDist), platform) };
  if (!isHere) throw new SetupError(`The Electron that set-up found is not one for ${platform} on ${arch}.`, "Name an unpacked one: --electron-dist DIR");
  return { platform, arch, isHere, runtime: readRuntime() };
}

/** An unpacked Electron says its version itself; one of another system can't be asked. */
function runtimeIn(electronDist, platform) {
  const versionFile = path.join(electronDist, "version");
  if (!existsSync(path.join(electronDist, executables[platform])) || !existsSync(versionFile)) {
    throw new SetupError(
      `${path.basename(electronDist)} holds no unpacked Electron for ${platform}.`,
      "It is the folder with `version` and Electron's executable in it.",
    );
  }
  return { electronDist, electronVersion: readFileSync(versionFile, "utf8").trim().replace(/^v/, "") };
}
