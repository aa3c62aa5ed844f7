import { describe, expect, it } from "vitest";
import { findingsOf } from "./list-of.ts";
import { readText } from "./read-text.ts";

const header = "债务人名称,统一社会信用代码,借款合同编号,贷款本金余额,利息余额,担保方式,备注";
const loans = [
  "示例甲,91A,SL-1,1000.00,100.00,抵押,正常",
  "示例甲,91A,SL-2,2000.00,200.00,抵押,正常",
  "示例乙,91B,SL-3,3000.00,300.00,保证,正常",
  "示例丙,91C,SL-4,4000.00,400.00,信用,正常",
];
const withSecond = (line: string) => [header, ...loans.with(1, line)];
const sums = ({ counts, sums: { principalFen, interestFen } }: Awaited<ReturnType<typeof readText>>) => [counts.loansKept, principalFen, interestFen];
const whole = [4, 1_000_000, 100_000];

describe("a line break within a cell without quotation marks", () => {
  it("costs no row where the lines are one record together", async () => {
    const tape = await readText(withSecond("示例甲,91A,SL-2,2000.00,200.00,抵\n押,正常"));
    expect([sums(tape), findingsOf(tape)]).toEqual([whole, [[3, null, "linesJoined"]]]);
    expect(tape.loans[1]).toMatchObject({ contractNo: "SL-2", remark: "正常" });
    expect(sums(await readText(withSecond("示例甲,91A,SL\n-2,2000.00,200.00,抵\n押,正常")))).toEqual(whole);
  });

  it("in the header leaves its columns", async () => {
    expect(sums(await readText([header.replace("贷款本金余额", "贷款本金\n余额"), ...loans]))).toEqual(whole);
  });

  it("in the last cell goes on with it where records begin with a number", async () => {
    const numbered = [header, ...loans].map((line, at) => `${at === 0 ? "序号" : at},${line}`);
    const tape = await readText(numbered.with(2, `${numbered[2]}\n另有说明`));
    expect([sums(tape), tape.loans[1]?.remark, findingsOf(tape)]).toEqual([whole, "正常\n另有说明", [[3, null, "linesJoined"]]]);
  });

  it("is no debtor of its own where it might belong to either record", async () => {
    const tape = await readText(withSecond(`${loans[1]}\n另有说明`));
    expect([sums(tape), tape.rejections, tape.unused.rows.map(({ kind, first }) => [kind, first])]).toEqual([whole, [], [["notes", [4]]]]);
  });

  it("isn't seen between a total and what is signed below it", async () => {
    const tape = await readText([header, ...loans, "合计,,,10000.00,1000.00", "制表人：张三,,复核"]);
    expect([sums(tape), tape.reconciliation[0]?.outcome]).toEqual([whole, "agrees"]);
    expect(tape.unused.rows.map(({ kind }) => kind)).toEqual(["total", "notes"]);
  });

  it("isn't seen among the lines over the header", async () => {
    expect(sums(await readText(["债权清单", "出让方,示例银行,受让方,示例公司", "单位：元,,,", header, ...loans]))).toEqual(whole);
  });
});

describe("thousands without quotation marks", () => {
  it("in most records are put together, total included", async () => {
    const lines = [header, ...loans].map((line) => line.replaceAll(/(\d)(000\.00)/g, "$1,$2"));
    const tape = await readText([...lines, "合计,,,10,000.00,1,000.00,,"]);
    expect([sums(tape), tape.reconciliation.map(({ outcome }) => outcome)]).toEqual([whole, ["agrees", "agrees"]]);
    expect(findingsOf(tape)).toEqual([2, 3, 4, 5].map((row) => [row, null, "cellsJoined"]));
  });

  it("that could be read in two ways leave the row out by name", async () => {
    const tape = await readText([header, ...loans.map((line) => line.replace(/(\d)000\.00,(\d)00\.00/, "$1,234,$200"))]);
    expect([tape.counts.loansKept, tape.rejections.map(({ code }) => code)]).toEqual([0, Array.from({ length: 4 }, () => "columnCount")]);
  });
});

describe("a delimiter within a text", () => {
  it("is put back where only one reading has the words of the other rows", async () => {
    const tape = await readText(withSecond("示例甲,91A,SL-2,2000.00,200.00,抵押,房产,土地"));
    expect([sums(tape), tape.loans[1]?.remark, findingsOf(tape)]).toEqual([whole, "房产,土地", [[3, null, "cellsJoined"]]]);
  });
});

describe("single quotation marks around cells", () => {
  const quoted = (lines: readonly string[]) =>
    lines.map((line) =>
      line
        .split(",")
        .map((cell) => `'${cell.replace("；", ",")}'`)
        .join(","),
    );

  it("hold delimiters, line breaks and doubled marks", async () => {
    const tape = await readText(quoted(withSecond("示例''甲,91A,SL-2,2000.00,200.00,抵押,房产；\n土地")));
    expect([sums(tape), tape.loans[1]?.remark, tape.loans[1]?.debtorName]).toEqual([whole, "房产,\n土地", "示例'甲"]);
    expect(sums(await readText([header, ...quoted(loans)]))).toEqual(whole);
  });

  it("are no marks where they only keep a number's digits", async () => {
    const tape = await readText([header, ...loans.map((line) => line.replace(",91", ",'91"))]);
    expect([sums(tape), tape.loans[0]?.debtorId]).toEqual([whole, "91A"]);
  });
});

describe("ditto marks", () => {
  it.each(["〃", "同上", "″", "''", "ditto"])("%s stand for the cell above, an amount's for none", async (mark) => {
    const tape = await readText([header, loans[0] ?? "", `${mark},${mark},SL-2,2000.00,200.00,${mark},`, `示例乙,91B,SL-3,3000.00,${mark},保证,`]);
    expect(tape.loans.map(({ debtorName, debtorId, securityKind }) => [debtorName, debtorId, securityKind])).toEqual([
      ["示例甲", "91A", "mortgaged"],
      ["示例甲", "91A", "mortgaged"],
    ]);
    expect(tape.rejections).toMatchObject([{ row: 4, field: "interest", code: "notANumber" }]);
  });

  it("in the contract's column make a further loan under it, as a merged cell does", async () => {
    const tape = await readText([header, loans[0] ?? "", "同上,同上,同上,2000.00,200.00,保证,", loans[2] ?? ""]);
    expect([tape.loans.map(({ contractNo }) => contractNo), tape.rejections]).toEqual([["SL-1 #2", "SL-1 #3", "SL-3"], []]);
  });
});
