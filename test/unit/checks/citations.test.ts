import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const folders = ["main", "renderer", "shared", "test", "docs", "scripts"];
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs|md)$/.test(name) && !name.includes("generated"))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") })),
);
const method = readFileSync(join(root, "docs/METHOD.md"), "utf8");

/** Sections of pages that a clone doesn't have, or that the page lacks: `METHOD §3` is section 3 of docs/METHOD.md. */
function lost(text: string): string[] {
  const cited = [...text.matchAll(/\b([A-Z][A-Z-]{3,}) §(\d+)(?:–§(\d+))?(?:, §(\d+))?/g)];
  return cited.flatMap(([citation, page, ...sections]) =>
    page === "METHOD" && sections.every((section) => section === undefined || method.includes(`\n## ${section}. `)) ? [] : [citation],
  );
}

it("every cited section can be followed in a clone", () => {
  expect(sources.map(({ path, text }) => [path, lost(text)]).filter(([, citations]) => citations?.length !== 0)).toEqual([]);
  const cite = (page: string, sections: string) => `${page} ${"§"}${sections}`;
  const samples = [cite("METHOD", "7"), cite("METHOD", "3, §7"), cite("METHOD", "3–§5"), cite("METHOD", "3, §8"), cite("SECURITY", "4")];
  expect(samples.map((text) => lost(text).length)).toEqual([1, 1, 0, 0, 1]);
});
