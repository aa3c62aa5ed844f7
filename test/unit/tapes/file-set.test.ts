import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import type { TapeFile } from "../../../main/tapes/sources/file-set.ts";
import { parseTape } from "./whole-tape.ts";

let folder: string;
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const fixture = (name: string) => {
  const path = join(folder, name.split("/").at(-1) ?? name);
  copyFileSync(resolve(import.meta.dirname, "../../fixtures", name), path);
  return path;
};

const title = "金额单位：元,,\n";
const loansOf = (letter: string, count = 3) =>
  `${title}合同编号,债务人名称,本金余额\n${Array.from({ length: count }, (_, at) => `${letter}-${at + 1},示例${letter}${at + 1}公司,${(at + 1) * 1000}\n`).join("")}`;
const collateral = `${title}借款人名称,抵押物类型,坐落,评估价值\n示例A1公司,住宅,某市某路1号,500\n示例A2公司,商铺,某市某路2号,700\n无此公司,住宅,某市某路3号,900\n`;
const guarantors = "合同编号,保证人\nA-1,张三\nB-9,李四\n";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "file-set-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(file: TapeFile) {
  const inspection = await inspectTape(file);
  const tape = await parseTape({ ...file, mapping: inspection.suggestedMapping }, () => {});
  expect(tape.sha256).toBe(inspection.sha256);
  return { inspection, tape };
}

describe("several files as one tape", () => {
  it("append their loans and join what secures them; what matches nothing is named with its sheet", async () => {
    const paths = [write("贷款A.csv", loansOf("A")), write("贷款B.csv", loansOf("B", 2)), write("抵押物.csv", collateral), write("保证人.csv", guarantors)];
    const [path = "", ...more] = paths;
    const { inspection, tape } = await read({ path, more });
    expect(inspection.sheets.map(({ name, role }) => [name, role])).toEqual([
      ["贷款A", "loans"],
      ["贷款B", "loans"],
      ["抵押物", "collateral"],
      ["保证人", "guarantors"],
    ]);
    expect(inspection.files.map(({ fileName, sheets }) => [fileName, sheets])).toEqual(
      paths.map((one) => [one.split("/").at(-1), [one.split("/").at(-1)?.slice(0, -4)]]),
    );
    expect(tape.counts).toMatchObject({ loanRows: 5, loansKept: 5, collateralJoined: 2, collateralOrphans: 1, guarantorRows: 2, guarantorsJoined: 1 });
    expect(tape.sums).toMatchObject({ principalFen: 900_000, appraisalFen: 210_000, appraisalJoinedFen: 120_000 });
    expect(tape.warnings.filter(({ code }) => /Orphan/.test(code)).map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ["保证人", 3, "guarantorOrphan"],
      ["抵押物", 5, "collateralOrphan"],
    ]);
  });

  it("are the same tape in whatever order they were chosen", async () => {
    const [a, b, c] = [write("甲.csv", loansOf("A")), write("乙.csv", loansOf("B")), write("丙.csv", collateral)];
    const [one, other] = [await read({ path: a, more: [b, c] }), await read({ path: c, more: [b, a, b] })];
    expect(other.tape.sha256).toBe(one.tape.sha256);
    expect(other.tape.sums).toEqual(one.tape.sums);
    expect(other.tape.counts).toEqual(one.tape.counts);
    const hashes = [a, b, c].map((path) => createHash("sha256").update(readFileSync(path)).digest("hex"));
    expect(one.tape.sha256).toBe(createHash("sha256").update(hashes.sort().join("")).digest("hex"));
    expect((await read({ path: a })).tape.sha256).toBe(createHash("sha256").update(readFileSync(a)).digest("hex"));
  });

  it("keep sheets of the same name apart, each with the dates of its own workbook", async () => {
    const [dated, dated1904] = [fixture("cases/p16-date-kinds.xlsx"), fixture("cases/p14e-date-1904.xlsx")];
    const alone = await read({ path: dated1904 });
    const { inspection, tape } = await read({ path: dated, more: [dated1904] });
    const names = inspection.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.at(-1)).toContain("p14e-date-1904.xlsx");
    // The contracts are the same ten: those of the second file are named as repeats of the first.
    expect(tape.counts).toMatchObject({ loansKept: 10, loansRejected: 10 });
    const turned = await read({ path: dated1904, more: [dated] });
    expect(turned.tape.loans.map(({ overdueDate }) => overdueDate)).toEqual(alone.tape.loans.map(({ overdueDate }) => overdueDate));
  });

  it("are read each in its own encoding, one of which shows only at its end", async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `Z-${at},Example debtor ${at},5\n`).join("");
    const name = Buffer.from("cabec0fdb9abcbbe", "hex"); // 示例公司
    const gbk = Buffer.concat([Buffer.from(`Contract No,Debtor Name,Principal Balance (yuan)\n${rows}C-1,`), name, Buffer.from(",5\n")]);
    const { tape } = await read({ path: write("utf8.csv", loansOf("B")), more: [write("gbk.csv", gbk)] });
    expect(tape.counts.loansKept).toBe(3 + 60_000 + 1);
    expect(tape.loans.at(-1)?.debtorName).toBe("示例公司");
    expect(tape.loans[0]?.debtorName).toBe("示例B1公司");
  });

  it("name the file that is refused, and open each with its own password", async () => {
    const [plain, agile, standard] = [write("好.csv", loansOf("A")), fixture("locked/agile.xlsx"), fixture("locked/standard.xlsx")];
    const files = { path: plain, more: [agile, standard] };
    await expect(inspectTape(files)).rejects.toMatchObject({ code: "encryptedWorkbook", values: { file: "agile.xlsx" } });
    await expect(inspectTape({ ...files, passwords: ["Deal-7 密码"] })).rejects.toMatchObject({ code: "wrongPassword", values: { file: "standard.xlsx" } });
    expect((await inspectTape({ ...files, passwords: ["Deal-7", "Deal-7 密码"] })).files).toHaveLength(3);
    await expect(inspectTape({ path: plain, more: [write("空.csv", "")] })).rejects.toMatchObject({ code: "emptyFile", values: { file: "空.csv" } });
    mkdirSync(join(folder, "many"));
    const many = Array.from({ length: 21 }, (_, at) => write(`many/${at}.csv`, loansOf("A")));
    await expect(inspectTape({ path: plain, more: many })).rejects.toMatchObject({ code: "tooManyFiles", values: { limit: 20 } });
  });
});
