import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainFigure, type FigureInput } from "../../../../main/engine/explain/explain-figure.ts";
import { roundToSum } from "../../../../main/engine/explain/figure-node.ts";
import { loanFlowsIn } from "../../../../main/engine/explain/loan-flows.ts";
import { priceCase, pricePackage } from "../../../../main/engine/price-package.ts";
import type { Assumptions, CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { type FigureLine, type FigureName, figureNames, figureTraceSchema } from "../../../../shared/domain/figure-trace.ts";
import type { CaseResult } from "../../../../shared/domain/pricing-results.ts";
import { traceValueFormats } from "../../../../shared/domain/trace-keys.ts";
import { flattenTexts } from "../../../../shared/locales/flatten-texts.ts";
import { en, zh } from "../../../../shared/locales/texts.ts";
import { fenFromYuan } from "../../../../shared/money.ts";
import { columnsOf, noShifts, someAssumptions, somePackage, somePackageOfRoutes, someShifts, type TestLoan, withOwn } from "../engine-fixtures.ts";
import { faultyLines } from "./figure-walk.ts";

/** Packages with the first routes alone, and with every route. */
const anyPackage = fc.oneof(somePackage, somePackageOfRoutes, withOwn(somePackageOfRoutes));
const texts = [flattenTexts(zh), flattenTexts(en)];
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "");
/** Names that the service puts to a loan's line. */
const namedLater = new Set(["contractNo", "debtorName"]);

function faultsOfText({ key, values }: FigureLine): string[] {
  return texts.flatMap((language) => {
    const text = language[key];
    if (text === undefined) return [`${key}: no text`];
    const missing = placeholders(text).filter((name) => !(name in values) && !namedLater.has(name));
    const unknown = Object.keys(values).filter((name) => !(name in traceValueFormats));
    return [...missing, ...unknown].map((name) => `${key}: ${name}`);
  });
}

function inputOf(
  loans: readonly TestLoan[],
  assumptions: Assumptions,
  shifts: CaseShifts,
  bid: number | null,
  name: FigureName,
): FigureInput & { result: CaseResult } {
  const columns = columnsOf(loans);
  const cases = { low: shifts, base: shifts, high: shifts };
  const { result, allocatedFen } = pricePackage({ columns, assumptions, cases, bidPriceFen: bid, debtorCount: loans.length });
  const base = result.cases[1];
  if (base === undefined) throw new Error("no base case");
  return {
    columns,
    assumptions,
    shifts,
    caseName: "base",
    bidPriceFen: result.bidPriceFen,
    isBidEntered: bid !== null,
    cutOffDate: null,
    figure: { name, price: "bidPrice", months: name === "flow" ? { from: 0, to: 12 } : null, loan: name === "allocation" ? 0 : null },
    path: [],
    allocatedFen,
    result: base,
  };
}

/** The figure as the result states it. */
function figureOf({ result, bidPriceFen, allocatedFen, figure: { price } }: FigureInput & { result: CaseResult }, name: FigureName): number | null | undefined {
  const measures = price === "maxBid" ? result.atMaxBid : result.atBidPrice;
  const figures: Partial<Record<FigureName, number | null>> = {
    maxBid: result.maxBidFen,
    bidPrice: bidPriceFen,
    presentValue: result.presentValueFen,
    grossRecovery: result.grossRecoveryFen,
    collateralRecovery: result.collateralRecoveryFen,
    guarantorRecovery: result.guarantorRecoveryFen,
    cashRecovery: result.cashRecoveryFen,
    ownRecovery: result.ownRecoveryFen ?? 0,
    costs: result.costsFen,
    netCashFlow: result.netCashFlowFen,
    profit: measures.profitFen,
    irr: measures.irr.kind === "one" ? measures.irr.rate : null,
    moic: measures.moic,
    walYears: measures.walYears,
    paybackMonths: measures.paybackMonths,
    discountedPaybackMonths: measures.discountedPaybackMonths,
    priceToPrincipal: measures.priceToPrincipal,
    priceToClaim: measures.priceToClaim,
    allocation: allocatedFen[0] ?? 0,
    flow: fenFromYuan(result.flows.net.slice(0, 13).reduce((sum, flow) => sum + flow, 0)),
  };
  return figures[name];
}

/** Texts of the drawer and the chart, and lines that a dozen random packages need not have. */
const notLines = new Set(
  "open openYear years yearNumber title subtitle expand source judgement sourceNoDate none irrSeveral irrRoot others bidFromBase pending lost".split(" "),
);

/** Assumptions with deal costs, and with payments and a settlement that are not the plain ones. */
function withOtherTerms(assumptions: Assumptions): Assumptions {
  const instalments = [
    { share: 0.4, monthsAfterClosing: 0 },
    { share: 0.6, monthsAfterClosing: 9 },
  ];
  return {
    ...assumptions,
    closing: { ...assumptions.closing, dealCostYuan: 12_345.67, dealCostRate: 0.013 },
    payment: { ...assumptions.payment, instalments },
    transition: { ...assumptions.transition, sellerShare: 0.1, reimbursedYuan: 777.77 },
  };
}

