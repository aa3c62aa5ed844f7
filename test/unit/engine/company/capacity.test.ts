import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CapacityTerms,
  type CompanyOpening,
  companyCapacity,
  type DealQuarter,
  dealFlows,
  projectCompany,
} from "../../../../main/engine/company/capacity.ts";
import { capitalDays, fundingCost } from "../../../../main/engine/company/funding-cost.ts";
import { addQuarters, noFlows, stressedMonths, sumQuarters } from "../../../../main/engine/company/quarter-flows.ts";

// The worked example of funding and capacity, in 亿元: the functions don't know the unit.
const opening: CompanyOpening = { cash: 6, borrowings: 84, netAssets: 40, liquid: null };
const terms = (refinancingShare: number): CapacityTerms => ({
  floor: 2,
  maxLeverage: 3,
  minLiquidity: null,
  quarterRate: 0.0105,
  drawRate: 0.0105,
  refinancingShare,
});
const flows = [3, 3.2, 2.8, 3.5].map((collections, at) => ({
  ...noFlows,
  collections,
  income: 0.35 * collections,
  opex: 0.15,
  maturities: [0, 10, 0, 15][at] ?? 0,
}));
const deal: DealQuarter[] = [0, 0.1, 0.6, 0.9].map((collections, at) => ({
  collections,
  incomeShare: 0.35,
  priceShare: [0.1, 0.9][at] ?? 0,
  drawShare: at === 1 ? 0.5 : 0,
  repaymentShare: 0,
  expensedShare: 0,
}));
const withDeal = addQuarters(flows, dealFlows(deal, 18.351));

test.each([
  ["no deal, all rolled", flows, 1, ["7.9680", "10.1360", "11.9040", "14.3720"], "2.0944", "36.3180"],
  ["deal, all rolled", withDeal, 1, ["6.1329", "1.0605", "3.3322", "6.6038"], "2.3212", "27.2475"],
  ["no deal, 70 % rolled", flows, 0.7, ["7.9680", "7.1360", "8.9355", "6.9350"], "2.0196", "39.3180"],
  ["deal, 70 % rolled", withDeal, 0.7, ["6.1329", "-1.9395", "0.3637", "-0.8332"], "2.2465", "30.2475"],
] as const)("four quarters as printed: %s", (_name, plan, rolled, cash, leverage, room) => {
  const states = projectCompany(opening, plan, terms(rolled));
  expect(states.map((state) => state.cash.toFixed(4))).toEqual(cash);
  expect(states[1]?.leverage?.toFixed(4)).toBe(leverage);
  expect(states[1]?.leverageRoom?.toFixed(4)).toBe(room);
});

test.each([
  [1, "16.4720"],
  [0.7, "10.4720"],
])("the largest price with %d of the maturities rolled, which cash binds long before leverage", (rolled, largest) => {
  const found = companyCapacity(opening, flows, terms(rolled), deal);
  expect(found.largestYuan?.toFixed(4)).toBe(largest);
  expect(found.binding).toEqual({ bound: "cash", quarter: 1 });
  expect(found.byBound.leverage).toBeGreaterThan(2 * Number(largest));
  const least = (price: number) => Math.min(...projectCompany(opening, addQuarters(flows, dealFlows(deal, price)), terms(rolled)).map(({ cash }) => cash));
  expect(least(Number(largest))).toBeGreaterThanOrEqual(2 - 1e-9);
  expect(least(Number(largest) + 0.0001)).toBeLessThan(2);
});

test("liquid assets that aren't reported leave that bound unknown and are never taken for enough", () => {
  const found = companyCapacity(opening, flows, { ...terms(1), minLiquidity: 1 }, deal);
  expect(found.isLiquidityUnknown).toBe(true);
  expect(found.byBound.liquidity).toBeNull();
});

test("liquidity binds where liquid assets are few", () => {
  const few = { ...opening, cash: 40, liquid: 2 };
  const found = companyCapacity(few, flows, { ...terms(1), minLiquidity: 1, floor: -100 }, deal);
  expect(found.binding?.bound).toBe("liquidity");
  const worst = (price: number) => {
    const states = projectCompany(few, addQuarters(flows, dealFlows(deal, price)), terms(1));
    return Math.min(...states.map(({ liquidity, cash }) => Math.min(liquidity ?? 9, few.liquid + cash - few.cash < 0 ? 0 : 9)));
  };
  const largest = found.largestYuan ?? Number.NaN;
  expect(worst(largest - 1e-6)).toBeGreaterThanOrEqual(1 - 1e-5);
  expect(worst(largest + 1e-3)).toBeLessThan(1);
});

test("a plan that breaks a bound without the deal has no largest price", () => {
  const dry = flows.map((quarter) => ({ ...quarter, collections: 0 }));
  const found = companyCapacity({ ...opening, cash: 0 }, dry, terms(1), deal);
  expect(found.isBrokenBefore).toBe(true);
  expect(found.largestYuan).toBeNull();
});

