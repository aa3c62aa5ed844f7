import { spawn } from "node:child_process";
import { SetupError } from "./shell.mjs";

const serverCommand = "Xvfb";

/** True where a window has nowhere to appear. */
export function isDisplayMissing() {
  return process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Starts a virtual screen on a free number; answers `{ display, stop }`. */
export async function startVirtualDisplay() {
  const screen = ["-screen", "0", "1920x1200x24", "-nolisten", "tcp"];
  const server = spawn(serverCommand, ["-displayfd", "3", ...screen], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const stop = () => server.kill();
  process.once("exit", stop);
  const number = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new SetupError(`The virtual screen Xvfb did not start (${why}).`, "Run: npm run setup"));
    const timer = setTimeout(() => fail("no answer in 60 s"), 60_000);
    server.on("error", (error) => fail(error.message));
    server.on("exit", (code) => fail(`code ${code}`));
    let answer = "";
    server.stdio[3].on("data", (chunk) => {
      answer += chunk;
      if (!answer.includes("\n")) return;
      clearTimeout(timer);
      resolve(answer.trim());
    });
  });
  return { display: `:${number}`, stop };
}
