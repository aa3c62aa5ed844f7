import { afterEach, describe, expect, it } from "vitest";
import type { RawRow, SheetSource } from "../../../main/tapes/files/raw-sheet.ts";
import { suggestMapping } from "../../../main/tapes/header/propose-mapping.ts";
import { ListsOfSheet, withListsBelow } from "../../../main/tapes/sources/lists-below.ts";
import { buildTape } from "./whole-tape.ts";

type Cells = RawRow["cells"];
const loanHead: Cells = ["合同编号", "债务人名称", "本金余额"];
const loan = (number: number): Cells => [`A-${number}`, `示例${number}公司`, number * 1000];
const itemHead: Cells = ["合同编号", "抵押物类型", "坐落", "评估价值"];
const item = (number: number): Cells => [`A-${number}`, "住宅", `某路${number}号`, number * 500];
const guarantorHead: Cells = ["合同编号", "保证人", "最高保证金额"];

let sheetNames = 0;
afterEach(() => {
  sheetNames = 0;
});
function sheetOf(rows: readonly Cells[], records: SheetSource["records"] = null): SheetSource {
  sheetNames += 1;
  const numbered = rows.flatMap((cells, at): RawRow[] => (cells.length === 0 ? [] : [{ rowNumber: at + 1, cells }]));
  // In blocks, so that lists begin within one and at its edge.
  const blocks = async function* () {
    for (let from = 0; from < numbered.length; from += 3) yield numbered.slice(from, from + 3);
  };
  return { name: `S${sheetNames}`, hidden: false, merges: [], hiddenColumns: new Set(), records, blocks };
}

async function listsOf(sheet: SheetSource) {
  const lists = new ListsOfSheet(sheet, () => false);
  for await (const block of sheet.blocks()) for (const row of block) lists.add(row);
  return lists.inspections(undefined);
}

async function tapeOf(sheet: SheetSource) {
  const mapping = { ...suggestMapping(await listsOf(sheet)), currency: "CNY" as const };
  const parts = await Promise.all(
    withListsBelow([sheet], mapping).map(async (part) => {
      const rows: RawRow[] = [];
      for await (const block of part.blocks()) rows.push(...block);
      return { ...part, rows };
    }),
  );
  return buildTape(parts, mapping, "1900");
}

describe("lists below one another in a sheet", () => {
  const sheet = () =>
    sheetOf([
      ["单位：万元"],
      loanHead,
      loan(1),
      loan(2),
      loan(3),
      [],
      ["二、抵押物清单"],
      itemHead,
      item(1),
      item(2),
      ["三、保证人"],
      ["单位：元"],
      guarantorHead,
      ["A-3", "张三", 50],
      ["A-9", "李四", 60],
    ]);

  it("are told by their heads, with the lines that stand above each", async () => {
    const lists = await listsOf(sheet());
    expect(lists.map(({ name, role, headerRows, listOf, statedUnit }) => [name, role, headerRows, listOf?.fromRow, statedUnit])).toEqual([
      ["S1", "loans", [2], undefined, "wanYuan"],
      ["S1 ↓7", "collateral", [8], 7, "wanYuan"],
      ["S1 ↓11", "guarantors", [13], 11, "yuan"],
    ]);
    expect(lists.map(({ rowCount, dataRowCount }) => [rowCount, dataRowCount])).toEqual([
      [5, 3],
      [4, 2],
      [5, 2],
    ]);
  });

  it("are read each by itself, and what matches no loan is named", async () => {
    const tape = await tapeOf(sheet());
    expect(tape.counts).toMatchObject({ loanRows: 3, loansKept: 3, collateralJoined: 2, guarantorRows: 2, guarantorsJoined: 1 });
    expect(tape.sums).toMatchObject({ principalFen: 6_000_000_000, appraisalFen: 1_500_000_000 });
    expect(tape.loans[2]?.furtherGuarantors).toEqual([{ guarantors: "张三", guaranteeCapFen: 5000, guaranteeEnd: null }]);
    expect(tape.warnings.map(({ sheet: name, row, code }) => [name, row, code])).toEqual([["S1 ↓11", 15, "guarantorOrphan"]]);
  });

  it("are not begun by a head that a page repeats, by a record of words, or in a text list", async () => {
    const repeated = [["单位：元"], itemHead, item(1), item(2), itemHead, item(3)];
    expect(await listsOf(sheetOf(repeated))).toHaveLength(1);
    const words = [["单位：元"], loanHead, loan(1), loan(2), ["A-3", "抵押物公司", "待核"], ["备注", "合同编号有误", "见附件"]];
    expect(await listsOf(sheetOf(words))).toHaveLength(1);
    const text = [loanHead, loan(1), loan(2), itemHead, item(1)];
    expect(await listsOf(sheetOf(text, { width: 4, sign: "," }))).toHaveLength(1);
  });
});
