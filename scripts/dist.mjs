import { spawn } from "node:child_process";
import { pinnedNode, projectRoot, toolEnvironment, toolScript } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

try {
  await setUp();
  const builder = spawn(pinnedNode(), [toolScript("electron-builder"), "--publish=never", "--config", "electron-builder.yml", ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: toolEnvironment(),
    stdio: "inherit",
  });
  builder.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
