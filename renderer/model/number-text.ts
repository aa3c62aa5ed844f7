/** How a number is typed and shown in an assumption field. */
export type NumberKind = "percent" | "months" | "factor" | "yuan";

const shown: Record<NumberKind, number> = { percent: 100, months: 1, factor: 1, yuan: 1 };

/** Text of a number in its field's unit, free of binary noise (0.07 → "7"). */
export function textOfNumber(stored: number | null, kind: NumberKind): string {
  if (stored === null || Number.isNaN(stored)) return "";
  return String(Number((stored * shown[kind]).toFixed(8)));
}

/** Stored number of what was typed; NaN where it is no number, so that the schema refuses it at its path. */
export function numberOfText(text: string, kind: NumberKind): number {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[,\s%]/g, "")
    .replaceAll("−", "-");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return Number.NaN;
  return Number((Number(plain) / shown[kind]).toFixed(10));
}
