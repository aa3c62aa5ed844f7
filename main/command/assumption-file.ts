import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { z } from "zod";
import { type AssumptionSources, type Assumptions, assumptionSourcesSchema, assumptionsSchema } from "../../shared/domain/assumptions.ts";
import { type StoredCases, storedCasesSchema } from "../../shared/domain/stored-shifts.ts";
import { CommandError } from "./command-error.ts";

/** Assumptions with their cases and sources, as `dealdesk assumptions` writes them. */
export interface AssumptionFile {
  readonly assumptions: Assumptions;
  readonly cases: StoredCases;
  readonly sources: AssumptionSources;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Reads a file of assumptions: `{ assumptions, cases, sources }`, or the assumptions alone. What the file leaves out
 * stays as in `base`; a field that the desk doesn't know is refused, since a slip of the pen would otherwise price on.
 */
export async function readAssumptionFile(path: string, base: AssumptionFile): Promise<AssumptionFile> {
  const json = await readJsonFile(path);
  const file = basename(path);
  const isWhole = isRecord(json) && ["assumptions", "cases", "sources"].some((key) => key in json);
  const { assumptions = {}, cases = {}, sources = {}, ...others } = isWhole && isRecord(json) ? json : { assumptions: json };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new CommandError("unknownField", { file, field: unknown });
  const read = parseOver(assumptionsSchema, base.assumptions, assumptions, file, "assumptions");
  // No round comes before the first: its gap would be read and do nothing.
  if (read.collateral.rounds[0]?.gapMonths !== 0) throw new CommandError("firstRoundGap", { file });
  return {
    assumptions: read,
    cases: parseOver(storedCasesSchema, base.cases, cases, file, "cases"),
    sources: parseOver(assumptionSourcesSchema, base.sources, sources, file, "sources"),
  };
}

/** Reads a file of the shifts of low, base and high over those of `base`. */
export async function readCasesFile(path: string, base: StoredCases): Promise<StoredCases> {
  return parseOver(storedCasesSchema, base, await readJsonFile(path), basename(path), "");
}

async function readJsonFile(path: string): Promise<Json> {
  const file = basename(path);
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandError("fileNotFound", { file });
  });
  try {
    // JSON holds nothing else.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch {
    throw new CommandError("badJson", { file });
  }
}

function isRecord(json: unknown): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function parseOver<T extends z.ZodType>(schema: T, base: z.infer<T>, change: Json, file: string, prefix: string): z.infer<T> {
  const merged = mergeOver(base as Json, change); // assumptions are JSON throughout
  const parsed = schema.safeParse(merged);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandError("badField", { file, field: pathText(prefix, issue?.path ?? []), reason: issue?.message ?? "" });
  }
  const unknown = unknownPath(merged, parsed.data as Json, []);
  if (unknown !== null) throw new CommandError("unknownField", { file, field: pathText(prefix, unknown) });
  return parsed.data;
}

/** Records are merged key by key; lists and plain values are replaced as a whole. */
function mergeOver(base: Json, change: Json): Json {
  if (!isRecord(base) || !isRecord(change)) return change;
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries([...keys].map((key) => [key, key in change ? mergeOver(base[key] ?? null, change[key] ?? null) : (base[key] ?? null)]));
}

/** The first path that the schema dropped. */
function unknownPath(given: Json, kept: Json, path: readonly PropertyKey[]): readonly PropertyKey[] | null {
  if (typeof given !== "object" || given === null || typeof kept !== "object" || kept === null) return null;
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(kept, key)) return [...path, key];
    const found = unknownPath(value, (kept as Readonly<Record<string, Json>>)[key] ?? null, [...path, key]); // lists by their indexes
    if (found !== null) return found;
  }
  return null;
}

function pathText(prefix: string, path: readonly PropertyKey[]): string {
  return [...(prefix === "" ? [] : [prefix]), ...path.map(String)].join(".");
}
