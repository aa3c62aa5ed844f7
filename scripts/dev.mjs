import { spawn } from "node:child_process";
import { buildConfig, buildEnvironment } from "./setup/app-build.mjs";
import { isDisplayMissing, startVirtualDisplay } from "./setup/display.mjs";
import { readRuntime } from "./setup/electron-runtime.mjs";
import { pinnedNode, projectRoot, toolScript } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

try {
  await setUp({ only: ["deps", "node", "libs", "electron", "sqlite"] });
  const screen = isDisplayMissing() ? await startVirtualDisplay() : undefined;
  const env = buildEnvironment(readRuntime());
  if (screen !== undefined) env.DISPLAY = screen.display;
  if (process.getuid?.() === 0) env.NO_SANDBOX = "1";
  const child = spawn(pinnedNode(), [toolScript("electron-vite"), "dev", "--watch", "--config", buildConfig, ...process.argv.slice(2)], {
    cwd: projectRoot,
    env,
    stdio: "inherit",
  });
  child.on("exit", (code) => {
    screen?.stop();
    process.exit(code ?? 1);
  });
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
