import { type LedgerFigures, type LedgerLine, leastClosedDeals, type RivalFigures, type SellerFigures } from "../../shared/domain/bid-rounds.ts";
import { groupedBy } from "../../shared/grouped.ts";

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((total, one) => total + one, 0) / values.length);

const dealsOf = (lines: readonly { readonly dealId: number }[]): number => new Set(lines.map(({ dealId }) => dealId)).size;

/** How often our bids won where somebody's did, and how far the others lay below the winner's; null for so few deals that it would say nothing. */
export function ledgerFigures(lines: readonly LedgerLine[]): LedgerFigures | null {
  if (dealsOf(lines) < leastClosedDeals) return null;
  const bids = lines.filter(({ ownFen, result }) => ownFen !== null && result !== "noSale");
  const won = bids.filter(({ result }) => result === "won").length;
  const distances = bids.flatMap(({ result, ownFen, winnerFen }) =>
    result === "lost" && ownFen !== null && winnerFen !== null ? [1 - ownFen / winnerFen] : [],
  );
  return { bids: bids.length, won, hitRate: bids.length === 0 ? null : won / bids.length, distance: mean(distances) };
}

/** A name however it is spelled: full width, case and blanks say nothing. */
const nameKey = (name: string): string => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();

const byName = <Entry extends { readonly name: string; readonly sales: number }>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted((one, other) => other.sales - one.sales || one.name.localeCompare(other.name, "zh-CN"));

/** The same for each seller, those of most sales first; a deal that names no seller is of none. */
export function figuresBySeller(lines: readonly LedgerLine[]): SellerFigures[] {
  const sellers = groupedBy(lines, ({ seller }) => nameKey(seller) || null);
  return byName([...sellers.values()].map((sales) => ({ name: sales[0]?.seller ?? "", sales: sales.length, figures: ledgerFigures(sales) })));
}

/** A sale as one rival met us in it. */
interface Meeting {
  readonly name: string;
  readonly dealId: number;
  readonly isWinner: boolean;
  /** Its highest bid ÷ ours; null where one of them isn't known. */
  readonly toOurs: number | null;
}

/** Whom we met in a sale: who was heard to bid, and who won it. */
function meetingsOf({ dealId, rivals, result, winner, winnerFen, ownFen }: LedgerLine): Meeting[] {
  const heard = new Map<string, { readonly name: string; readonly highestFen: number | null }>(
    rivals.map(({ name, amountFen }) => [nameKey(name), { name, highestFen: amountFen }]),
  );
  const winnerKey = result === "lost" ? nameKey(winner) : "";
  if (winnerKey !== "") heard.set(winnerKey, { name: heard.get(winnerKey)?.name ?? winner, highestFen: winnerFen ?? heard.get(winnerKey)?.highestFen ?? null });
  return [...heard].map(([key, { name, highestFen }]) => ({
    name,
    dealId,
    isWinner: key === winnerKey,
    toOurs: highestFen === null || ownFen === null ? null : highestFen / ownFen,
  }));
}

/** What each rival that was named did in the sales in which we met it. */
export function figuresByRival(lines: readonly LedgerLine[]): RivalFigures[] {
  const rivals = groupedBy(lines.flatMap(meetingsOf), ({ name }) => nameKey(name));
  return byName(
    [...rivals.values()].map((met) => {
      const won = met.filter(({ isWinner }) => isWinner).length;
      const measured = met.filter(({ toOurs }) => toOurs !== null);
      return {
        name: met[0]?.name ?? "",
        sales: met.length,
        won,
        winShare: dealsOf(met) < leastClosedDeals ? null : won / met.length,
        toOurs: dealsOf(measured) < leastClosedDeals ? null : mean(measured.flatMap(({ toOurs }) => toOurs ?? [])),
      };
    }),
  );
}
