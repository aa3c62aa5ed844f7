import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { runBuilder } from "./packaging/electron-builder.mjs";
import { readRuntime } from "./setup/electron-runtime.mjs";
import { cacheFolder, capture, fromRoot, pinnedNode, projectRoot, readJson, runLogged, writeJson } from "./setup/shell.mjs";
import { reportFailure } from "./setup.mjs";

/** The last commit before there was a package: what a test upgrades from. */
const earlier = "2e1cc561050e";
const folder = path.join(cacheFolder, "earlier", earlier);
const source = path.join(folder, "source");
const project = path.join(folder, "project");
const output = path.join(folder, "out");

try {
  const deb = hasCommit() ? (findDeb() ?? (await makePackage())) : undefined;
  // Where the clone lacks the commit nothing is said.
  if (deb !== undefined) console.log(path.relative(projectRoot, deb));
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

function hasCommit() {
  return capture("git", ["cat-file", "-e", `${earlier}^{commit}`]) !== undefined;
}

function findDeb() {
  const name = existsSync(output) ? readdirSync(output).find((file) => file.endsWith(".deb")) : undefined;
  return name === undefined ? undefined : path.join(output, name);
}

/** Builds the commit by its own scripts with the packages that are here, and packs what comes out as it was packed then, under an earlier version. */
async function makePackage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  const archive = execFileSync(
    "git",
    [
      "archive",
      "--format=tar",
      earlier,
      "main",
      "renderer",
      "shared",
      "scripts",
      "test/checks",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "electron-builder.yml",
    ],
    {
      cwd: projectRoot,
      maxBuffer: 500_000_000,
    },
  );
  execFileSync("tar", ["-x", "-C", source], { input: archive });
  symlinkSync(fromRoot("node_modules"), path.join(source, "node_modules"));
  writeJson(path.join(source, ".cache", "runtime.json"), readRuntime());
  await runLogged(pinnedNode(), ["scripts/setup.mjs", "--only=kernels,build"], { cwd: source, remedy: "The whole log is .cache/setup.log." });
  makeProject();
  process.env.AMC_DEB_LEVEL ??= "0";
  const metadata = ["version=0.0.9", "homepage=https://amc-deal-desk.invalid/", "testBuild=true"].map((entry) => `-c.extraMetadata.${entry}`);
  await runBuilder(["--linux", "deb", `-c.directories.output=${output}`, "-c.electronFuses.enableNodeCliInspectArguments=true", ...metadata], { project });
  rmSync(source, { recursive: true });
  return findDeb();
}

/** A folder of what is packed alone: its packages may be no links. */
function makeProject() {
  mkdirSync(path.join(project, "node_modules"), { recursive: true });
  for (const name of ["dist", "electron-builder.yml"]) cpSync(path.join(source, name), path.join(project, name), { recursive: true });
  cpSync(fromRoot("node_modules", "better-sqlite3"), path.join(project, "node_modules", "better-sqlite3"), { recursive: true });
  const { name, productName, version, description, type, main, dependencies } = readJson(path.join(source, "package.json"));
  writeJson(path.join(project, "package.json"), { name, productName, version, description, type, main, dependencies });
}
