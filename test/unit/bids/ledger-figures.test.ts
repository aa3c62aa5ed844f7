import { describe, expect, it } from "vitest";
import { figuresByRival, figuresBySeller, ledgerFigures } from "../../../main/bids/ledger-figures.ts";
import type { LedgerLine } from "../../../shared/domain/bid-rounds.ts";

const lost: LedgerLine = {
  roundId: 1,
  dealId: 1,
  dealName: "包",
  seller: "甲银行",
  openedAt: "2025-11-01T01:00:00Z",
  closedAt: "2025-11-01T02:00:00Z",
  saleForm: "ascending",
  result: "lost",
  reason: "aboveLimit",
  listFen: 80,
  limitFen: 100,
  ownFen: 100,
  winner: "乙资产",
  winnerFen: 125,
  reserveFen: null,
  depositFen: null,
  depositBackOn: null,
  note: "",
  rivals: [{ name: "丙资产", amountFen: 90 }],
};
const won: LedgerLine = { ...lost, result: "won", reason: null, winner: "", winnerFen: 100 };

/** Each of a deal of its own. */
const deals = (...lines: readonly LedgerLine[]): LedgerLine[] => lines.map((line, at) => ({ ...line, dealId: at + 1 }));

describe("the ledger of bids", () => {
  it("counts by seller, and says nothing of fewer than five deals", () => {
    const four = deals(lost, lost, won, won);
    expect(figuresBySeller([...four, { ...lost, seller: "丁银行" }])).toEqual([
      { name: "甲银行", sales: 4, figures: null },
      { name: "丁银行", sales: 1, figures: null },
    ]);
    const five = deals(...four, { ...lost, seller: " 甲 银行" });
    expect(figuresBySeller(five)).toEqual([{ name: "甲银行", sales: 5, figures: { bids: 5, won: 2, hitRate: 0.4, distance: 1 - 100 / 125 } }]);
    expect(figuresBySeller(five)[0]?.figures).toEqual(ledgerFigures(five));
    expect(figuresBySeller([{ ...lost, seller: "" }])).toEqual([]);
  });

  it("counts a rival where it was heard or won, by name in any spelling", () => {
    expect(figuresByRival([lost, { ...lost, winner: "乙 资产" }, won])).toEqual([
      { name: "丙资产", sales: 3, won: 0, winShare: null, toOurs: null },
      { name: "乙资产", sales: 2, won: 2, winShare: null, toOurs: null },
    ]);
    const five = deals(lost, lost, won, won, { ...lost, winner: "丙资产", winnerFen: 150 });
    expect(figuresByRival(five)[0]).toEqual({ name: "丙资产", sales: 5, won: 1, winShare: 0.2, toOurs: (4 * 0.9 + 1.5) / 5 });
  });

  it("counts rounds of one deal once, and no sale without a winner as a miss", () => {
    expect(ledgerFigures([lost, lost, won, won, won, won])).toBeNull();
    expect(figuresByRival([lost, lost, won, won, won])[0]).toMatchObject({ sales: 5, winShare: null, toOurs: null });
    const five = deals(lost, won, won, won, { ...lost, result: "noSale", reason: null, winner: "", winnerFen: null });
    expect(ledgerFigures(five)).toMatchObject({ bids: 4, won: 3, hitRate: 0.75 });
  });

  it("takes no ratio from a sale that lacks one of the bids", () => {
    const without = deals(lost, lost, lost, lost, { ...lost, ownFen: null });
    expect(figuresByRival(without)[0]).toMatchObject({ name: "丙资产", sales: 5, winShare: 0, toOurs: null });
  });
});
