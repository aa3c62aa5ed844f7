import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { parseSync } from "vite";

/** One file of the house: what it asks other files for, and the names that it gives. Paths are from the project's root, with `/`. */
export interface SourceFile {
  readonly path: string;
  /** As they stand in the file, relative or a package's name; types as well as values. */
  readonly specifiers: readonly string[];
  readonly exports: readonly string[];
}

/** Sources that the linter reads too: no tests, nothing generated, nothing of the kernels' own language. */
const sourceFolders = ["main", "renderer", "shared"];
const isSource = (path: string) => /\.tsx?$/.test(path) && !path.includes("/generated/") && !path.includes("/assembly/");

export function readSources(root: string): SourceFile[] {
  return sourceFolders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.split(sep).join("/")}`))
    .filter(isSource)
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
}

function readSource(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const reexported = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])));
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1));
  return {
    path,
    specifiers: [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexported, ...dynamic],
    exports: module.staticExports.flatMap(({ entries }) => entries.flatMap(({ exportName }) => (exportName.name === null ? [] : [exportName.name]))),
  };
}

/** The files of the house that a file imports, by value or by type. */
export function importedFiles({ path, specifiers }: SourceFile): string[] {
  return specifiers.filter((specifier) => specifier.startsWith(".")).map((specifier) => posix.join(dirname(path), specifier.replace(/\?.*$/, "")));
}

/** Groups of nodes that reach each other (Tarjan's strongly connected components of two nodes and more). */
export function circlesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    low.set(node, own);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low.set(node, Math.min(low.get(node) ?? own, visit(next)));
      else if (open.includes(next)) low.set(node, Math.min(low.get(node) ?? own, order.get(next) ?? own));
    }
    const reached = low.get(node) ?? own;
    if (reached === own) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return reached;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles;
}
