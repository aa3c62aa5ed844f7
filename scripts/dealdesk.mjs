#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fromRoot, pinnedNode } from "./setup/shell.mjs";

/** Set for the second start, so that a Node that is not what it should be can't start itself for ever. */
const restartMark = "DEALDESK_RESTARTED";
const interrupted = 130;
const [major = 0] = process.versions.node.split(".").map(Number);

/** The command runs on the project's own Node, whichever Node the shell has; it reads nothing from the network. */
if (!existsSync(fromRoot("node_modules", "kysely"))) {
  console.error("dealdesk: the project is not set up yet. Run: npm run setup");
  process.exitCode = 1;
} else if (major >= 24) await run();
else if (process.env[restartMark] === undefined) restart();
else {
  console.error("dealdesk: Node 24.15 or newer is needed. Run: npm run setup");
  process.exitCode = 1;
}

function restart() {
  const child = spawn(pinnedNode(), [import.meta.filename, ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, [restartMark]: "1" } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`dealdesk: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("close", (code) => {
    process.exitCode = code ?? interrupted;
  });
}

async function run() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(interrupted));
  // What the sources compile to is kept: the next start takes less than half of the time. Its workers find the place in the environment.
  const compiled = fromRoot(".cache", "compile");
  process.env.NODE_COMPILE_CACHE = compiled;
  enableCompileCache(compiled);
  const { runDealdesk } = await import("../main/command/dealdesk.ts");
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  process.exitCode = await runDealdesk(process.argv.slice(2), locale, {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  });
}
