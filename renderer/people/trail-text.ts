import type { TFunction } from "i18next";
import { noValue } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";

/** Columns of an exported trail, in the order of the chain's own file. */
export const trailColumns = [
  "id",
  "at",
  "kind",
  "deal",
  "subject",
  "person",
  "signer",
  "content",
  "salt",
  "valueHash",
  "previous",
  "hash",
  "signature",
] as const;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** A record that is kept as JSON inside of the event's own. */
function unpacked(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Every value with the name of its field, in the order in which they stand; a cell that changed with what it was and is. */
function leavesOf(packed: unknown, name: string, money: (fen: number) => string): readonly string[] {
  const value = unpacked(packed);
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((part) => leavesOf(part, name, money));
  if (isObject(value)) {
    const { path, before, after } = value;
    if (Array.isArray(path)) return [`${path.join(".")}: ${said(before, String(path.at(-1)), money)} → ${said(after, String(path.at(-1)), money)}`];
    return Object.entries(value).flatMap(([key, part]) => leavesOf(part, key, money));
  }
  return [`${name}: ${said(value, name, money)}`];
}

function said(value: unknown, name: string, money: (fen: number) => string): string {
  if (value === null || value === undefined) return noValue;
  if (typeof value === "number" && /fen$/i.test(name)) return money(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What an event says of who did it and what: its seals are for programs, and stand in the exported trail. */
export function saidOf(content: string, money: (fen: number) => string): { readonly by: string; readonly text: string } {
  const { by, seals: _, ...rest } = JSON.parse(content) as Json; // an object, as the trail writes it
  return { by: typeof by === "string" ? by : "", text: leavesOf(rest, "", money).join(" · ") };
}

/** Before the kind of what was asked for and refused. */
const refused = "refused.";

/** What was done, in words; one that has none yet by its own name. */
export function deedText(kind: string, t: TFunction): string {
  if (kind.startsWith(refused)) return t("trail.refused", { deed: deedText(kind.slice(refused.length), t) });
  const key = `trail.kind.${kind}`;
  return isTextKey(key) ? String(t(key as "trail.kind.deals.update")) : t("trail.other", { kind });
}
