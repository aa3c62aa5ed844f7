import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DebtorNumbers } from "../../../main/packages/package-debtors.ts";

type Row = { readonly id: string | null; readonly name: string | null };

function numbered(rows: readonly Row[]) {
  const numbers = new DebtorNumbers(rows.length);
  rows.forEach(({ id, name }, loan) => numbers.meet(loan, { debtor_id: id, debtor_name: name }));
  const ofLoan = new Uint32Array(rows.length);
  return { ...numbers.number(ofLoan), ofLoan: [...ofLoan] };
}

describe("the debtors of a package", () => {
  it("go by identifier, else by name, and a name belongs to the identifier that stands beside it elsewhere", () => {
    const rows = [
      { id: null, name: "甲公司" },
      { id: "91410100A", name: "甲公司" },
      { id: null, name: "乙公司" },
      { id: "91410100a ", name: null },
      { id: null, name: "乙公司" },
    ];
    const { ofLoan, count, named, firstLoan, namedLoan, identifiedLoan } = numbered(rows);
    expect(ofLoan).toEqual([0, 0, 1, 0, 1]);
    expect([count, named]).toEqual([2, 2]);
    expect([...firstLoan]).toEqual([0, 2]);
    expect([...namedLoan]).toEqual([0, 2]);
    expect([...identifiedLoan]).toEqual([1, 2]);
  });

  it("are as many as loans where nobody is named, and none of them is counted as named", () => {
    const nobody = { id: null, name: null };
    const { ofLoan, count, named } = numbered([nobody, { id: null, name: "甲" }, nobody]);
    expect(ofLoan).toEqual([0, 1, 2]);
    expect([count, named]).toEqual([3, 1]);
  });

  it("are found by any spelling, by the name where no row has the identifier", () => {
    const { find } = numbered([
      { id: "9141-01", name: "甲（郑州）公司" },
      { id: null, name: "乙公司" },
    ]);
    expect(find("９１４１－０１", null)).toBe(0);
    expect(find(null, "甲(郑州)公司")).toBe(0);
    expect(find("not here", "乙公司")).toBe(1);
    expect(find("not here", "nobody")).toBeNull();
    expect(find(null, null)).toBeNull();
  });

  it("are those of the rule told row by row, whatever the rows", () => {
    const text = fc.option(fc.constantFrom("A1", "a1", "B2", "C3"), { nil: null });
    const name = fc.option(fc.constantFrom("甲", "乙", "丙", "丁"), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.record({ id: text, name }), { maxLength: 12 }), (rows) => {
        const beside = (wanted: string) => rows.find(({ id, name: other }) => id !== null && other === wanted)?.id?.toUpperCase();
        const keys = rows.map(({ id, name: own }, loan) => id?.toUpperCase() ?? (own === null ? `#${loan}` : (beside(own) ?? `=${own}`)));
        const distinct = [...new Set(keys)];
        const { ofLoan, count, named, find } = numbered(rows);
        expect(ofLoan).toEqual(keys.map((key) => distinct.indexOf(key)));
        expect(count).toBe(distinct.length);
        expect(named).toBe(distinct.filter((key) => !key.startsWith("#")).length);
        rows.forEach(({ id, name: own }, loan) => expect(find(id, own)).toBe(id === null && own === null ? null : ofLoan[loan]));
      }),
    );
  });
});
