import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedLoan, compareLoan } from "../../../main/versions/rules/compare-loans.ts";
import { type ComparedRow, comparedColumns } from "../../../main/versions/rules/compared-cells.ts";
import type { CellValue } from "../../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../../shared/domain/tape-fields.ts";
import { comparedLoans, readSample } from "./sample-loans.ts";

const versions = Number(process.env["AMC_VERSIONS"] ?? 1000);
const loans = comparedLoans(await readSample());

const rowsOf = (loan: ComparedLoan, list: SheetList): readonly ComparedRow[] => (list === "loan" ? [loan] : loan[list]);

/** Another value for a cell: of its own kind, and never one that compares equal. */
function otherValue(field: TapeField, value: CellValue, draw: number): CellValue {
  const { kind, codes } = fieldRecord(field);
  if (value !== null && draw % 5 === 0 && field !== "guarantors") return null;
  if (kind === "code") return codes?.find((code, at) => code !== value && at >= draw % 3) ?? codes?.find((code) => code !== value) ?? null;
  if (kind === "date") return value === "2031-02-03" ? "2031-02-04" : "2031-02-03";
  if (kind === "share") return value === 0.25 ? 0.75 : 0.25;
  return typeof value === "number" || ["amount", "count", "months", "area", "rank"].includes(kind)
    ? Number(value ?? 0) + 1 + (draw % 1000)
    : `${value ?? ""}改${draw % 7}`;
}

interface Planted {
  readonly list: SheetList;
  readonly field: TapeField;
  readonly older: CellValue;
  readonly newer: CellValue;
}

const byText = (changes: readonly Planted[]) => changes.map((change) => JSON.stringify(change)).sort();

/** A loan with a cell of some of its rows changed, one of each row; guarantors are known by name alone. */
function changed(loan: ComparedLoan, draws: readonly number[]): { readonly loan: ComparedLoan; readonly planted: Planted[] } {
  const planted: Planted[] = [];
  const plant = (list: SheetList, row: ComparedRow, draw: number): ComparedRow => {
    const at = draw % comparedColumns[list].length;
    const field = comparedColumns[list][at]?.field;
    const older = row.cells[at] ?? null;
    if (field === undefined || field === "contractNo" || field === "guarantors") return row;
    const newer = otherValue(field, older, draw);
    planted.push({ list, field, older, newer });
    return { ...row, cells: row.cells.with(at, newer) };
  };
  let next = 0;
  const some = (list: SheetList, row: ComparedRow) => {
    const draw = draws[next] ?? 0;
    next += 1;
    return draw % 3 === 0 ? row : plant(list, row, draw);
  };
  const own = some("loan", loan);
  return {
    loan: {
      ...loan,
      cells: own.cells,
      collateral: loan.collateral.map((row) => some("collateral", row)),
      guarantor: loan.guarantor.map((row) => some("guarantor", row)),
    },
    planted,
  };
}

function found(older: ComparedLoan, newer: ComparedLoan): Planted[] {
  return compareLoan(older, newer).changes.map(({ list, place, olderRow, newerRow }) => {
    const cell = (loan: ComparedLoan, id: number | null) => rowsOf(loan, list).find((row) => row.id === id)?.cells[place ?? -1] ?? null;
    return { list, field: comparedColumns[list][place ?? -1]?.field ?? "contractNo", older: cell(older, olderRow), newer: cell(newer, newerRow) };
  });
}

const shuffled = <T>(rows: readonly T[], draw: number): T[] =>
  rows.toSorted((a, b) => ((JSON.stringify(a).length * draw) % 7) - ((JSON.stringify(b).length * draw) % 7));

describe("a loan in two versions", () => {
  it("differs in the cells that were changed and in no other, whatever the order of its rows", () => {
    const edit = fc.tuple(fc.nat(loans.length - 1), fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 }), fc.nat(6));
    fc.assert(
      fc.property(edit, ([at, draws, order]) => {
        const older = loans[at];
        if (older === undefined) return;
        const { loan: newer, planted } = changed(older, draws);
        expect(byText(found(older, newer))).toEqual(byText(planted));
        const moved = { ...newer, collateral: shuffled(newer.collateral, order), guarantor: newer.guarantor.toReversed() };
        expect(byText(found(older, moved))).toEqual(byText(planted));
      }),
      { numRuns: versions },
    );
  });

  it("keeps its items where the kind of one is corrected to that of another", () => {
    const [loan] = loans.filter(({ collateral }) => new Set(collateral.map(({ cells: [kind] }) => kind)).size > 2);
    if (loan === undefined) throw new Error("The sample has no loan with items of three kinds");
    const kinds = loan.collateral.map(({ cells: [kind] }) => kind ?? null);
    const corrected = loan.collateral.map((row, at) => ({ ...row, cells: row.cells.with(0, kinds[(at + 1) % kinds.length] ?? null) }));
    const { changes } = compareLoan(loan, { ...loan, collateral: corrected.toReversed() });
    expect(changes.map(({ place, olderRow, newerRow }) => [place, olderRow === newerRow])).toEqual(
      loan.collateral.flatMap(({ cells: [kind] }, at) => (kind === kinds[(at + 1) % kinds.length] ? [] : [[0, true]])),
    );
  });

  it("is the same however its texts are spelled", () => {
    for (const loan of loans) {
      const respelled = (list: SheetList, row: ComparedRow): ComparedRow => ({
        ...row,
        cells: row.cells.map((cell, at) => {
          const kind = fieldRecord(comparedColumns[list][at]?.field ?? "remark").kind;
          return typeof cell === "string" && ["text", "identifier", "names"].includes(kind)
            ? ` ${cell.replaceAll("(", "（").replaceAll("-", "－").toLowerCase()} `
            : cell;
        }),
      });
      const newer = {
        ...respelled("loan", loan),
        collateral: loan.collateral.map((row) => respelled("collateral", row)),
        guarantor: loan.guarantor.map((row) => respelled("guarantor", row)),
      };
      expect(compareLoan(loan, newer).changes).toEqual([]);
    }
  });

  it("tells the items and guarantors that came and went", () => {
    const whole = loans.filter(({ collateral }) => collateral.length > 1);
    expect(whole.length).toBeGreaterThan(20);
    for (const loan of whole) {
      const [first, ...others] = loan.collateral;
      const [gone] = compareLoan(loan, { ...loan, collateral: others }).changes;
      expect(rowsOf(loan, "collateral").find(({ id }) => id === gone?.olderRow)?.cells).toEqual(first?.cells);
      const [came, ...rest] = compareLoan({ ...loan, collateral: others }, loan).changes;
      expect([came?.place, came?.olderRow, rest]).toEqual([null, null, []]);
    }
  });
});
