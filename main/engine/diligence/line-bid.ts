import type { MarginBasis } from "../../../shared/domain/debtor-sheet.ts";

/** What a line of the debtor sheet is worth to a bidder: net cash in one month, discounted, less a margin. */
export interface BidLine {
  /** Gross recovery less costs, yuan; negative where costs are higher. */
  readonly netYuan: number;
  /** Month after cut-off in which both fall. */
  readonly months: number;
  /** Annual effective rate, decimal. */
  readonly discountRate: number;
  /** Share, decimal; null: none. */
  readonly margin: number | null;
  readonly marginBasis: MarginBasis;
}

/**
 * The bid of one line in yuan (CAPABILITIES (g)): net ÷ (1 + r)^(months/12), then ÷ (1 + margin) where the margin is earned on
 * cost, or × (1 − margin) where it is a share of that value. A line that brings less than it costs is worth less than nothing.
 */
export function lineBid({ netYuan, months, discountRate, margin, marginBasis }: BidLine): number {
  const presentYuan = netYuan / (1 + discountRate) ** (months / 12);
  if (margin === null) return presentYuan;
  return marginBasis === "onCost" ? presentYuan / (1 + margin) : presentYuan * (1 - margin);
}
