import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { writeNotices } from "../packaging/write-notices.mjs";
import { readRuntime } from "./electron-runtime.mjs";
import { buildKernels } from "./kernel-build.mjs";
import { fromRoot, hashOf, pinnedNode, runLogged, SetupError, toolEnvironment, toolScript } from "./shell.mjs";

export const buildConfig = "main/electron.vite.config.ts";
const inputs = ["main", "renderer", "shared", "scripts/packaging", "package.json", "package-lock.json", "tsconfig.json"];
const stamp = fromRoot("dist", ".built-from");
const outputs = ["dist/main", "dist/preload", "dist/renderer", "dist/third-party"];

/** Environment that makes the bundler aim at the Electron that was found, not only at the one named. */
export function buildEnvironment(runtime) {
  return toolEnvironment({
    ELECTRON_MAJOR_VER: runtime.electronVersion.split(".")[0],
    ELECTRON_EXEC_PATH: runtime.executable,
  });
}

/** Builds the app when a source, the lock file or the target Electron changed. */
export async function buildApp() {
  await buildKernels();
  const runtime = readRuntime();
  const env = buildEnvironment(runtime);
  if (!existsSync(fromRoot(buildConfig))) {
    throw new SetupError(`${buildConfig} is missing, so the app cannot be built.`, "Restore it from git.");
  }
  const wanted = hashOf(inputs, env.ELECTRON_MAJOR_VER);
  const isThere = outputs.every((folder) => existsSync(fromRoot(folder)));
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
  await runLogged(pinnedNode(), [toolScript("electron-vite"), "build", "--config", buildConfig], {
    env,
    remedy: "Mend the error above (the whole log is .cache/setup.log) and run: npm run build",
  });
  writeNotices(runtime.electronVersion);
  writeFileSync(stamp, wanted);
  return "done";
}
