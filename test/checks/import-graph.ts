import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { parseSync } from "vite";
import { moduleUrls, nodesOf, plainString, type SyntaxNode } from "./syntax-tree.ts";

/** One file of the house: what it asks other files for, and the names that it gives. Paths are from the project's root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** As they stand in the file, relative or a package's name; types as well as values, and the files of workers. */
  readonly specifiers: readonly string[];
  readonly exports: readonly string[];
}

const sourceFolders = ["main", "renderer", "shared"];
/** What is made by the build, and the kernels' own language: no rooms, and no others of their names. */
const apart = ["main/engine/kernel/generated/", "main/engine/kernel/assembly/"];
const isSource = (path: string) => /\.tsx?$/.test(path) && !apart.some((folder) => path.startsWith(folder));

/** Every file of the house, from the project's root. */
export function filesOfHouse(root: string): string[] {
  return sourceFolders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function readSources(root: string): SourceFile[] {
  return filesOfHouse(root)
    .filter(isSource)
    .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
}

/** Files that hold code which no room has and nothing reads: another ending, or the kernels' language outside its folder. */
export function strayFiles(files: readonly string[]): string[] {
  const isAsset = (path: string) => /\.(json|html|css|xlsx)$/.test(path) || path.startsWith("main/engine/kernel/generated/");
  return files.filter((path) => !isAsset(path) && (!/\.tsx?$/.test(path) || (path.endsWith(".as.ts") && isSource(path))));
}

export function readSource(path: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return {
    path,
    text,
    specifiers: [...new Set([...nodesOf(program)].flatMap(specifiersOf))],
    exports: module.staticExports.flatMap(({ entries }) => entries.flatMap(({ exportName }) => (exportName.name === null ? [] : [exportName.name]))),
  };
}

/** What one node asks for: an import or export from a file, `import()`, `import("…").Type`, a worker's URL. */
function specifiersOf(node: SyntaxNode): string[] {
  const urls = moduleUrls(node);
  if (urls !== null) return urls.flatMap((url) => url ?? []);
  const asked = node.type === "TSImportType" ? (node["source"] ?? node["argument"]) : /^(Import|Export)/.test(node.type) ? node["source"] : undefined;
  return plainString(asked) === null ? [] : [String(plainString(asked))];
}

/** The files of the house that a file imports, by value or by type. `./name.js` is a file of the build, whose files all lie in one folder. */
export function importedFiles({ path, specifiers }: SourceFile, files: readonly string[] = []): string[] {
  return specifiers
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => {
      const name = posix.join(dirname(path), specifier.replace(/\?.*$/, ""));
      const source = name.replace(/\.js$/, ".ts");
      if (source === name || files.includes(source) || !/^\.\/[^/]+$/.test(specifier)) return source;
      return files.find((file) => posix.basename(file) === posix.basename(source)) ?? name;
    });
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
