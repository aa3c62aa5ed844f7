import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { type BridgeState, bridgeBids, type StateBridge } from "../../../../main/engine/bridge/bid-bridge.ts";
import type { LoanPlaces } from "../../../../main/engine/bridge/bridge-sides.ts";
import { pricePackage } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import type { BridgeCause } from "../../../../shared/domain/bid-bridge.ts";
import { caseNames, litigationStages } from "../../../../shared/domain/codes.ts";
import { type EditPart, editPartBit } from "../../../../shared/domain/edited-fields.ts";
import { columnsOf, someAssumptions, someKnitPackage, somePackage, somePackageOfRoutes, type TestLoan, withOwn } from "../engine-fixtures.ts";

/** A release tries 10,000 (docs/development.md). */
const packages = Number(process.env["AMC_PACKAGES"] ?? 200);
const { assumptions, cases } = defaultAssumptionSet;
const anyPackage = fc.oneof(somePackage, somePackageOfRoutes, someKnitPackage, withOwn(somePackageOfRoutes));

/** A loan under its contract number. */
interface Contract {
  readonly key: number;
  readonly loan: TestLoan;
}

/** Numbered against the order of rows, so that places are not rows. */
const contractsOf = (loans: readonly TestLoan[]): Contract[] => loans.map((loan, row) => ({ key: loans.length - row, loan }));
const stateOf = (contracts: readonly Contract[], terms: Assumptions = assumptions, shifts = cases): BridgeState => ({
  columns: columnsOf(contracts.map(({ loan }) => loan)),
  assumptions: terms,
  cases: shifts,
});

/** Places by contract number, as the desk matches two runs. */
function matchOf(from: readonly Contract[], to: readonly Contract[]): LoanPlaces {
  const keys = [...new Set([...from, ...to].map(({ key }) => key))].sort((one, other) => one - other);
  const rowsIn = (contracts: readonly Contract[]) => Int32Array.from(keys, (key) => contracts.findIndex((contract) => contract.key === key));
  return { from: rowsIn(from), to: rowsIn(to) };
}

/** Parts of a loan on which the desk has its own word, by its number. */
type EditedParts = (key: number) => number;
const untouched: EditedParts = () => 0;

const bridgeOf = (from: readonly Contract[], to: readonly Contract[], before = assumptions, after = before, partsOf = untouched): StateBridge =>
  bridgeBids(
    // In one run or the other: every second loan was edited before.
    { ...stateOf(from, before), edited: Uint8Array.from(from, ({ key }) => (key % 2 === 0 ? partsOf(key) : 0)) },
    { ...stateOf(to, after), edited: Uint8Array.from(to, ({ key }) => (key % 2 === 0 ? 0 : partsOf(key))) },
    matchOf(from, to),
  );

/** What makes one loan another, each of one cause. */
const edits: Readonly<Record<Exclude<BridgeCause, "dropped" | "added" | "edits" | "assumptions">, (loan: TestLoan, factor: number) => TestLoan>> = {
  balances: (loan, factor) => ({ ...loan, upb: Math.round(loan.upb * factor), interest: loan.interest + 1000 }),
  collateral: (loan, factor) => ({
    ...loan,
    items: [
      ...loan.items.map((item) => ({ ...item, appraisal: Math.round(item.appraisal * factor) })),
      { appraisal: 3_000_000, kind: 1, rank: 1, senior: 0, cap: null },
    ],
  }),
  timing: (loan) => ({ ...loan, stage: (loan.stage + 1) % litigationStages.length, court: loan.court === 1 ? 2 : 1 }),
  guarantors: (loan) => ({ ...loan, guarantors: [...(loan.guarantors ?? []), { cap: 400_000, isExpired: false }] }),
  own: (loan) => ({ ...loan, own: { low: { gross: 10_000, costs: 10, month: 6 }, high: { gross: 500_000, costs: 10, month: 12 }, weight: 0.5 } }),
  other: (loan) => ({ ...loan, isIndividual: !loan.isIndividual, condition: ((loan.condition ?? 0) + 1) % 3 }),
};
const editNames = Object.keys(edits) as (keyof typeof edits)[];

const someEdits = fc.array(
  fc.record({
    at: fc.nat(11),
    edit: fc.constantFrom(...editNames, "drop" as const, "add" as const),
    factor: fc.constantFrom(0.4, 0.9, 1.7),
    debtor: fc.option(fc.nat(1)),
  }),
  { maxLength: 6 },
);
type SomeEdits = typeof someEdits extends fc.Arbitrary<infer Edits> ? Edits : never;

