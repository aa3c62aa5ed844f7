type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function sorted(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number that JSON cannot hold");
    return value;
  }
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]));
  }
  throw new TypeError(`JSON cannot hold a ${typeof value}`);
}

/** One text per value whatever the order of keys, so that it can be hashed. Refuses NaN and infinity, which JSON would make null. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}
