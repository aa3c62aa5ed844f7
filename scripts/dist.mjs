import { createHash } from "node:crypto";
import { createReadStream, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { runBuilder } from "./packaging/electron-builder.mjs";
import { fromRoot, projectRoot } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const outFolder = fromRoot("out", "installers");

try {
  await setUp();
  console.log("Packing (minutes; AMC_DEB_LEVEL=1 is faster and larger) …");
  rmSync(outFolder, { recursive: true, force: true });
  await runBuilder(process.argv.slice(2));
  await writeSums();
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** `sha256sum -c SHA256SUMS` in the folder checks them. */
async function writeSums() {
  const lines = [];
  for (const name of readdirSync(outFolder).filter((file) => /\.(deb|exe|dmg|AppImage)$/.test(file))) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path.join(outFolder, name)), hash);
    lines.push(`${hash.digest("hex")}  ${name}\n`);
    console.log(path.relative(projectRoot, path.join(outFolder, name)));
  }
  writeFileSync(path.join(outFolder, "SHA256SUMS"), lines.join(""));
}