/** A package after some edits; an added loan is a copy of another, with its assets. */
function edited(contracts: readonly Contract[], changes: SomeEdits): Contract[] {
  let after = [...contracts];
  for (const { at, edit, factor, debtor } of changes) {
    const place = at % Math.max(1, after.length);
    const chosen = after[place];
    if (chosen === undefined) continue;
    if (edit === "drop") after = after.filter((one) => one !== chosen);
    else if (edit === "add") after = [...after, { key: 100 + after.length + at, loan: { ...chosen.loan, upb: Math.round(chosen.loan.upb * factor), debtor } }];
    else after = after.map((one) => (one === chosen ? { key: one.key, loan: edits[edit](one.loan, factor) } : one));
  }
  const keys = new Set<number>();
  return after.filter(({ key }) => !keys.has(key) && keys.add(key));
}

const someParts = fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 3, maxLength: 3 });

const sum = (parts: Iterable<number>) => [...parts].reduce((total, part) => total + part, 0);

function expectToAddUp(bridge: StateBridge, from: BridgeState, to: BridgeState): void {
  const [before, after] = [bidsOf(from), bidsOf(to)];
  for (const [at, caseName] of caseNames.entries()) {
    expect(bridge.from[caseName]).toBe(before[at]);
    expect(bridge.to[caseName]).toBe(after[at]);
    expect(bridge.from[caseName] + sum(bridge.causes.map(({ moves }) => moves[caseName]))).toBe(bridge.to[caseName]);
    for (const { moves, ofPackage, ofLoans } of bridge.causes) expect(sum(ofLoans[caseName]) + ofPackage[caseName]).toBe(moves[caseName]);
  }
}

