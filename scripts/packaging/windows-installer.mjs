import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromRoot, readJson, runLogged } from "../setup/shell.mjs";

/** Makes the installer for Windows of a packed folder with Debian's makensis: nothing of electron-builder's own tools, which it would download. */
export async function writeWindowsInstaller(packedFolder, outFile) {
  const work = mkdtempSync(path.join(tmpdir(), "deal-desk-nsis-"));
  const list = path.join(work, "files.nsh");
  const { version } = readJson(fromRoot("package.json"));
  const defined = { SOURCE: path.resolve(packedFolder), LIST: list, VERSION: version, OUTPUT: path.resolve(outFile) };
  try {
    writeFileSync(list, `${linesOf(packedFolder).join("\n")}\n`);
    const defines = Object.entries(defined).map(([name, value]) => `-D${name}=${value}`);
    return await runLogged("makensis", ["-V4", "-INPUTCHARSET", "UTF8", ...defines, fromRoot("scripts", "packaging", "windows.nsi")], {
      remedy: "Debian's package nsis has it.",
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the uninstaller takes away: every file by its name, then the folders, deepest first, where they are empty. */
function linesOf(folder, inside = "$INSTDIR") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // A dollar is NSIS's own sign.
    const place = `${inside}\\${entry.name.replaceAll("$", "$$$$")}`;
    if (!entry.isDirectory()) return [`Delete "${place}"`];
    return [...linesOf(path.join(folder, entry.name), place), `RMDir "${place}"`];
  });
}
