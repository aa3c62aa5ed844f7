import { existsSync } from "node:fs";
import path from "node:path";
import { capture, runLogged, SetupError } from "./shell.mjs";

/** Debian and Ubuntu package → the shared object, command or file that shows it is there. */
const runtimePackages = [
  { name: "libgtk-3-0", library: "libgtk-3.so.0" },
  { name: "libnss3", library: "libnss3.so" },
  { name: "libasound2", library: "libasound.so.2" },
  { name: "libgbm1", library: "libgbm.so.1" },
  { name: "libxss1", library: "libXss.so.1" },
  { name: "libatk-bridge2.0-0", library: "libatk-bridge-2.0.so.0" },
  { name: "libcups2", library: "libcups.so.2" },
  { name: "xvfb", command: "Xvfb" },
  { name: "xauth", command: "xauth" },
  { name: "poppler-utils", command: "pdftotext" },
];

/** For tests that are skipped without them: what works the Excel twin out and opens the memo's document (some 350 MB), and what makes the installer for Windows. */
const testPackages = [
  { name: "libreoffice-calc-nogui", command: "soffice" },
  { name: "libreoffice-writer-nogui", file: "/usr/lib/libreoffice/program/libswlo.so" },
  { name: "nsis", command: "makensis" },
];

const compilerPackages = [
  { name: "make", command: "make" },
  { name: "g++", command: "g++" },
  { name: "python3", command: "python3" },
];

export async function installSystemLibraries() {
  return process.platform === "linux" ? installMissing([...runtimePackages, ...(areTestPackagesRequired() ? testPackages : [])]) : "not needed here";
}

const areTestPackagesRequired = () => process.env.AMC_LIBREOFFICE === "required";

/** Called only when better-sqlite3 has to be compiled. */
export async function installCompiler() {
  return process.platform === "linux" ? installMissing(compilerPackages) : "not needed here";
}

async function installMissing(packages) {
  const missing = findMissing(packages);
  if (missing.length === 0) return "already there";
  if (capture("apt-get", ["--version"]) === undefined) {
    throw new SetupError(`Missing: ${missing.join(", ")} (Debian names).`, "Install the same libraries with this system's package manager and run this again.");
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `Missing system packages: ${missing.join(", ")}.`,
      `Run: sudo apt-get update && sudo apt-get install -y ${missing.map(currentName).join(" ")}`,
    );
  }
  const remedy = `Run: apt-get update && apt-get install -y ${missing.join(" ")}`;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runLogged("apt-get", ["update", "-q"], { remedy, env });
  await runLogged("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing.map(currentName)], {
    remedy,
    env,
  });
  const still = findMissing(packages);
  if (still.length > 0) throw new SetupError(`Still missing after the install: ${still.join(", ")}.`, remedy);
  return `installed ${missing.join(", ")}`;
}

function findMissing(packages) {
  const loader = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].find(existsSync) ?? "ldconfig";
  const libraries = capture(loader, ["-p"]) ?? "";
  const isThere = ({ library, command, file }) =>
    file === undefined ? (library === undefined ? isInPath(command) : libraries.includes(`\t${library} `)) : existsSync(file);
  return packages.filter((one) => !isThere(one)).map(({ name }) => name);
}

function isInPath(command) {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
}

/** Since 2024 Debian and Ubuntu call some libraries `<name>t64`. */
function currentName(name) {
  const candidate = capture("apt-cache", ["policy", `${name}t64`]) ?? "";
  return /Candidate: [^(]/.test(candidate) ? `${name}t64` : name;
}