describe("the bridge between two bids", () => {
  it(
    "adds up to the fen in each case, cause by cause and loan by loan",
    () => {
      fc.assert(
        fc.property(anyPackage, someEdits, fc.option(someAssumptions), fc.boolean(), (loans, changes, terms, isAlone) => {
          const [from, to] = [contractsOf(loans), edited(contractsOf(loans), changes)];
          const [before, after] = [terms ?? assumptions, isAlone ? (terms ?? assumptions) : assumptions];
          expectToAddUp(bridgeOf(from, to, before, after), stateOf(from, before), stateOf(to, after));
        }),
        { numRuns: packages, seed: 12, endOnFailure: true },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "is the mean over all orders in which causes can come, each state priced as a whole",
    () => {
      fc.assert(
        fc.property(
          fc.oneof(somePackage, somePackageOfRoutes, withOwn(somePackageOfRoutes)),
          someEdits,
          fc.boolean(),
          someParts,
          (loans, changes, areTermsOther, parts) => {
            const [from, to] = [contractsOf(loans), edited(contractsOf(loans), changes)];
            const after = areTermsOther ? { ...assumptions, hurdleRate: assumptions.hurdleRate + 0.03 } : assumptions;
            const partsOf: EditedParts = (key) => parts[key % parts.length] ?? 0;
            const bridge = bridgeOf(from, to, assumptions, after, partsOf);
            const causes = bridge.causes.map(({ cause }) => cause);
            const shares = meanOverOrders(causes, (done) => bidsOf(mixedState(from, to, after, done, partsOf)));
            for (const { cause, moves } of bridge.causes) {
              for (const [at, caseName] of caseNames.entries()) expect(Math.abs(moves[caseName] - (shares.get(cause)?.[at] ?? 0))).toBeLessThan(2);
            }
          },
        ),
        { numRuns: packages / 4, seed: 7 },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "puts all of a move into the one cause there is",
    () => {
      fc.assert(
        fc.property(anyPackage, fc.nat(11), fc.constantFrom(...editNames, "drop" as const, "add" as const), (loans, at, edit) => {
          const [from, to] = [contractsOf(loans), edited(contractsOf(loans), [{ at, edit, factor: 0.4, debtor: null }])];
          const causes = bridgeOf(from, to).causes.map(({ cause }) => cause);
          const expected = edit === "drop" ? "dropped" : edit === "add" ? "added" : edit;
          expect(causes.filter((cause) => cause !== expected)).toEqual([]);
        }),
        { numRuns: packages, seed: 3 },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "puts what the desk has its own word on under its edits, whatever cause the cell would be of",
    () => {
      const own = {
        balances: ["principal", "interest"],
        collateral: ["collateral"],
        timing: ["timing"],
        guarantors: ["guarantors"],
        other: ["other"],
      } as const;
      fc.assert(
        fc.property(anyPackage, fc.nat(11), fc.constantFrom(...(Object.keys(own) as (keyof typeof own)[])), fc.boolean(), (loans, at, edit, isOwn) => {
          const [from, to] = [contractsOf(loans), edited(contractsOf(loans), [{ at, edit, factor: 0.4, debtor: null }])];
          const parts = own[edit].reduce((mask, part) => mask | editPartBit(part), 0);
          const bridge = bridgeOf(from, to, assumptions, assumptions, () => (isOwn ? parts : 255 - parts));
          expect(bridge.causes.map(({ cause }) => cause).filter((cause) => cause !== (isOwn ? "edits" : edit))).toEqual([]);
          expectToAddUp(bridge, stateOf(from), stateOf(to));
        }),
        { numRuns: packages, seed: 4 },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "finds no cause between a package and itself",
    () => {
      fc.assert(
        fc.property(anyPackage, (loans) => {
          expect(bridgeOf(contractsOf(loans), contractsOf(loans)).causes).toEqual([]);
        }),
        { numRuns: packages, seed: 5 },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "gives the same bytes whatever the order of loans, and takes items in another order for the same",
    () => {
      fc.assert(
        fc.property(anyPackage, someEdits, fc.integer(), (loans, changes, seed) => {
          const [from, to] = [contractsOf(loans), edited(contractsOf(loans), changes)];
          const after = { ...assumptions, hurdleRate: 0.1 };
          expect(bridgeOf(shuffled(from, seed), shuffled(to, seed + 1), assumptions, after)).toEqual(bridgeOf(from, to, assumptions, after));
          const turned = from.map(({ key, loan }) => ({
            key,
            loan: { ...loan, items: loan.items.toReversed(), ...(loan.guarantors ? { guarantors: loan.guarantors.toReversed() } : {}) },
          }));
          expect(bridgeOf(from, turned).causes).toEqual([]);
        }),
        { numRuns: packages, seed: 9 },
      );
    },
    120_000 + packages * 500,
  );

  it(
    "turns its signs when the states change places",
    () => {
      fc.assert(
        fc.property(anyPackage, someEdits, (loans, changes) => {
          const [from, to] = [contractsOf(loans), edited(contractsOf(loans), changes)];
          const [there, back] = [bridgeOf(from, to), bridgeOf(to, from)];
          const opposite: Partial<Record<BridgeCause, BridgeCause>> = { dropped: "added", added: "dropped" };
          for (const { cause, moves } of there.causes) {
            const returned = back.causes.find((one) => one.cause === (opposite[cause] ?? cause));
            for (const caseName of caseNames) expect(Math.abs(moves[caseName] + (returned?.moves[caseName] ?? Number.NaN))).toBeLessThan(2);
          }
        }),
        { numRuns: packages, seed: 11 },
      );
    },
    120_000 + packages * 500,
  );

  it("keeps apart what belongs to no loan: overhead, an incentive fee, a settlement, a bid that cannot fall below zero", () => {
    const loans = contractsOf([aHouse(1_000_000), aHouse(2_000_000)]);
    const dearer = { ...assumptions, costs: { ...assumptions.costs, overheadYuanPerMonth: assumptions.costs.overheadYuanPerMonth + 1000 } };
    const overhead = bridgeOf(loans, loans, assumptions, dearer);
    expect(overhead.causes.map(({ cause, places }) => [cause, places.length])).toEqual([["assumptions", 0]]);
    expect(overhead.causes[0]?.ofPackage).toEqual(overhead.causes[0]?.moves);
    const withFee = {
      ...assumptions,
      costs: { ...assumptions.costs, incentiveRate: 0.2, incentiveFromShare: 0.1 },
      transition: { sellerShare: 0.1, collectedYuan: null, reimbursedYuan: 5000 },
    };
    const dropped = bridgeOf(loans, loans.slice(1), withFee);
    expectToAddUp(dropped, stateOf(loans, withFee), stateOf(loans.slice(1), withFee));
    expect(dropped.causes[0]?.ofPackage.base).toBeGreaterThan(0);
  });

  it("shows what a new loan on the same house takes from the loan that was there", () => {
    const first = { ...aHouse(1_000_000), items: [{ appraisal: 1_000_000, kind: 0, rank: 2, senior: 0, cap: null, asset: 1 }] };
    const second = { ...first, items: [{ ...first.items[0], rank: 1 }] } as TestLoan;
    const bridge = bridgeOf(
      [{ key: 0, loan: first }],
      [
        { key: 0, loan: first },
        { key: 1, loan: second },
      ],
    );
    expect(bridge.causes.map(({ cause }) => cause)).toEqual(["added"]);
    const [old = Number.NaN, added = Number.NaN] = bridge.causes[0]?.ofLoans.base ?? [];
    expect(old).toBeLessThan(0);
    expect(added).toBeGreaterThan(0);
  });

  it("refuses a match that leaves a loan out or names one twice", () => {
    const state = stateOf(contractsOf([aHouse(1), aHouse(2)]));
    const all = Int32Array.of(0, 1);
    expect(() => bridgeBids(state, state, { from: all, to: Int32Array.of(0, 0) })).toThrow("outOfRange");
    expect(() => bridgeBids(state, state, { from: all, to: Int32Array.of(0, -1) })).toThrow("wrongLength");
  });
});

const aHouse = (upb: number): TestLoan => ({
  upb,
  interest: 0,
  fees: 0,
  segment: 0,
  stage: 3,
  items: [{ appraisal: upb, kind: 0, rank: 1, senior: 0, cap: null }],
});

/** Loans in an order drawn by a seed. */
function shuffled(contracts: readonly Contract[], seed: number): Contract[] {
  const keyOf = ({ key }: Contract) => (Math.sin(seed * 12.9898 + key * 78.233) * 43758.5453) % 1;
  return contracts.toSorted((one, other) => keyOf(one) - keyOf(other));
}

const bidsOf = ({ columns, assumptions: terms, cases: shifts }: BridgeState): number[] =>
  pricePackage({ columns, assumptions: terms, cases: shifts, bidPriceFen: null, debtorCount: 0 }).result.cases.map(({ maxBidFen }) => maxBidFen);

/** A whole package in which some causes have come about, put together from the loans as a test states them. */
function mixedState(from: readonly Contract[], to: readonly Contract[], after: Assumptions, done: ReadonlySet<BridgeCause>, partsOf: EditedParts): BridgeState {
  const other = new Map(to.map(({ key, loan }) => [key, loan]));
  const own = new Map(from.map(({ key, loan }) => [key, loan]));
  const kept = from
    .filter(({ key }) => other.has(key) || !done.has("dropped"))
    .map(({ key, loan }) => ({ key, loan: mixedLoan(loan, other.get(key) ?? loan, done, partsOf(key)) }));
  const added = done.has("added") ? to.filter(({ key }) => !own.has(key)) : [];
  return stateOf([...kept, ...added], done.has("assumptions") ? after : assumptions);
}

function mixedLoan(from: TestLoan, to: TestLoan, done: ReadonlySet<BridgeCause>, edited: number): TestLoan {
  const owed = (part: EditPart) => (done.has((edited & editPartBit(part)) === 0 ? "balances" : "edits") ? to : from);
  const of = (cause: EditPart & BridgeCause) => (done.has((edited & editPartBit(cause)) === 0 ? cause : "edits") ? to : from);
  const own = done.has("own") ? to : from;
  const mixed = {
    upb: owed("principal").upb,
    interest: owed("interest").interest,
    fees: owed("fees").fees,
    basis: owed("interestBasis").basis,
    items: of("collateral").items,
    stage: of("timing").stage,
    court: of("timing").court,
    failed: of("timing").failed,
    daysPastDue: of("timing").daysPastDue,
    delayDays: of("timing").delayDays,
    stays: of("timing").stays,
    guarantors: of("guarantors").guarantors,
    isUnnamed: of("guarantors").isUnnamed,
    estimate: own.estimate,
    ownCostRate: own.ownCostRate,
    ownCurve: own.ownCurve,
    own: own.own,
    segment: of("other").segment,
    isIndividual: of("other").isIndividual,
    condition: of("other").condition,
    debtor: of("other").debtor,
  };
  // What a loan leaves out stays left out.
  return Object.fromEntries(Object.entries(mixed).filter(([, value]) => value !== undefined)) as unknown as TestLoan; // the same keys
}

function ordersOf<T>(list: readonly T[]): T[][] {
  return list.length === 0 ? [[]] : list.flatMap((first, at) => ordersOf([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [first, ...rest]));
}

/** By definition, order by order. */
function meanOverOrders(causes: readonly BridgeCause[], bids: (done: ReadonlySet<BridgeCause>) => number[]): Map<BridgeCause, number[]> {
  const known = new Map<string, number[]>();
  const bidsOnce = (done: ReadonlySet<BridgeCause>): number[] => {
    const key = [...done].sort().join();
    const found = known.get(key) ?? bids(done);
    known.set(key, found);
    return found;
  };
  const orders = ordersOf(causes);
  const shares = new Map<BridgeCause, number[]>(causes.map((cause) => [cause, [0, 0, 0]]));
  for (const order of orders) {
    const done = new Set<BridgeCause>();
    let before = bidsOnce(done);
    for (const cause of order) {
      done.add(cause);
      const after = bidsOnce(done);
      const share = shares.get(cause) ?? [];
      for (let at = 0; at < 3; at++) share[at] = (share[at] ?? 0) + ((after[at] ?? 0) - (before[at] ?? 0)) / orders.length;
      before = after;
    }
  }
  return shares;
}
