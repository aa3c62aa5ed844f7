import { createHash } from "node:crypto";
import { createReadStream, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readTarget } from "./packaging/dist-target.mjs";
import { markOf, runBuilder } from "./packaging/electron-builder.mjs";
import { writeTar } from "./packaging/tar-package.mjs";
import { writeWindowsInstaller } from "./packaging/windows-installer.mjs";
import { fromRoot, projectRoot, readJson, SetupError } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const outFolder = fromRoot("out", "installers");

try {
  await setUp();
  const target = readTarget(process.argv.slice(2));
  console.log("Packing (minutes; AMC_DEB_LEVEL=1 is faster and larger) …");
  rmSync(outFolder, { recursive: true, force: true });
  await pack(target);
  await writeSums();
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

async function pack(target) {
  const { platform, arch } = target;
  if (platform === "linux") {
    await runBuilder(["--linux", "deb", `--${arch}`], target);
    await writeTar(packedFolder(), artifact(target, "tar.xz"));
  } else if (platform === process.platform) {
    await runBuilder([`--${arch}`], target);
  } else if (platform === "win32") {
    await runBuilder(["--win", "dir", `--${arch}`], target);
    await writeWindowsInstaller(packedFolder(), artifact(target, "exe"));
  } else {
    throw new SetupError("A dmg is made on macOS alone.");
  }
}

function packedFolder() {
  const name = readdirSync(outFolder).find((one) => one.endsWith("-unpacked"));
  if (name === undefined) throw new SetupError("electron-builder left no packed folder in out/installers.", "See .cache/setup.log.");
  return path.join(outFolder, name);
}

/** Named as electron-builder names the deb. */
function artifact({ platform, arch, runtime }, extension) {
  const { name, version } = readJson(fromRoot("package.json"));
  const machine = platform === "linux" && arch === "x64" ? "amd64" : arch;
  return path.join(outFolder, `${name}_${version}_${machine}${markOf(runtime)}.${extension}`);
}

/** `sha256sum -c SHA256SUMS` in the folder checks them. */
async function writeSums() {
  const lines = [];
  for (const name of readdirSync(outFolder).filter((file) => /\.(deb|tar\.xz|exe|dmg)$/.test(file))) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path.join(outFolder, name)), hash);
    lines.push(`${hash.digest("hex")}  ${name}\n`);
    console.log(path.relative(projectRoot, path.join(outFolder, name)));
  }
  writeFileSync(path.join(outFolder, "SHA256SUMS"), lines.join(""));
}
