import { z } from "zod";
import { isUnread } from "../fields/unread.ts";

/** Texts and empty fields may be short of what the schema asks; a code must be one of its list. */
function mayStand(field: z.ZodType | undefined, current: unknown, kept: unknown): boolean {
  if (field?.safeParse(kept).success === true || isUnread(kept)) return true;
  return (kept === null && typeof current !== "string") || (typeof kept === "string" && typeof current === "string" && !(field instanceof z.ZodEnum));
}

/** The values of a form with those of a draft that the form can still hold: a draft may be of an earlier version of the app. */
export function fittingValues<V extends object>(schema: z.ZodObject, values: V, draft: unknown): V {
  if (typeof draft !== "object" || draft === null) return values;
  const kept = draft as Readonly<Record<string, unknown>>;
  const fields = schema.shape as Readonly<Record<string, z.ZodType>>;
  const entries = Object.entries(values).map(([name, value]) => [name, name in kept && mayStand(fields[name], value, kept[name]) ? kept[name] : value]);
  return Object.fromEntries(entries) as V; // the same names, each with its own value or one that its field may hold
}
