import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import type { SheetMapping } from "../../../shared/domain/tape-mapping.ts";
import { findingsOf, inspected, listOf, readLists, refusalOfLists } from "./list-of.ts";

const header = ["债务人名称", "借款合同编号", "本金余额", "利息余额"];
const loans: RawCell[][] = [
  ["甲", "HT-1", 100, 10],
  ["乙", "HT-2", 200, 20],
];
const list = (above: RawCell[][], below: RawCell[][] = [], head: RawCell[] = header, rows = loans) => [listOf([...above, head, ...rows, ...below])];
const sums = (...parts: Parameters<typeof list>) => {
  const { principalFen, interestFen } = readLists(list(...parts)).sums;
  return [principalFen / 100, interestFen / 100];
};

describe("a note below a list", () => {
  it.each([
    ["注：金额单位为万元", 10_000],
    ["说明：1.本表金额单位：千元；2.利息计至基准日", 1000],
    ["除另有说明外，金额均为万元", 10_000],
    ["以上金额均以百万元计", 1_000_000],
  ])("states the unit: %s", (note, factor) => {
    expect(sums([["债权清单"]], [[note]])).toEqual([300 * factor, 30 * factor]);
    expect(readLists(list([["债权清单"]], [[note]])).choices.map(({ code }) => code)).toEqual(["unitStated"]);
  });

  it("leaves the unit open where it contradicts the title", () => {
    const [sheet] = list([["单位：元"]], [["注：本表金额单位为万元"]]);
    expect(inspected(sheet ?? listOf([]))).toMatchObject({ statedUnit: null, statedUnitText: "单位:元 / 单位为万元" });
    expect(refusalOfLists(list([["单位：元"]], [["注：本表金额单位为万元"]]))).toBe("unitContradicts");
    expect(readLists(list([["单位：元"]], [["注：本表金额单位为万元"]]), (mapping) => ({ ...mapping, isConfirmed: true })).sums.principalFen).toBe(30_000);
  });

  it("is none where it speaks of something else, or the columns state their own", () => {
    expect(sums([["单位：元"]], [["注：抵押物评估值合计3.2亿元，详见附件"]])).toEqual([300, 30]);
    expect(sums([["单位：元"]], [["其中本金金额为1000万元以上的共1户"]])).toEqual([300, 30]);
    expect(sums([], [["注：金额单位为万元"]], ["债务人名称", "借款合同编号", "本金余额（元）", "利息余额（元）"])).toEqual([300, 30]);
  });
});

describe("a line that names two units", () => {
  it.each(["单位：元/万元", "单位：元（本金为万元）", "单位：万元（利息为元）"])("states none: %s", (title) => {
    expect(inspected(list([[title]])[0] ?? listOf([]))).toMatchObject({ statedUnit: null, statedUnitText: title.normalize("NFKC") });
    expect(refusalOfLists(list([[title]]))).toBe("unitUnread");
  });

  it.each([
    ["单位：户、万元", 10_000],
    ["债权清单-万元", 10_000],
    ["表中金额为千元", 1000],
    ["以下金额均以万元计", 10_000],
    ["单位：佰万元", 1_000_000],
  ])("is none of them: %s", (title, factor) => {
    expect(sums([[title]])).toEqual([300 * factor, 30 * factor]);
  });

  it("may stand in one cell below the header, which speaks of all columns", () => {
    expect(sums([["债权清单"]], [], header, [[null, null, "单位：万元", null], ...loans])).toEqual([3_000_000, 300_000]);
    expect(refusalOfLists(list([["单位：元"]], [], header, [[null, null, "单位：万元", null], ...loans]))).toBe("unitUnread");
  });

  it("may hide in a header's brackets", () => {
    expect(sums([["单位：元"]], [], ["债务人名称", "借款合同编号", "本金余额（注：万元）", "利息余额"])).toEqual([3_000_000, 30]);
  });
});

