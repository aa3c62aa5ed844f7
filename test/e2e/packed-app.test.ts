import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { openSampleDeal } from "./desk-steps.ts";
import { type DeskWindow, newDataFolder, openDesk, projectRoot, removeFolder, startUntilExit } from "./desk-window.ts";

const run = promisify(execFile);
const packingLimitMs = 600_000;
const refusedExitCode = 4;
let executable: string;

beforeAll(async () => {
  const { stdout } = await run(process.execPath, ["scripts/pack-dir.mjs"], { cwd: projectRoot, maxBuffer: 20_000_000 });
  executable = join(projectRoot, stdout.trim().split("\n").at(-1) ?? "");
}, packingLimitMs);

describe("the packed app", () => {
  let desk: DeskWindow;

  beforeAll(async () => {
    desk = await openDesk({ executable });
  });
  afterAll(async () => {
    await desk?.quit();
    if (desk) await removeFolder(desk.dataFolder);
  });

  it("is packed and runs from its archive", async () => {
    const found = await desk.app.evaluate(({ app }) => ({ isPackaged: app.isPackaged, appPath: app.getAppPath() }));
    expect(found).toEqual({ isPackaged: true, appPath: expect.stringMatching(/[\\/]app\.asar$/) });
  });

  it("opens the sample: the worker reads the workbook and the database binding loads", async () => {
    const { page } = desk;
    await openSampleDeal(page);
    expect(await page.getByTestId("max-bid-base").textContent()).toMatch(/\d/);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});

describe("start switches of the packed app", () => {
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
  });
  afterAll(() => removeFolder(dataFolder));

  // A test build takes the driver's own switches; test/attack/command-line.test.ts holds the released app's list.
  it.each(["--js-flags=--expose-gc", "--remote-debugging-pipe", "--disable-web-security", "--host-resolver-rules=MAP * 127.0.0.1", "--load-extension=/tmp"])(
    "refuses %s",
    async (argument) => {
      const name = argument.split("=")[0] ?? argument;
      const { exitCode, stderr } = await startUntilExit({ executable, dataFolder, arguments: [argument] }, name);
      expect(stderr).toContain(name);
      expect([refusedExitCode, null]).toContain(exitCode);
    },
  );
});
