import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StrataQuery } from "../../../shared/contract/strata-channels.ts";
import { emptyEntry } from "../../../shared/domain/debtor-sheet.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { defaultEdges, isBanded, type StrataCut, type StrataField, type StrataFigures, type StrataTable, strataFields } from "../../../shared/domain/strata.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let result: PricingResult;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  result = await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
});
afterAll(() => desk.close());

const cutBy = (field: StrataField): StrataCut => ({ field, edges: [...(isBanded(field) ? defaultEdges[field] : [1])] });
const cut = async (rows: StrataField, columns: StrataField | null, change: Partial<StrataQuery> = {}): Promise<StrataTable> =>
  desk.strata.cut(await desk.pricing.latest(dealId), {
    caseName: "base",
    rows: cutBy(rows),
    columns: columns === null ? null : cutBy(columns),
    measure: "claimFen",
    most: 10,
    ...change,
  });

const added = ["loans", "principalFen", "claimFen", "appraisalFen", "grossRecoveryFen", "presentValueFen", "allocatedFen"] as const;
const sumOf = (figures: readonly StrataFigures[]) => Object.fromEntries(added.map((measure) => [measure, figures.reduce((sum, one) => sum + one[measure], 0)]));

describe.each(strataFields)("the sample package cut by %s", (field) => {
  it("ties to the package to the fen, by itself and across every other field", async () => {
    const base = result.cases.find(({ caseName }) => caseName === "base");
    for (const across of [null, ...strataFields]) {
      const { cells, rowTotals, columnTotals, total } = await cut(field, across);
      const { loans, upbFen, claimFen, appraisalFen } = result.totals;
      expect(total).toMatchObject({ loans, principalFen: upbFen, claimFen, appraisalFen, allocatedFen: result.bidPriceFen });
      expect(total.grossRecoveryFen).toBe(base?.grossRecoveryFen);
      expect(total.debtors).toBe(310);
      const expected = Object.fromEntries(added.map((measure) => [measure, total[measure]]));
      expect(sumOf(cells.flat())).toEqual(expected);
      expect(sumOf(rowTotals)).toEqual(expected);
      expect(sumOf(columnTotals)).toEqual(expected);
    }
  });

  it("opens to the loans of every line, the line of all others among them", async () => {
    const { rows, rowTotals } = await cut(field, null);
    const members = rows.filter(({ rest }) => rest === 0).map(({ member }) => member);
    for (const [at, { member, rest }] of rows.entries()) {
      const chosen = { ...cutBy(field), members: rest > 0 ? members : [member], isRest: rest > 0 };
      const { total, rows: loans } = await desk.pricing.loans(dealId, {
        caseName: "base",
        sortBy: "upbFen",
        descending: true,
        search: "",
        strata: [chosen],
        offset: 0,
        limit: 500,
      });
      expect(total).toBe(rowTotals[at]?.loans);
      expect(loans.reduce((sum, { upbFen }) => sum + upbFen, 0)).toBe(rowTotals[at]?.principalFen);
      expect(loans.reduce((sum, { allocatedFen }) => sum + allocatedFen, 0)).toBe(rowTotals[at]?.allocatedFen);
    }
  });
});

it("two strata open to the loans that are in both", async () => {
  const { rows, columns, cells } = await cut("litigationStage", "region");
  const [row, column] = [rows[1], columns[0]];
  const strata = [
    { ...cutBy("litigationStage"), members: [row?.member ?? null], isRest: false },
    { ...cutBy("region"), members: [column?.member ?? null], isRest: false },
  ];
  const { total } = await desk.pricing.loans(dealId, { caseName: "base", sortBy: "upbFen", descending: true, search: "", strata, offset: 0, limit: 1 });
  expect(total).toBe(cells[1]?.[0]?.loans);
  expect(total).toBeGreaterThan(0);
});

describe("bands", () => {
  it("begin at their edges, and what is below the first is one of its own", async () => {
    const edges = [100_000_000, 500_000_000];
    const { rows, rowTotals } = await cut("principal", null, { rows: { field: "principal", edges } });
    const stated = desk.db.raw.prepare("SELECT principal_fen FROM loan").pluck().all() as number[];
    const expected = [stated.filter((fen) => fen < 1e8), stated.filter((fen) => fen >= 1e8 && fen < 5e8), stated.filter((fen) => fen >= 5e8)];
    expect(rows.map(({ member }) => member)).toEqual(["0", "1", "2"]);
    expect(rowTotals.map(({ loans }) => loans)).toEqual(expected.map(({ length }) => length));
  });
});

