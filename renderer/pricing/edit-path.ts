/** Where an edited number sits, e.g. ["assumptions", "collateral", "rounds", 0, "openingShare"]. */
export type EditPath = readonly (string | number)[];

export function pathKey(path: EditPath): string {
  return path.join(".");
}

export function numberAt(root: unknown, path: EditPath): number | null {
  let node: unknown = root;
  for (const step of path) {
    if (node === null || typeof node !== "object") return null;
    node = (node as Record<string | number, unknown>)[step];
  }
  return typeof node === "number" ? node : null;
}

/** Copy of `root` with one leaf replaced; the branches beside it are shared. */
export function withNumberAt<T>(root: T, path: EditPath, next: number | null): T {
  const [step, ...rest] = path;
  if (step === undefined) return next as T; // the leaf: callers name number fields only, the schema checks the outcome
  const branch = Array.isArray(root) ? [...root] : { ...root };
  const slots = branch as Record<string | number, unknown>;
  slots[step] = withNumberAt(slots[step], rest, next);
  return branch as T; // same shape as root by construction
}
