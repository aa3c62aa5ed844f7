import { type BidLedger, type LedgerLine, leastClosedRounds } from "../../shared/domain/bid-rounds.ts";

/** How often our bids won and how far the others lay below the winner's; null for so few sales that it would say nothing. */
export function ledgerFigures(lines: readonly LedgerLine[]): BidLedger["figures"] {
  if (lines.length < leastClosedRounds) return null;
  const bids = lines.filter(({ ownFen }) => ownFen !== null);
  const won = bids.filter(({ result }) => result === "won").length;
  const distances = bids.flatMap(({ result, ownFen, winnerFen }) =>
    result === "lost" && ownFen !== null && winnerFen !== null ? [1 - ownFen / winnerFen] : [],
  );
  const sum = distances.reduce((total, one) => total + one, 0);
  return {
    bids: bids.length,
    won,
    hitRate: bids.length === 0 ? null : won / bids.length,
    distance: distances.length === 0 ? null : sum / distances.length,
  };
}