describe("concentration", () => {
  it("names the largest debtors first and tells the index of all of them", async () => {
    const { rows, rowTotals, strata, concentration } = await cut("debtor", null);
    expect(rows).toHaveLength(11);
    expect(strata).toBe(310);
    const claims = rowTotals.slice(0, 10).map(({ claimFen }) => claimFen);
    expect(claims).toEqual(claims.toSorted((one, other) => other - one));
    const { rows: loans } = await desk.pricing.loans(dealId, { caseName: "base", sortBy: "claimFen", descending: true, search: "", offset: 0, limit: 500 });
    const stated = desk.db.raw.prepare("SELECT id, debtor_id, debtor_name FROM loan").raw().all() as [number, string | null, string][];
    // A name belongs to the identifier that stands beside it elsewhere.
    const idOf = new Map(stated.flatMap(([, id, name]) => (id === null ? [] : [[name, id] as const])));
    const debtorOf = new Map(stated.map(([loan, id, name]) => [loan, id ?? idOf.get(name) ?? name]));
    const byDebtor = new Map<string | undefined, number>();
    for (const { loanId, claimFen } of loans) byDebtor.set(debtorOf.get(loanId), (byDebtor.get(debtorOf.get(loanId)) ?? 0) + claimFen);
    const owed = [...byDebtor.values()];
    expect(claims).toEqual(owed.toSorted((one, other) => other - one).slice(0, 10));
    expect(rows.slice(0, 10).every(({ name }) => name !== null && loans.some(({ debtorName }) => debtorName === name))).toBe(true);
    const all = owed.reduce((sum, fen) => sum + fen, 0);
    expect(concentration).toBeCloseTo(
      owed.reduce((sum, fen) => sum + 10_000 * (fen / all) ** 2, 0),
      6,
    );
  });
});

describe("a package of which the desk states a debtor itself", () => {
  it("ties to its case with the desk's own figures among what comes in", async () => {
    const own = await desk.deals.openSample();
    await desk.pricing.price(own.id, await desk.assumptions.model(own.id));
    const { rows } = await desk.pricing.loans(own.id, { caseName: "base", sortBy: "upbFen", descending: true, search: "", strata: [], offset: 0, limit: 1 });
    const line = { grossFen: 123_456_789_00, costsFen: 0, months: 12, discountRate: null, margin: null };
    await desk.debtors.save(own.id, rows[0]?.loanId ?? 0, { ...emptyEntry, low: line, high: line, lowWeight: 0.5 });
    const repriced = await desk.pricing.price(own.id, await desk.assumptions.model(own.id));
    for (const one of repriced.cases) {
      expect(one.ownRecoveryFen).toBe(line.grossFen);
      const query = { caseName: one.caseName, rows: cutBy("litigationStage"), columns: null, measure: "claimFen", most: 10 } as const;
      const { total, rowTotals } = await desk.strata.cut(await desk.pricing.latest(own.id), query);
      expect(total.grossRecoveryFen).toBe(one.grossRecoveryFen);
      expect(rowTotals.reduce((sum, row) => sum + row.grossRecoveryFen, 0)).toBe(one.grossRecoveryFen);
    }
  });

  it("is cut by what the desk makes of a debtor over what the model does, and opens to its loans", async () => {
    const own = await desk.deals.openSample();
    const ask = { caseName: "base", sortBy: "allocatedFen", descending: true, search: "", offset: 0, limit: 500 } as const;
    const model = await desk.assumptions.model(own.id);
    await desk.pricing.price(own.id, model);
    const view = { sortBy: "allocatedFen", descending: true, search: "", filter: "all", groupName: null } as const;
    const { rows: debtors } = await desk.debtors.sheet(own.id, view, { offset: 0, limit: 2 });
    for (const [at, debtor] of debtors.entries()) {
      // Twice what the model says of one, a half of the other: at the model's own months nothing else moves.
      const { grossFen, costsFen, months } = debtor.cases.base;
      const line = {
        grossFen: Math.round(grossFen * (at === 0 ? 2 : 0.5)),
        costsFen: Math.round(costsFen * (at === 0 ? 2 : 0.5)),
        months: Math.round(months ?? 0),
        discountRate: null,
        margin: null,
      };
      await desk.debtors.save(own.id, debtor.loanId, { ...emptyEntry, low: line, high: line, lowWeight: 0.5 });
    }
    await desk.pricing.price(own.id, model);
    const rows = { field: "ownToModel", edges: [0.8, 1.25] } as const;
    const query: StrataQuery = { caseName: "base", rows: { ...rows, edges: [...rows.edges] }, columns: null, measure: "claimFen", most: 10 };
    const table = await desk.strata.cut(await desk.pricing.latest(own.id), query);
    expect(table.rows.map(({ member }) => member)).toEqual(["0", "2", null]);
    expect(table.rowTotals.map((row) => row.debtors)).toEqual([1, 1, 308]);
    expect(table.rowTotals[1]?.claimFen).toBe(debtors[0]?.claimFen);
    expect(table.rowTotals[0]?.claimFen).toBe(debtors[1]?.claimFen);
    const strata = [{ field: "ownToModel" as const, edges: [...rows.edges], members: ["2"], isRest: false }];
    const { total, rows: loans } = await desk.pricing.loans(own.id, { ...ask, strata });
    expect(total).toBe(debtors[0]?.loans);
    expect(loans.reduce((sum, loan) => sum + loan.claimFen, 0)).toBe(debtors[0]?.claimFen);
  });
});
