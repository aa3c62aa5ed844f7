import type { Concentration, ConcentrationKind } from "../../shared/domain/portfolio.ts";
import { concentrationIndex } from "../engine/numbers/concentration-index.ts";

/** An amount of one deal under what it is of; an empty key: nothing is stated. */
export interface Part {
  readonly dealId: number;
  readonly key: string;
  readonly name: string;
  readonly fen: number;
}

const mostShown = 10;

/** Shares of what is stated, and how concentrated it is (HHI). */
export function concentrate(kind: ConcentrationKind, parts: readonly Part[]): Concentration {
  const sums = new Map<string, { name: string; fen: number; deals: Set<number> }>();
  let [totalFen, unstatedFen] = [0, 0];
  for (const { dealId, key, name, fen } of parts) {
    if (fen === 0) continue;
    if (key === "") {
      unstatedFen += fen;
      continue;
    }
    totalFen += fen;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { name, fen, deals: new Set([dealId]) });
    else {
      sum.fen += fen;
      sum.deals.add(dealId);
    }
  }
  const largest = [...sums.values()].toSorted((one, other) => other.fen - one.fen || one.name.localeCompare(other.name));
  const shareOf = (fen: number) => (totalFen === 0 ? 0 : fen / totalFen);
  return {
    kind,
    totalFen,
    unstatedFen,
    hhi: concentrationIndex(largest.map(({ fen }) => fen)),
    top: largest.slice(0, mostShown).map(({ name, fen, deals }) => ({ name, fen, share: shareOf(fen), deals: deals.size })),
  };
}