test("a floor that is broken before a deal whose first draw doesn't lift it has no largest price", () => {
  // A tenth of the price is drawn in the first quarter, all of it paid in the second.
  const drawnFirst = deal.map((quarter, at) => ({ ...quarter, priceShare: at === 1 ? 1 : 0, drawShare: at === 0 ? 0.1 : 0 }));
  const terms2 = { ...terms(1), maxLeverage: null };
  const poor = { ...opening, cash: -1 };
  const found = companyCapacity(poor, flows, terms2, drawnFirst);
  expect(projectCompany(poor, flows, terms2)[0]?.cash).toBeLessThan(2);
  expect(found).toMatchObject({ largestYuan: null, isBrokenBefore: true });
  // Drawn enough, it is lifted.
  const lifted = companyCapacity({ ...opening, cash: 0 }, flows, terms2, drawnFirst);
  const least = (price: number) =>
    Math.min(...projectCompany({ ...opening, cash: 0 }, addQuarters(flows, dealFlows(drawnFirst, price)), terms2).map(({ cash }) => cash));
  expect(lifted.largestYuan).not.toBeNull();
  expect(least(lifted.largestYuan ?? Number.NaN)).toBeGreaterThanOrEqual(2 - 1e-9);
});

test("capacity falls as the floor rises and rises with cash", () => {
  const amount = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(amount, amount, (floor, more) => {
      const of = (cash: number, least: number) => companyCapacity({ ...opening, cash }, flows, { ...terms(1), floor: least }, deal).largestYuan ?? 0;
      expect(of(6, floor + more)).toBeLessThanOrEqual(of(6, floor) + 1e-9);
      expect(of(6 + more, floor)).toBeGreaterThanOrEqual(of(6, floor) - 1e-9);
    }),
  );
});

test("months are summed into quarters; late money leaves the first months empty, short money is less", () => {
  const monthly = [1, 2, 3, 4, 5, 6];
  expect(sumQuarters(monthly, 3)).toEqual([6, 15, 0]);
  expect(stressedMonths(monthly, { lateMonths: 2, shortShare: 0.5 })).toEqual([0, 0, 0.5, 1, 1.5, 2]);
});

test("cost of funds is weighted by what is drawn; the next yuan comes from the cheapest line with room", () => {
  const lines = [
    { limitYuan: 100, drawnYuan: 60, rate: 0.05 },
    { limitYuan: 40, drawnYuan: 40, rate: 0.03 },
    { limitYuan: 30, drawnYuan: 0, rate: 0.06 },
  ];
  expect(fundingCost(lines)).toEqual({ drawnYuan: 100, undrawnYuan: 70, average: 0.042, marginal: 0.05 });
  // What a drawn line costs isn't known, and the others' average would pass for that of all.
  expect(fundingCost([...lines, { limitYuan: null, drawnYuan: 5, rate: null }])).toEqual({ drawnYuan: 105, undrawnYuan: 70, average: null, marginal: 0.05 });
  expect(fundingCost([...lines, { limitYuan: 10, drawnYuan: 0, rate: null }]).average).toBe(0.042);
  expect(fundingCost([])).toEqual({ drawnYuan: 0, undrawnYuan: 0, average: null, marginal: null });
});

test("capital days count what is out, not what is over", () => {
  expect(capitalDays([-10, -5, 3])).toBeCloseTo((15 * 365) / 12, 9);
});

test("what a deal has drawn costs interest until the end, however few quarters the deal itself has", () => {
  // The last quarters bring nothing, so that the last of all binds.
  const longer = [...flows, { ...noFlows, opex: 0.6 }, { ...noFlows, opex: 0.6 }];
  const drawn = deal.map((quarter, at) => ({ ...quarter, drawShare: at === 1 ? 0.5 : 0 }));
  const nothing: DealQuarter = { collections: 0, incomeShare: 0, priceShare: 0, drawShare: 0, repaymentShare: 0, expensedShare: 0 };
  const stated = companyCapacity(opening, longer, terms(0.7), [...drawn, nothing, nothing]);
  expect(stated.binding).toEqual({ bound: "cash", quarter: 5 });
  expect(companyCapacity(opening, longer, terms(0.7), drawn)).toEqual(stated);
  // At that price no quarter falls below the floor, and one does a little above it.
  const least = (price: number) => Math.min(...projectCompany(opening, addQuarters(longer, dealFlows(drawn, price)), terms(0.7)).map(({ cash }) => cash));
  const largest = stated.largestYuan ?? Number.NaN;
  expect(least(largest)).toBeGreaterThanOrEqual(2 - 1e-9);
  expect(least(largest + 0.01)).toBeLessThan(2);
});
