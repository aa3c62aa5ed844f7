import { cpSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { readRuntime } from "../setup/electron-runtime.mjs";
import { cacheFolder, fromRoot, pinnedNode, projectRoot, readJson, runLogged, toolEnvironment, toolScript } from "../setup/shell.mjs";

/**
 * Runs electron-builder.
 * @param args after those that name the configuration and the Electron
 * @param runtime the Electron that set-up found, where no other is named
 * @param project the folder that is packed, with its own electron-builder.yml
 * @param isHere whether it is one for this machine, so that the binding which was compiled for that goes with it
 */
export async function runBuilder(args, { runtime = readRuntime(), isHere = true, project = projectRoot } = {}) {
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
      { cwd: project, env: builderEnvironment(isHere), remedy: "The whole log is .cache/setup.log." },
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

const artifactName = (runtime) => `${["name", "version", "arch"].map((word) => `$\{${word}}`).join("_")}${markOf(runtime)}.$\{ext}`;

/** A package on another Electron than package.json names says so in its file name. */
export function markOf({ electronVersion }) {
  const named = readJson(fromRoot("package.json")).devDependencies.electron;
  return named === electronVersion ? "" : `_electron-${electronVersion}-stand-in`;
}

function builderEnvironment(isHere) {
  const isCompiled = isHere && existsSync(fromRoot("node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node"));
  const own = { AMC_UNUSED_BINDING: isCompiled ? "prebuilds" : "build" };
  if (process.platform === "linux" && !process.env.CUSTOM_FPM_PATH) own.CUSTOM_FPM_PATH = fromRoot("scripts", "packaging", "fpm");
  return toolEnvironment(own);
}
