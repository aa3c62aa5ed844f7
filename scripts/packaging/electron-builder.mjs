import { cpSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { readRuntime } from "../setup/electron-runtime.mjs";
import { cacheFolder, fromRoot, pinnedNode, readJson, runLogged, toolEnvironment, toolScript } from "../setup/shell.mjs";

/**
 * Runs electron-builder on the Electron that set-up found.
 * @param args after those that name the configuration and that Electron
 */
export async function runBuilder(args) {
  const runtime = readRuntime();
  const copy = path.join(cacheFolder, "pack-runtime");
  try {
    await runLogged(
      pinnedNode(),
      [
        toolScript("electron-builder"),
        "--publish=never",
        "--config",
        "electron-builder.yml",
        `-c.electronDist=${copyRuntime(runtime, copy)}`,
        `-c.electronVersion=${runtime.electronVersion}`,
        `-c.artifactName=${artifactName(runtime)}`,
        ...args,
      ],
      { env: builderEnvironment(), remedy: "The whole log is .cache/setup.log." },
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Without the link by which the stand-in starts this folder's app. */
function copyRuntime({ electronDist }, copy) {
  rmSync(copy, { recursive: true, force: true });
  const ownApp = path.join(electronDist, "resources", "app");
  cpSync(electronDist, copy, { recursive: true, verbatimSymlinks: true, filter: (from) => from !== ownApp });
  return copy;
}

/** A package on another Electron than package.json names says so in its file name. */
function artifactName({ electronVersion }) {
  const named = readJson(fromRoot("package.json")).devDependencies.electron;
  const mark = named === electronVersion ? "" : `_electron-${electronVersion}-stand-in`;
  return ["name", "version", "arch"].map((word) => `$\{${word}}`).join("_") + `${mark}.$\{ext}`;
}

function builderEnvironment() {
  const isCompiled = existsSync(fromRoot("node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node"));
  const own = { AMC_UNUSED_BINDING: isCompiled ? "prebuilds" : "build" };
  if (process.platform === "linux" && !process.env.CUSTOM_FPM_PATH) own.CUSTOM_FPM_PATH = fromRoot("scripts", "packaging", "fpm");
  return toolEnvironment(own);
}
