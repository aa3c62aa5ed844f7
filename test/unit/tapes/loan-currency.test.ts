import { describe, expect, it } from "vitest";
import { codeParser } from "../../../main/tapes/cells/parse-code.ts";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { matchHeader } from "../../../main/tapes/header/header-dictionary.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { buildTape } from "./whole-tape.ts";

const header = ["合同号", "币种", "本金"];
const mapping: TapeMapping = {
  sheets: [
    {
      name: "L",
      role: "loans",
      headerRows: [1],
      unit: "yuan",
      columns: [
        { index: 0, field: "contractNo", unit: null },
        { index: 1, field: "currency", unit: null },
        { index: 2, field: "principal", unit: null },
      ],
    },
  ],
  cutOffDate: null,
};
const build = (rows: readonly RawCell[][]) =>
  buildTape(
    [
      {
        name: "L",
        hidden: false,
        merges: [],
        hiddenColumns: new Set<number>(),
        records: null,
        rows: [header, ...rows].map((cells, at) => ({ rowNumber: at + 1, cells })),
      },
    ],
    mapping,
    "1900",
  );

describe("the currency of a loan", () => {
  it.each([
    ["人民币", "CNY"],
    ["RMB", "CNY"],
    ["cny", "CNY"],
    ["人民币（CNY）", "CNY"],
    [156, "CNY"],
    ["美元", "USD"],
    ["ＵＳＤ", "USD"],
    ["港币", "HKD"],
    ["欧元(EUR)", "EUR"],
    ["JPY", "JPY"],
    ["卢布", "unknown"],
    ["待核实", "unknown"],
    ["-", "missing"],
  ] as const)("%s is %s", (cell, expected) => {
    const parsed = codeParser("currency")(cell);
    expect(parsed.kind === "code" ? parsed.code : parsed.kind).toBe(expected);
  });

  it.each(["币种", "货币", "币种（原币）", "Currency", "Currency code"])("is found under the header %s", (text) => {
    expect(matchHeader(text, "loans")).toEqual([{ field: "currency", score: 1 }]);
  });

  it.each(["货币单位", "Balance in original currency", "Original currency amount"])("is not found under the header %s", (text) => {
    expect(matchHeader(text, "loans").map(({ field }) => field)).not.toContain("currency");
  });

  it("names each row in another one and takes no amount of it for yuan", () => {
    const tape = build([
      ["A1", "人民币", 100],
      ["A2", "美元", 20],
      ["A3", null, 3],
      ["A4", "EUR", 7],
      ["合计", null, 130],
    ]);
    expect(tape.loans.map(({ contractNo, currency }) => [contractNo, currency])).toEqual([
      ["A1", "CNY"],
      ["A3", null],
    ]);
    expect(tape.rejections).toEqual([
      { sheet: "L", row: 3, field: "currency", code: "otherCurrency", raw: "美元" },
      { sheet: "L", row: 5, field: "currency", code: "otherCurrency", raw: "EUR" },
    ]);
    expect(tape.sums.principalFen).toBe(10_300);
    expect(tape.counts).toMatchObject({ loanRows: 4, loansKept: 2, loansRejected: 2 });
    expect(tape.reconciliation).toMatchObject([{ field: "principal", keptFen: 10_300, rejectedFen: 2_700, outcome: "agreesWithRejected" }]);
  });

  it("that can't be read may be another, so its row is named and left out too", () => {
    const tape = build([["A1", "卢布", 100]]);
    expect(tape.loans).toEqual([]);
    expect(tape.rejections).toEqual([{ sheet: "L", row: 2, field: "currency", code: "unknownCode", raw: "卢布" }]);
  });
});