describe("a column of units", () => {
  const withUnits = (...units: RawCell[]) => loans.map((row, at) => [...row, units[at] ?? null]);
  const head = (name: string) => [...header, name];

  it.each(["单位", "金额单位", "货币单位", "计量单位", "Unit"])("%s gives each row its own", (name) => {
    expect(sums([["债权清单"]], [], head(name), withUnits("万元", "元"))).toEqual([1_000_200, 100_020]);
    const [choice] = readLists(list([["债权清单"]], [], head(name), withUnits("万元", "元"))).choices;
    expect([choice?.code, choice?.text]).toEqual(["unitByRow", name]);
  });

  it("leaves out by name a row that states none where nothing else does, and one in another currency", () => {
    const tape = readLists(list([["债权清单"]], [], head("单位"), [...withUnits("万元", null), ["丙", "HT-3", 300, 30, "万美元"]]), (mapping) => ({
      ...mapping,
      unit: null,
    }));
    expect(findingsOf(tape)).toEqual([
      [4, "principal", "rowUnitUnclear"],
      [5, "principal", "otherCurrency"],
    ]);
    expect(tape.sums.principalFen).toBe(100_000_000);
  });

  it("must say the same as the title, and not another unit than the one chosen without it", () => {
    expect(refusalOfLists(list([["单位：元"]], [], head("金额单位"), withUnits("万元", "万元")))).toBe("unitContradicts");
    expect(sums([["单位：万元"]], [], head("金额单位"), withUnits("万元", "万元"))).toEqual([3_000_000, 300_000]);
    const unread = list([["债权清单"]], [], head("金额单位"), withUnits("万元", "万元"));
    expect(refusalOfLists(unread, (mapping) => ({ ...mapping, columns: mapping.columns.filter(({ field }) => field !== "amountUnit") }))).toBe(
      "unitContradicts",
    );
  });

  it("is none where it names employers", () => {
    const tape = readLists(list([["单位：元"]], [], head("单位"), withUnits("示例银行", "示例银行")));
    expect([tape.sums.principalFen, tape.unused.columns.map(({ header: name }) => name)]).toEqual([30_000, ["单位"]]);
  });
});

describe("amounts that state their unit in their cells", () => {
  const own = [
    ["甲", "HT-1", "100万元", "5000元"],
    ["乙", "HT-2", "1.2亿", "0.6万"],
    ["丙", "HT-3", "￥350,000.00元", "-"],
  ];
  const unstated = (mapping: SheetMapping) => ({ ...mapping, unit: null });

  it("need no other, and are told to", () => {
    const [sheet] = list([["债权清单"]], [], header, own);
    const { columns } = inspected(sheet ?? listOf([]));
    expect(columns.map(({ statesOwn }) => statesOwn)).toEqual([false, false, true, true]);
    const tape = readLists(list([["债权清单"]], [], header, own), unstated);
    expect(tape.loans.map(({ principalFen, interestFen }) => [principalFen, interestFen])).toEqual([
      [100_000_000, 500_000],
      [12_000_000_000, 600_000],
      [35_000_000, null],
    ]);
  });

  it("leave out by name a row behind them that states none", () => {
    const rows = [...own, ["丁", "HT-4", "400", "1元"], ["戊", "HT-5", 500, "1元"]];
    const tape = readLists(list([["债权清单"]], [], header, rows), (mapping) => ({
      ...unstated(mapping),
      columns: mapping.columns.map((column) => ({ ...column, statesOwn: true })),
    }));
    expect(findingsOf(tape)).toEqual([
      [6, "principal", "rowUnitUnclear"],
      [7, "principal", "rowUnitUnclear"],
    ]);
    expect(tape.loans).toHaveLength(3);
  });

  it.each([
    ["a plain number among them", [...own, ["丁", "HT-4", 400, "1元"]]],
    ["plain digits among them", [...own, ["丁", "HT-4", "400", "1元"]]],
  ])("are a column's own only without %s", (_name, rows) => {
    expect(refusalOfLists(list([["债权清单"]], [], header, rows), unstated)).toBe("unitMissing");
  });
});

describe("a column of cut-off dates", () => {
  const dated = (...days: RawCell[]) => loans.map((row, at) => [...row, days[at] ?? null]);
  const inspectedDay = (...days: RawCell[]) => inspected(list([["单位：元"]], [], [...header, "基准日"], dated(...days))[0] ?? listOf([])).cutOffDate;

  it("states that of the tape where all rows say one day, in any spelling", () => {
    expect(inspectedDay("2025-06-30", "2025年6月30日")).toBe("2025-06-30");
    expect(inspectedDay("20250630", null)).toBe("2025-06-30");
    expect(inspectedDay("2025-06-30", "2025-03-31")).toBeNull();
    expect(inspectedDay("2025-06-30", "待定")).toBeNull();
  });

  it("goes behind that of the title, and names the rows that say another", () => {
    const rows = list([["单位：元　基准日：2025年6月30日"]], [], [...header, "基准日"], dated("2025-03-31", "2025-06-30"));
    expect(inspected(rows[0] ?? listOf([])).cutOffDate).toBe("2025-06-30");
    expect(findingsOf(readLists(rows, (mapping) => mapping, "2025-06-30"))).toEqual([[3, "cutOffDate", "cutOffOfRow"]]);
  });

  it("isn't a balance at that day", () => {
    const [, , principal] = inspected(list([["单位：元"]], [], ["债务人名称", "借款合同编号", "基准日本金余额", "利息余额"])[0] ?? listOf([])).columns;
    expect(principal?.field).toBe("principal");
  });
});
