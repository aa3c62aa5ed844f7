import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DeskStatement } from "./make-desk-file.ts";

const folder = fileURLToPath(new URL("../../fixtures/databases/", import.meta.url));

interface StoredDesk {
  readonly version: number;
  readonly file: string;
  /** What the release that left the desk said of it. */
  readonly said: DeskStatement;
}

/** Desks that released versions left, by their schema (test/fixtures/README.md). */
export const storedDesks: readonly StoredDesk[] = readdirSync(folder)
  .filter((name) => name.endsWith(".sqlite"))
  .map((name) => {
    const said = JSON.parse(readFileSync(`${folder}${name.replace(/sqlite$/, "json")}`, "utf8")) as DeskStatement;
    return { version: said.schemaVersion, file: `${folder}${name}`, said };
  })
  .toSorted((left, right) => left.version - right.version);
