import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { runBuilder } from "./packaging/electron-builder.mjs";
import { fromRoot, projectRoot, SetupError } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const outFolder = fromRoot("out", "pack");
const output = `-c.directories.output=${outFolder}`;

try {
  await setUp();
  rmSync(outFolder, { recursive: true, force: true });
  const executable = await packForTests();
  if (process.argv.includes("--deb")) console.log(path.relative(projectRoot, await packageFolder(path.dirname(executable))));
  console.log(path.relative(projectRoot, executable));
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** The packed app as users get it, on the runtime at hand, with the inspector fuse on and marked as a test build so that a driver can attach. */
async function packForTests() {
  await runBuilder(["--dir", output, "-c.electronFuses.enableNodeCliInspectArguments=true", "-c.extraMetadata.testBuild=true"]);
  return findExecutable();
}

/** The same as a Debian package, quickly. */
async function packageFolder(folder) {
  process.env.AMC_DEB_LEVEL ??= "0";
  await runBuilder(["--linux", "deb", "--prepackaged", folder, output]);
  const name = readdirSync(outFolder).find((file) => file.endsWith(".deb"));
  if (name === undefined) throw new SetupError("electron-builder ended without a package in out/pack.", "See .cache/setup.log.");
  return path.join(outFolder, name);
}

function findExecutable() {
  const folder = readdirSync(outFolder).find((name) => /-unpacked$|^mac/.test(name)) ?? "";
  const names = {
    linux: ["amc-deal-desk"],
    win32: ["AMC Deal Desk.exe"],
    darwin: ["AMC Deal Desk.app", "Contents", "MacOS", "AMC Deal Desk"],
  };
  const executable = path.join(outFolder, folder, ...(names[process.platform] ?? names.linux));
  if (existsSync(executable)) return executable;
  throw new SetupError("electron-builder ended without an executable in out/pack.", "See .cache/setup.log.");
}
