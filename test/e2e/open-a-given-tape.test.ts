import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

/** As a file manager starts the app with a tape: the first time, and while it runs. */
describe("a tape that the system opens with the app", () => {
  let folder: string;
  let first: string;
  let second: string;
  let desk: DeskWindow;
  const head = "合同编号,借款人,本金（元）,利息（元）\n";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "desk-given-"));
    first = join(folder, "Luoyang 2025 1.csv");
    second = join(folder, "Luoyang 2025 2.csv");
    await writeFile(first, `${head}A-1,甲公司,1000000,2000\n`);
    await writeFile(second, `${head}B-1,乙公司,3000000,1000\n`);
    desk = await openDesk({ arguments: [first] });
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
    await removeFolder(folder);
  });

  /** A second start of the app on the same folder, which hands over what it was given and ends. */
  async function startAgain(...given: string[]): Promise<void> {
    const [executable, ...args] = await desk.app.evaluate(({ app }) => [process.execPath, ...(app.isPackaged ? [] : [app.getAppPath()])]);
    const isSuperUser = process.getuid?.() === 0;
    const child = spawn(executable ?? "", [...args, ...(isSuperUser ? ["--no-sandbox"] : []), ...given], {
      cwd: folder,
      env: { ...process.env, AMC_DATA_DIR: desk.dataFolder, AMC_E2E: "1" },
      stdio: "ignore",
    });
    await once(child, "exit");
  }

  it("begins a new deal named after it, when the app starts", async () => {
    expect(await desk.page.getByTestId("deal-name").inputValue()).toBe("Luoyang 2025 1");
  });

  it("is not taken behind an open dialog, which says so", async () => {
    await startAgain("Luoyang 2025 2.csv");
    await desk.page.getByText(textOf("zh", "drop.givenBehindDialog"), { exact: true }).waitFor();
    expect(await desk.page.getByTestId("deal-name").inputValue()).toBe("Luoyang 2025 1");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("deal-name").waitFor({ state: "detached" });
  });

  it("is taken by the window that runs, from another screen too", async () => {
    await desk.page.getByTestId("nav-market").click();
    await startAgain("Luoyang 2025 2.csv");
    await desk.page.getByTestId("deal-name").waitFor();
    expect(await desk.page.getByTestId("deal-name").inputValue()).toBe("Luoyang 2025 2");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("deal-name").waitFor({ state: "detached" });
  });

  it("that is no longer there is said at the foot of the window", async () => {
    await startAgain(join(folder, "gone.csv"));
    await desk.page.getByTestId("drop-failure").waitFor();
  });
});
