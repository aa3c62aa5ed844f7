import { execFile, execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../../..");
const isThere = (command: string) => (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));
const isRequired = process.env["AMC_LIBREOFFICE"] === "required";

/** Calls a function of the packaging's scripts in a process of its own, quickly packing. */
async function called(script: string, name: string, ...args: readonly unknown[]): Promise<unknown> {
  const code = `const scripts = await import(process.argv[1]); process.stdout.write(JSON.stringify((await scripts[process.argv[2]](...JSON.parse(process.argv[3]))) ?? null));`;
  const address = pathToFileURL(join(root, "scripts/packaging", script)).href;
  const env = { ...process.env, AMC_DEB_LEVEL: "0" };
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code, address, name, JSON.stringify(args)], { env, maxBuffer: 20_000_000 });
  return JSON.parse(stdout);
}

let folder: string;
let packed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packages-"));
  packed = join(folder, "packed");
  mkdirSync(join(packed, "resources", "third-party"), { recursive: true });
  writeFileSync(join(packed, "AMC Deal Desk.exe"), "MZ stands in for the program");
  writeFileSync(join(packed, "amc-deal-desk"), "#!/bin/sh\n");
  chmodSync(join(packed, "amc-deal-desk"), 0o755);
  writeFileSync(join(packed, "resources", "app.asar"), "stands in for the app");
  writeFileSync(join(packed, "resources", "third-party", "notices.txt"), "Licences of $COMPONENTS");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === "win32")("the tar.xz", () => {
  let unpacked: string;

  beforeAll(async () => {
    const file = join(folder, "program.tar.xz");
    await called("tar-package.mjs", "writeTar", packed, file);
    unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    execFileSync("tar", ["-xf", file, "-C", unpacked]);
    unpacked = join(unpacked, "amc-deal-desk-0.1.0");
  });

  it("holds the program as it was packed, and says in both languages how to start it", () => {
    expect(statSync(join(unpacked, "amc-deal-desk")).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(unpacked, "resources/app.asar"), "utf8")).toBe("stands in for the app");
    const text = readFileSync(join(unpacked, "READ-ME.txt"), "utf8");
    expect(text).toContain("卸载");
    expect(text).toContain("Uninstall");
  });

  it("adds a menu entry for its user alone, which starts it where it lies, and takes it away again", () => {
    const home = mkdtempSync(join(folder, "home-"));
    const entry = join(home, "applications/amc-deal-desk.desktop");
    const script = (...args: readonly string[]) => execFileSync(join(unpacked, "add-to-menu.sh"), args, { env: { ...process.env, XDG_DATA_HOME: home } });
    script();
    const text = readFileSync(entry, "utf8");
    expect(text).toContain(`Exec="${unpacked}/amc-deal-desk" %F`);
    expect(text).toContain("Name[zh_CN]=AMC 收购定价台");
    expect(existsSync(/^Icon=(.*)$/m.exec(text)?.[1] ?? "")).toBe(true);
    script("--remove");
    expect(existsSync(entry)).toBe(false);
  });
});

describe("what npm run dist is asked for", () => {
  const target = (...argv: readonly string[]) => called("dist-target.mjs", "readTarget", argv);

  it("refuses what it doesn't know, and another system without an Electron of it", async () => {
    await expect(target("--plattform=win32")).rejects.toThrow("--plattform=win32");
    await expect(target("--platform=plan9")).rejects.toThrow("plan9");
    await expect(target("--platform=win32", "--arch=arm64")).rejects.toThrow("--electron-dist DIR");
    await expect(target("--platform=win32", "--electron-dist", folder)).rejects.toThrow("no unpacked Electron for win32");
  });

  it("takes an unpacked Electron of another system at its own word for the version", async () => {
    const electron = join(folder, "electron");
    cpSync(packed, electron, { recursive: true });
    writeFileSync(join(electron, "electron.exe"), "MZ");
    writeFileSync(join(electron, "version"), "45.4.1");
    expect(await target("--platform=win32", "--arch=x64", "--electron-dist", electron)).toEqual({
      platform: "win32",
      arch: "x64",
      isHere: process.platform === "win32",
      runtime: { electronDist: electron, electronVersion: "45.4.1" },
    });
  });
});

describe.skipIf(!isRequired && !isThere("makensis"))("the installer for Windows", () => {
  it("is compiled of a packed folder, and removes by name what it installed and nothing else", async () => {
    const file = join(folder, "setup.exe");
    const said = String(await called("windows-installer.mjs", "writeWindowsInstaller", packed, file));
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("MZ");
    expect(said).toMatch(/Install: 2 pages .*2 language tables/);
    const removed = [...said.matchAll(/^(Delete|RMDir): "(.+)"$/gm)].map(([, what, place]) => `${what} ${place}`);
    expect(removed).toEqual([
      "Delete $INSTDIR\\AMC Deal Desk.exe",
      "Delete $INSTDIR\\amc-deal-desk",
      "Delete $INSTDIR\\resources\\app.asar",
      "Delete $INSTDIR\\resources\\third-party\\notices.txt",
      "RMDir $INSTDIR\\resources\\third-party",
      "RMDir $INSTDIR\\resources",
      "Delete $INSTDIR\\Uninstall.exe",
      "RMDir $INSTDIR",
      "Delete $SMPROGRAMS\\AMC 收购定价台.lnk",
      "Delete $SMPROGRAMS\\AMC Deal Desk.lnk",
    ]);
  });
});