const someTerms = fc.tuple(someAssumptions, fc.boolean()).map(([assumptions, isPlain]) => (isPlain ? assumptions : withOtherTerms(assumptions)));

/** A package with its terms, its case, a bid and what the figure is asked at. */
const someCase = fc.tuple(fc.oneof(somePackage, withOwn(somePackage)), someTerms, someShifts, fc.option(fc.nat(1e11)), fc.constantFrom("maxBid", "bidPrice"));

describe("explainFigure", () => {
  it.each(figureNames)("starts %s at the figure of the result, with lines that add up to the fen at every level", (name) => {
    fc.assert(
      fc.property(someCase, ([loans, assumptions, shifts, bid, price]) => {
        const priced = inputOf(loans, assumptions, shifts, bid, name);
        const input = { ...priced, figure: { ...priced.figure, price } };
        const root = explainFigure(input);
        expect(figureTraceSchema.safeParse(root).success).toBe(true);
        expect(root.line.kind === "money" ? root.line.amountFen : root.line.number).toBe(figureOf(input, name));
        expect(faultyLines(input, faultsOfText)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("has a text for every kind of line, and every kind of line for a text", () => {
    const secured: TestLoan = {
      upb: 5e6,
      interest: 1e6,
      fees: 1e4,
      segment: 0,
      stage: 0,
      items: [{ appraisal: 8e6, kind: 0, rank: 2, senior: null, cap: null }],
    };
    const unsecured: TestLoan = { upb: 2e6, interest: 0, fees: 0, segment: 2, stage: 3, items: [], guarantors: [{ cap: null, isExpired: false }] };
    const estimated: TestLoan = {
      ...secured,
      own: { low: { gross: 6e6, costs: 9e5, month: 36 }, high: { gross: 9e6, costs: 1e6, month: 18 }, weight: 0.5 },
    };
    const { assumptions } = defaultAssumptionSet;
    const seen = new Set<string>();
    const see = (input: FigureInput) =>
      faultyLines(input, (line) => {
        seen.add(line.key);
        return faultsOfText(line);
      });
    // The same packages each time: which lines they have must not hang on a draw.
    for (const [loans, terms, shifts, bid, price] of fc.sample(someCase, { numRuns: 12, seed: 1 })) {
      for (const name of figureNames) {
        const input = inputOf(loans, terms, shifts, bid, name);
        expect(see({ ...input, figure: { ...input.figure, price } })).toEqual([]);
      }
    }
    const forSuccess = { ...assumptions, costs: { ...assumptions.costs, incentiveFromShare: 0, incentiveRate: 0.1 } };
    for (const terms of [assumptions, forSuccess, withOtherTerms(assumptions), { ...assumptions, costs: { ...assumptions.costs, fileCostYuan: 1e7 } }]) {
      for (const name of figureNames) {
        for (const price of ["maxBid", "bidPrice"] as const) {
          for (const bid of [null, 2e8]) {
            const input = inputOf([secured, unsecured, estimated], terms, noShifts, bid, name);
            expect(see({ ...input, figure: { ...input.figure, price } })).toEqual([]);
          }
        }
      }
    }
    const lines = Object.keys(flattenTexts(zh.figure)).filter((key) => !notLines.has(key) && !seen.has(`figure.${key}`));
    expect(lines).toEqual([]);
  });

  it("proves each of several rates of return, however deep below zero", () => {
    const { assumptions } = defaultAssumptionSet;
    const ownSale = { haircut: 0, probability: 1, months: 84 };
    const house = { appraisal: 2e11, kind: 0, rank: 1, senior: 0, cap: null };
    const loan: TestLoan = { upb: 1e11, interest: 0, fees: 0, segment: 0, stage: 3, items: [house], estimate: ownSale };
    const terms: Assumptions = {
      ...assumptions,
      horizonMonths: 120,
      curves: { ...assumptions.curves, corporateSecured: { lagMonths: 0, firstMonthRate: 0, monthlyDecay: 0 } },
      costs: { ...assumptions.costs, overheadYuanPerMonth: 1e5, overheadMonths: 120 },
    };
    const input = inputOf([loan], terms, noShifts, 1e11, "irr");
    const { irr } = input.result.atBidPrice;
    expect(irr.kind === "several" ? irr.rates.map((rate) => rate < -0.9) : irr.kind).toEqual([true, false]);
    expect(faultyLines(input, faultsOfText)).toEqual([]);
    const proofs = [0, 1].map((root) => explainFigure({ ...input, path: [`root:${root}`, "proof"] }));
    for (const { line, lines } of proofs) {
      expect(line.amountFen).toBe(0);
      expect(lines.length).toBeGreaterThan(2);
    }
    expect(proofs.map(({ line }) => line.key)).toEqual(["figure.irrProofAtEnd", "figure.irrProof"]);
  });

  it("works a loan's flows out to the money that the loan's price rests on", () => {
    fc.assert(
      fc.property(anyPackage, someAssumptions, (loans, assumptions) => {
        const columns = columnsOf(loans);
        const cases = { low: noShifts, base: noShifts, high: noShifts };
        const { loanResults } = pricePackage({ columns, assumptions, cases, bidPriceFen: null, debtorCount: 1 });
        const flowsOf = loanFlowsIn(columns, priceCase(columns, assumptions, noShifts).plan);
        const sums = loans.map((_, loan) => {
          const one = flowsOf(loan);
          return [one.collateral, one.guarantor, one.cash, one.costs].map((route) => route.reduce((sum, flow) => sum + flow, 0));
        });
        sums.forEach(([collateral = 0, guarantor = 0, cash = 0, costs = 0], loan) => {
          const claim = (columns.upb[loan] ?? 0) + (columns.interest[loan] ?? 0) + (columns.fees[loan] ?? 0);
          const results = loanResults.base;
          const pairs = [
            [collateral, results.collateralRecovery[loan]],
            [guarantor, results.guarantorRecovery[loan]],
            [cash, results.cashRecovery[loan]],
            [costs, results.costs[loan]],
          ] as const;
          for (const [found, stated] of pairs) expect(Math.abs(found - (stated ?? Number.NaN)) / Math.max(1, claim)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it("shows the largest loans of a segment first and the others as one line that opens to the rest", () => {
    const loans = Array.from({ length: 150 }, (_, index): TestLoan => ({ upb: 1000 * (index + 1), interest: 0, fees: 0, segment: 2, stage: 0, items: [] }));
    const { assumptions } = defaultAssumptionSet;
    const input = inputOf(loans, assumptions, noShifts, null, "cashRecovery");
    const path = ["year:12", "segment:corporateUnsecured"];
    const first = explainFigure({ ...input, path });
    expect(first.lines.map(({ id }) => id)).toEqual([...Array.from({ length: 20 }, (_, rank) => `loan:${149 - rank}`), "others:1"]);
    const second = explainFigure({ ...input, path: [...path, "others:1"] });
    expect(second.lines.map(({ id }) => id)).toEqual([...Array.from({ length: 100 }, (_, rank) => `loan:${129 - rank}`), "others:2"]);
    const third = explainFigure({ ...input, path: [...path, "others:1", "others:2"] });
    expect(third.lines.length).toBe(30);
    expect(third.lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)).toBe(second.lines.at(-1)?.amountFen);
  });

  it("leads from the highest bid to a round of an auction and the assumption behind it", () => {
    const loan: TestLoan = { upb: 1e6, interest: 0, fees: 0, segment: 0, stage: 3, items: [{ appraisal: 2e6, kind: 0, rank: 1, senior: 0, cap: null }] };
    const input = inputOf([loan], defaultAssumptionSet.assumptions, noShifts, null, "maxBid");
    const path = ["presentValue", "bySegment", "segment:corporateSecured", "loan:0"];
    const { line, lines } = explainFigure({ ...input, path });
    expect(line.key).toBe("figure.loan");
    const collateral = lines.findIndex(({ key }) => key === "trace.collateralRoute");
    const item = explainFigure({ ...input, path: [...path, `line:${collateral}`, "line:0"] });
    expect(item.line.values["assumptionGroup"]).toBe("collateral");
    expect(item.lines.some(({ key }) => key === "trace.auctionRound")).toBe(true);
  });

  it.each([
    [{ path: ["nothing"] }, "path"],
    [{ figure: { name: "allocation", price: "bidPrice", months: null, loan: 7 } }, "loan"],
    [{ figure: { name: "allocation", price: "bidPrice", months: null, loan: null } }, "loan"],
    [{ figure: { name: "flow", price: "bidPrice", months: null, loan: null } }, "months"],
    [{ figure: { name: "flow", price: "bidPrice", months: { from: 3, to: 2 }, loan: null } }, "months"],
    [{ figure: { name: "flow", price: "bidPrice", months: { from: 300, to: 400 }, loan: null } }, "months"],
  ] as const)("refuses %o", (change, field) => {
    const input = inputOf([], defaultAssumptionSet.assumptions, noShifts, null, "maxBid");
    expect(() => explainFigure({ ...input, ...change })).toThrow(expect.objectContaining({ code: "outOfRange", field }));
  });
});

describe("roundToSum", () => {
  it("gives parts of any sign that add up, each within a fen of its own value", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (yuan) => {
        const total = Math.round(yuan.reduce((sum, part) => sum + part, 0) * 100) + 0;
        const parts = roundToSum(Float64Array.from(yuan), total);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        parts.forEach((fen, index) => {
          expect(Math.abs(fen - (yuan[index] ?? 0) * 100)).toBeLessThan(1.01);
          expect(Object.is(fen, -0)).toBe(false);
        });
      }),
    );
  });

  it("refuses to smooth over parts that are not the total's", () => {
    expect(() => roundToSum(Float64Array.of(1, 2), 400)).toThrow("out by 100 fen");
  });
});
