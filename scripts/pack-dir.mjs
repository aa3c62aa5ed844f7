import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readRuntime } from "./setup/electron-runtime.mjs";
import { cacheFolder, fromRoot, pinnedNode, projectRoot, runLogged, SetupError, toolScript } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const outFolder = fromRoot("out", "pack");

try {
  await setUp();
  const executable = await packForTests();
  console.log(path.relative(projectRoot, executable));
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** The packed app as users get it, on the runtime at hand, with the inspector fuse on and marked as a test build so that a driver can attach. */
async function packForTests() {
  const runtime = readRuntime();
  const dist = path.join(cacheFolder, "pack-runtime");
  rmSync(dist, { recursive: true, force: true });
  const ownApp = path.join(runtime.electronDist, "resources", "app");
  cpSync(runtime.electronDist, dist, { recursive: true, verbatimSymlinks: true, filter: (from) => from !== ownApp });
  rmSync(outFolder, { recursive: true, force: true });
  try {
    await runLogged(
      pinnedNode(),
      [
        toolScript("electron-builder"),
        "--dir",
        "--publish=never",
        "--config",
        "electron-builder.yml",
        `-c.electronDist=${dist}`,
        `-c.electronVersion=${runtime.electronVersion}`,
        `-c.directories.output=${outFolder}`,
        "-c.electronFuses.enableNodeCliInspectArguments=true",
        "-c.extraMetadata.testBuild=true",
      ],
      { remedy: "The whole log is .cache/setup.log." },
    );
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
  return findExecutable();
}

function findExecutable() {
  const folder = readdirSync(outFolder).find((name) => /-unpacked$|^mac/.test(name)) ?? "";
  const names = {
    linux: ["amc-deal-desk"],
    win32: ["AMC Deal Desk.exe"],
    darwin: ["AMC Deal Desk.app", "Contents", "MacOS", "AMC Deal Desk"],
  };
  const executable = path.join(outFolder, folder, ...(names[process.platform] ?? names.linux));
  if (existsSync(executable)) return executable;
  throw new SetupError("electron-builder ended without an executable in out/pack.", "See .cache/setup.log.");
}
