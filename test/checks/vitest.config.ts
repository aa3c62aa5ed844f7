import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Of which each has a window of its own at work (own-display.ts); one where the windows appear on the user's own screen. */
const displays = process.env["AMC_E2E_DISPLAYS"]?.split(" ").length ?? 1;

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 30_000 } },
      {
        root,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts", "test/attack/**/*.test.ts"],
          globalSetup: ["test/integration/built-workers.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: displays,
          retry: 0,
        },
      },
    ],
  },
});
