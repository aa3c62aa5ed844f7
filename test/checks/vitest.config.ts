import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Of which each has a window of its own at work (own-display.ts); one where the windows appear on the user's own screen. */
const displays = process.env["AMC_E2E_DISPLAYS"]?.split(" ").length ?? 1;

/** No measure of speed: it ends a test that hangs, also where other work leaves it a tenth of a processor. */
const hangs = 900_000;

export default defineConfig({
  root,
  test: {
    projects: [
      // A process goes on with the next file: to start one and to load the modules anew takes longer than most files do.
      {
        root,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["test/checks/fixed-draws.ts", "test/unit/first-language.ts"],
          environment: "node",
          isolate: false,
          testTimeout: hangs,
        },
      },
      {
        root,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts", "test/attack/**/*.test.ts"],
          globalSetup: ["test/integration/built-workers.ts"],
          setupFiles: ["test/checks/fixed-draws.ts"],
          environment: "node",
          isolate: false,
          testTimeout: hangs,
          hookTimeout: hangs,
        },
      },
      // One window at a time on a display. No retry: a window that fails is a fault (but see killed-windows.ts).
      {
        root,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/killed-windows.ts"],
          setupFiles: ["test/e2e/own-display.ts"],
          environment: "node",
          testTimeout: hangs,
          hookTimeout: hangs,
          maxWorkers: displays,
          retry: 0,
        },
      },
    ],
  },
});
