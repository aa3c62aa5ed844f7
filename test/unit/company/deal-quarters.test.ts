import { expect, it } from "vitest";
import { type DealMoney, dealQuarters } from "../../../main/company/deal-quarters.ts";
import { quarterEndAfter, quarterOf } from "../../../main/company/quarter-calendar.ts";
import { noStress, usualPlanOfCompany } from "../../../shared/domain/company.ts";

const terms = { quarterEnd: "2025-09-30", plan: usualPlanOfCompany, stress: noStress, quarters: 6 };
/** All paid and all received in one month after the cut-off. */
const dealOf = (cutOffDate: string | null, month: number): DealMoney => {
  const once = Array.from({ length: 13 }, (_none, at) => (at === month ? 100 : 0));
  return { cutOffDate, net: once, payments: once, draws: null, principal: null, priceYuan: 100 };
};
const quarterPaid = (money: DealMoney) => dealQuarters(money, terms).findIndex(({ priceShare }) => priceShare === 1);

it.each([
  // Closing three months after a cut-off on the quarter end is the next quarter end, and in its quarter.
  ["2025-09-30", 3, 0],
  ["2025-09-30", 0, 0],
  ["2025-09-30", 4, 1],
  ["2025-12-31", 0, 0],
  ["2025-12-31", 1, 1],
  ["2025-12-31", 3, 1],
  ["2026-03-31", 3, 2],
  // What should be past is paid in the first quarter.
  ["2024-12-31", 0, 0],
  [null, 3, 0],
] as const)("a deal cut off on %s pays after %d months in quarter %d", (cutOffDate, month, quarter) => {
  expect(quarterPaid(dealOf(cutOffDate, month))).toBe(quarter);
});

it("puts months into the quarter of their day, as instruments are", () => {
  for (const cutOffDate of ["2025-09-30", "2025-12-31", "2026-06-30"])
    for (const quarters of [1, 2]) {
      const paidOn = quarterEndAfter(cutOffDate, quarters);
      expect(quarterPaid(dealOf(cutOffDate, 3 * quarters))).toBe(quarterOf(terms.quarterEnd, paidOn));
    }
});

it("keeps collections that come after the deal's last month because they are late", () => {
  const late = dealQuarters(dealOf("2025-09-30", 12), { ...terms, stress: { ...noStress, lateMonths: 3 } });
  expect(late.map(({ collections }) => collections)).toEqual([0, 0, 0, 0, 100, 0]);
});
