import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type BandedStratum, bandedStrata, edgesSchema } from "../../shared/domain/strata.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { edgeText } from "../loans/strata-words.ts";

/** The edges of bands in one line, as they may be typed again. */
export const edgesText = (field: BandedStratum, edges: readonly number[], unit: MoneyUnit): string =>
  edges.map((edge) => edgeText(field, edge, unit).replaceAll(",", "")).join("  ");

const numeral = /^(\d+(?:\.\d*)?|\.\d+)%?$/;

function edgeOf(field: BandedStratum, text: string, unit: MoneyUnit): number {
  if (!numeral.test(text)) return Number.NaN;
  const number = Number(text.replace("%", ""));
  if (bandedStrata[field] === "fen") return text.endsWith("%") ? Number.NaN : Math.round(number * fenPerUnit[unit]);
  if (bandedStrata[field] === "share") return number / 100;
  return text.endsWith("%") ? Number.NaN : number;
}

/** Edges typed with spaces or commas between them; null where they are none, or don't rise. */
export function readEdges(field: BandedStratum, typed: string, unit: MoneyUnit): readonly number[] | null {
  const parts = typed
    .normalize("NFKC")
    .split(/[\s,、;]+/)
    .filter((part) => part !== "");
  const read = edgesSchema.safeParse(parts.map((part) => edgeOf(field, part, unit)));
  return read.success ? read.data : null;
}
