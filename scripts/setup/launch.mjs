import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { isDisplayMissing, startVirtualDisplay } from "./display.mjs";
import { readRuntime } from "./electron-runtime.mjs";
import { projectRoot } from "./shell.mjs";

/** What Chromium says on machines without a message bus or a graphics card; neither is needed. */
const harmlessNoise = /^\[\d+:[\d/.]+:ERROR:(bus|viz_main_impl|shared_image_interface_proxy|one_copy_raster_buffer_provider)\.cc/;

/** Chromium refuses its sandbox to the super-user; everybody else keeps it. */
function sandboxSwitches() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Runs the built app to its end and answers its exit code; nothing it started outlives this process. */
export async function runApp(appSwitches, { environment = {}, timeoutMs } = {}) {
  const runtime = readRuntime();
  const screen = isDisplayMissing() ? await startVirtualDisplay() : undefined;
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const isGroup = process.platform !== "win32";
  const app = spawn(runtime.executable, [...sandboxSwitches(), ...runtime.appArguments, ...appSwitches], {
    cwd: projectRoot,
    env: { ...inherited, ...(screen === undefined ? {} : { DISPLAY: screen.display }), ...environment },
    stdio: ["inherit", "inherit", "pipe"],
    detached: isGroup,
  });
  createInterface({ input: app.stderr }).on("line", (line) => {
    if (!harmlessNoise.test(line)) process.stderr.write(`${line}\n`);
  });
  const end = (signal) => {
    if (app.pid === undefined) return;
    try {
      if (isGroup) process.kill(0 - app.pid, signal);
      else app.kill(signal);
    } catch {
      // Already gone.
    }
  };
  process.once("exit", () => end("SIGKILL"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      end("SIGTERM");
      setTimeout(() => process.exit(130), 3000).unref();
    });
  }
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        end("SIGKILL");
      },
      timeoutMs ?? 2 ** 31 - 1,
    );
    const settle = (action) => {
      clearTimeout(timer);
      end("SIGKILL");
      screen?.stop();
      action();
    };
    app.on("error", (error) => settle(() => reject(error)));
    app.on("exit", (code, signal) => settle(() => resolve({ code: code ?? 1, signal, isLate })));
  });
}
