import { describe, expect, it } from "vitest";
import { shownRepayments } from "../../../shared/domain/repayments.ts";

const paid = (id: number, paidOn: string | null, amountFen: number | null) => ({ id, contractNo: "HT-1", paidOn, amountFen, note: null });

describe("payments as they are shown", () => {
  it("tell which the sum lacks, instead of counting them as nothing", () => {
    expect(shownRepayments([paid(1, "2023-01-31", 100), paid(2, "2023-02-28", null), paid(3, null, 50)])).toMatchObject({ count: 3, sumFen: 150, unstated: 1 });
  });

  it("stand with the latest first and those without a day last, twelve at most", () => {
    const rows = [paid(1, null, 1), ...Array.from({ length: 20 }, (_, at) => paid(at + 2, `2023-01-${String(at + 1).padStart(2, "0")}`, 1))];
    const { count, latest } = shownRepayments(rows);
    expect([count, latest.length, latest[0]?.paidOn]).toEqual([21, 12, "2023-01-20"]);
    expect(shownRepayments(rows.slice(0, 3)).latest.map(({ paidOn }) => paidOn)).toEqual(["2023-01-02", "2023-01-01", null]);
  });
});
