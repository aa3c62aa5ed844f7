/** Where an edited value sits, e.g. ["assumptions", "collateral", "rounds", 0, "openingShare"]. */
export type EditPath = readonly (string | number)[];

/** What an edit may put there: a number, a switch, a name, or a list of which rows come and go. */
export type EditedValue = number | string | boolean | null | readonly object[];

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
