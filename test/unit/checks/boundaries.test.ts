import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const folders: string[] = [];

/** Lints one planted file in a tree of its own and answers what the linter says. */
async function lint(path: string, source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "boundaries-"));
  folders.push(folder);
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, source);
  return new Promise((done) => {
    execFile(join(root, "node_modules/.bin/oxlint"), ["-c", join(root, "test/checks/oxlint.json"), "."], { cwd: folder }, (_error, stdout) => done(stdout));
  });
}

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe("the linter refuses each forbidden arrow", () => {
  it.each([
    ["shared imports main", "shared/a.ts", `import { x } from "../main/deals/deal-service.ts"; export const y = x;`],
    ["the engine imports Node", "main/engine/a.ts", `import { readFileSync } from "node:fs"; export const y = readFileSync;`],
    ["the engine imports a feature", "main/engine/a.ts", `import { x } from "../deals/deal-service.ts"; export const y = x;`],
    ["the engine reads the clock", "main/engine/a.ts", "export const y = Date.now();"],
    ["the engine draws without a seed", "main/engine/a.ts", "export const y = Math.random();"],
    ["db imports a feature", "main/db/a.ts", `import { x } from "../deals/deal-service.ts"; export const y = x;`],
    ["jobs import the engine", "main/jobs/a.ts", `import { x } from "../engine/pool.ts"; export const y = x;`],
    ["a feature imports another's queries", "main/deals/a.ts", `import { x } from "../tapes/tape-queries.ts"; export const y = x;`],
    ["a feature imports ipc", "main/deals/a.ts", `import { x } from "../ipc/handlers.ts"; export const y = x;`],
    ["a feature imports electron", "main/tapes/a.ts", `import { app } from "electron"; export const y = app;`],
    ["a handler imports queries", "main/ipc/a-handlers.ts", `import { x } from "../tapes/tape-queries.ts"; export const y = x;`],
    ["ipcMain outside the binding", "main/app/a.ts", `import { ipcMain } from "electron"; export const y = ipcMain;`],
    ["the preload imports a service", "main/preload/a.ts", `import { x } from "../tapes/tape-service.ts"; export const y = x;`],
    ["the renderer imports main by value", "renderer/app/a.ts", `import { x } from "../../main/deals/deal-service.ts"; export const y = x;`],
    ["the renderer imports main by type", "renderer/app/a.ts", `import type { X } from "../../main/deals/deal-service.ts"; export type Y = X;`],
    ["the renderer imports electron", "renderer/app/a.ts", `import { shell } from "electron"; export const y = shell;`],
    ["a screen imports another screen", "renderer/deals/a.ts", `import { x } from "../pricing/workbench-store.ts"; export const y = x;`],
    ["any", "main/deals/a.ts", "export const y: any = 1;"],
    ["a default export", "main/deals/a.ts", "export default 1;"],
  ])("%s", async (_name, path, source) => {
    expect(await lint(path, source)).toMatch(/Found \d+ warnings? and [1-9]\d* errors?/);
  });

  it("and lets the allowed ones pass", async () => {
    const clean = await lint("main/deals/a.ts", `import { x } from "../db/open-database.ts"; export const y = x;`);
    expect(clean).toContain("0 errors");
    expect(clean).toMatch(/on 1 files?/);
  });
});
