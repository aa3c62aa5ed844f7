import { execFile, execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { openSampleDeal } from "./desk-steps.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, projectRoot, removeFolder, startUntilExit } from "./desk-window.ts";

const run = promisify(execFile);
const packingLimitMs = 600_000;
const refusedExitCode = 4;
const earlierCommit = "2e1cc561050e";
/** Installing takes the super-user's rights and Debian's dpkg; only where somebody else's sandbox can be tried too. */
const canInstall = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/dpkg-deb") && existsSync("/usr/bin/setpriv");
/** Of the last commit without a package, whose desk and program are what an upgrade finds; CI has it, a clone cut short may not. */
const canUpgrade = canInstall && hasEarlierCommit();
let executable: string;
let debFile: string;
let earlierDeb: string;

const schemaOf = (file: string) => Number(new DatabaseSync(file, { readOnly: true }).prepare("PRAGMA user_version").get()?.["user_version"]);

function hasEarlierCommit(): boolean {
  try {
    execFileSync("git", ["cat-file", "-e", `${earlierCommit}^{commit}`], { cwd: projectRoot, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  if (canUpgrade) {
    const { stdout } = await run(process.execPath, ["scripts/pack-earlier.mjs"], { cwd: projectRoot, maxBuffer: 20_000_000 });
    earlierDeb = join(projectRoot, stdout.trim());
  }
  const { stdout } = await run(process.execPath, ["scripts/pack-dir.mjs", ...(canInstall ? ["--deb"] : [])], { cwd: projectRoot, maxBuffer: 20_000_000 });
  const [deb = "", unpacked = ""] = stdout.trim().split("\n").slice(-2);
  executable = join(projectRoot, unpacked);
  debFile = join(projectRoot, deb);
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

describe.skipIf(!canInstall)("the Debian package", () => {
  const packageName = "amc-deal-desk";
  const command = `/usr/bin/${packageName}`;
  /** Nobody's, and not in any list of users. */
  const stranger = 64_001;
  let home: string;
  let dataFolder: string;
  let starter: string;
  /** The display's key is the super-user's to read. */
  let displayKey: string;
  const asStranger = () => ({ executable: starter, dataFolder, isSandboxed: true, environment: { HOME: home, XAUTHORITY: displayKey } });

  beforeAll(async () => {
    home = await newDataFolder();
    dataFolder = join(home, ".config", "AMC Deal Desk");
    mkdirSync(dataFolder, { recursive: true });
    // What an older release left behind, where none is installed below.
    const [oldest = ""] = readdirSync(join(projectRoot, "test/fixtures/databases"))
      .filter((name) => name.endsWith(".sqlite"))
      .sort()
      .slice(-1);
    if (!canUpgrade) await copyFile(join(projectRoot, "test/fixtures/databases", oldest), join(dataFolder, databaseName));
    displayKey = join(home, ".Xauthority");
    await copyFile(process.env.XAUTHORITY ?? "/dev/null", displayKey);
    const own = [home, displayKey, join(home, ".config"), dataFolder, ...(canUpgrade ? [] : [join(dataFolder, databaseName)])];
    for (const path of own) chownSync(path, stranger, stranger);
    starter = join(home, "start-as-stranger");
    writeFileSync(starter, `#!/bin/sh\nexec setpriv --reuid=${stranger} --regid=${stranger} --clear-groups ${command} "$@"\n`);
    chmodSync(starter, 0o755);
  });
  afterAll(async () => {
    await run("dpkg", ["--purge", packageName]);
    await removeFolder(home);
  });

  it("says what it is, and asks for no more than libraries", async () => {
    const { stdout } = await run("dpkg-deb", ["--field", debFile, "Package", "Depends", "Recommends"]);
    expect(stdout).toContain(`Package: ${packageName}`);
    expect(stdout).toMatch(/^Depends: (lib[\w.+-]+(, )?)+$/m);
    const { stdout: listed } = await run("dpkg-deb", ["--contents", debFile], { maxBuffer: 20_000_000 });
    for (const file of ["doc/amc-deal-desk/copyright", "icons/hicolor/512x512/apps/amc-deal-desk.png"]) expect(listed).toContain(`./usr/share/${file}`);
    expect(listed.match(/[\w-]+\.node$/gm)).toHaveLength(1);
  });

  it.skipIf(!canUpgrade)("of an earlier release is installed, and its user works with it", async () => {
    // It asked for libraries that only open folders and show notices.
    await run("dpkg", ["--install", "--force-depends", earlierDeb], { maxBuffer: 20_000_000 });
    const desk = await openDesk(asStranger());
    await openSampleDeal(desk.page);
    await desk.quit();
    expect(existsSync(join(dataFolder, "backups"))).toBe(false);
  });

  it("is installed with a menu entry in Chinese and English that starts the command", async () => {
    await run("dpkg", ["--install", debFile], { maxBuffer: 20_000_000 });
    const entry = readFileSync(`/usr/share/applications/${packageName}.desktop`, "utf8");
    expect(entry).toMatch(/^Name=AMC Deal Desk$/m);
    expect(entry).toMatch(/^Name\[zh_CN\]=AMC 收购定价台$/m);
    expect(entry).toMatch(/^MimeType=.*text\/csv;/m);
    expect(entry).toMatch(/^MimeType=.*application\/vnd\.amc\.dealdossier;/m);
    expect(readFileSync(`/usr/share/mime/packages/${packageName}.xml`, "utf8")).toContain('<glob pattern="*.dealdossier"/>');
    const started = entry.match(/^Exec="([^"]+)"/m)?.[1] ?? "";
    expect(execFileSync("readlink", ["-f", command], { encoding: "utf8" }).trim()).toBe(started);
  });

  it("carries the licences of what it is made of, and the list of its components", () => {
    const folder = "/opt/AMC Deal Desk/resources/third-party";
    const notices = readFileSync(join(folder, "notices.txt"), "utf8");
    for (const name of [
      "react",
      "@mui/material",
      "echarts",
      "@fontsource/noto-sans-sc",
      "better-sqlite3-multiple-ciphers",
      "SQLite",
      "SQLite3 Multiple Ciphers",
    ])
      expect(notices).toMatch(new RegExp(`^${name} `, "m"));
    expect(notices).toContain("SIL OPEN FONT LICENSE");
    expect(notices).toContain("Apache ECharts");
    const { components } = JSON.parse(readFileSync(join(folder, "sbom.cdx.json"), "utf8")) as { components: { name: string }[] };
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(["electron", "react", "better-sqlite3-multiple-ciphers", "zod"]));
  });

  it("starts as an ordinary user in Chromium's sandbox, on the desk of an older release, which it backs up first", async () => {
    const desk = await openDesk(asStranger());
    const children = await desk.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type }) => ({ pid, type })));
    const page = children.find(({ type }) => type === "Tab")?.pid ?? 0;
    expect(readFileSync(`/proc/${page}/status`, "utf8")).toMatch(/^Seccomp:\s+2$/m);
    expect(statSync(`/proc/${page}`).uid).toBe(stranger);
    const backups = readdirSync(join(dataFolder, "backups")).map((name) => join(dataFolder, "backups", name));
    expect(Math.min(...backups.map(schemaOf))).toBeLessThan(schemaOf(join(dataFolder, databaseName)));
    // It came back where its user was.
    await desk.page.keyboard.press("Alt+1");
    await desk.page.waitForFunction(() => document.querySelectorAll('[role="row"][data-id]').length > 0);
    await openSampleDeal(desk.page);
    expect(await desk.page.getByTestId("max-bid-base").textContent()).toMatch(/\d/);
    await desk.quit();
  });

  it("says its version and its switches without opening a desk", async () => {
    const said = async (argument: string) => (await run(starter, [argument], { env: { ...process.env, HOME: home, XAUTHORITY: displayKey } })).stdout;
    expect(await said("--version")).toMatch(/^AMC Deal Desk \d+\.\d+\.\d+ \(engine [\d.]+, Electron [\d.]+\)$/m);
    expect(await said("--help")).toContain("--desk=");
  });

  it("is installed over itself, removed and purged without touching a user's data", async () => {
    await run("dpkg", ["--install", debFile], { maxBuffer: 20_000_000 });
    await run("dpkg", ["--remove", packageName]);
    expect(existsSync(command)).toBe(false);
    expect(existsSync("/opt/AMC Deal Desk")).toBe(false);
    await run("dpkg", ["--purge", packageName]);
    expect(existsSync(join(dataFolder, databaseName))).toBe(true);
  });
});
