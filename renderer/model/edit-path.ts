import type { Entered } from "../ui/fields/unread.ts";

/** Where an edited value sits, e.g. ["assumptions", "collateral", "rounds", 0, "openingShare"]. */
export type EditPath = readonly (string | number)[];

/** What an edit may put there: a number, a text that is none, a switch, a name, a list of which rows come and go, or a whole group. */
export type EditedValue = Entered<number> | string | boolean | object;

export function pathKey(path: EditPath): string {
  return path.join(".");
}

export function numberAt(root: unknown, path: EditPath): number | null {
  const stored = storedAt(root, path);
  return typeof stored === "number" ? stored : null;
}

export function storedAt(root: unknown, path: EditPath): unknown {
  let node: unknown = root;
  for (const step of path) {
    if (node === null || typeof node !== "object") return null;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** Copy of `root` with one leaf replaced; the branches beside it are shared. */
export function withNumberAt<T>(root: T, path: EditPath, next: EditedValue): T {
  const [step, ...rest] = path;
  if (step === undefined) return next as T; // the leaf: callers name fields of the right kind, the schema checks the outcome
  const branch = Array.isArray(root) ? [...root] : { ...root };
  const slots = branch as Record<string | number, unknown>;
  slots[step] = withNumberAt(slots[step], rest, next);
  return branch as T; // same shape as root by construction
}

/** What a schema says of a record: nothing, or what is wrong where. */
interface Parsed {
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
}

/** Paths that a schema refuses, as their keys. */
export function refusedPaths({ error }: Parsed): ReadonlySet<string> {
  return new Set(error?.issues.map(({ path }) => path.map(String).join(".")));
}

/** Fields of the record in which something is refused. */
export function refusedFields({ error }: Parsed): ReadonlySet<string> {
  return new Set(error?.issues.map(({ path }) => String(path[0])));
}

/** Those of the paths that lie under a field of the root, as seen from there. */
export function pathsWithin(paths: ReadonlySet<string>, field: string): ReadonlySet<string> {
  return new Set([...paths].filter((key) => key.startsWith(`${field}.`)).map((key) => key.slice(field.length + 1)));
}
