import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mappingOfCall } from "../../../main/command/call-mapping.ts";
import { cellTexts, LineScanner } from "../../../main/tapes/bytes/plain-lines.ts";
import type { RawRow } from "../../../main/tapes/files/raw-sheet.ts";
import { countHeaderFields, headerSearchRows } from "../../../main/tapes/header/find-header.ts";
import { withWholeRecords } from "../../../main/tapes/header/join-lines.ts";
import { CsvRecords } from "../../../main/tapes/lists/csv-records.ts";
import { openCsv } from "../../../main/tapes/lists/read-csv.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { fileWith } from "./hostile-files.ts";
import { buildTape, parseTape } from "./whole-tape.ts";

const header =
  "借款合同编号,债务人名称,统一社会信用代码,经办行,贷款本金余额（元）,利息余额（元）,债权合计（元）,担保方式,保证人,放款日期,诉讼阶段,内部编号,备注";
const columns = header.split(",").length;

/** A record as most are; two follow one another of each debtor. */
function record(at: number): string[] {
  const debtor = Math.floor(at / 2);
  const [principal, interest] = [1000 + 7 * at, 10 + at];
  return [
    `JK${20_190_000 + at}A`,
    `浙江第${debtor}实业有限公司`,
    `91330000MA${10_000 + debtor}`,
    at % 3 === 0 ? "杭州分行" : "苏州分行",
    `${principal}.50`,
    `${interest}.25`,
    `${principal + interest}.75`,
    at % 2 === 0 ? "抵押" : "信用",
    at % 4 === 0 ? "王建国" : "",
    `2019-0${1 + (at % 9)}-15`,
    "已诉",
    at % 5 === 0 ? "N-1" : "",
    "",
  ];
}

/** The first piece of a file is always cut, so its rows are made to fill it. */
const headRows = 240;
const head = Array.from({ length: headRows }, (_, at) => record(at).with(-1, "长".repeat(400)).join(","));
const path = (lines: readonly string[], end = "\n") => fileWith([header, ...head, ...lines].join(end), ".csv");

/** Reads a list as it is read, and as it is read where every line is cut. */
async function readBothWays(file: string, own?: TapeMapping) {
  const mapping = own ?? mappingOfCall(await inspectTape({ path: file }), { unit: "yuan", cutOffDate: "2025-09-30" });
  const { fromLines, sha256: _hash, ...asLines } = await parseTape({ path: file, mapping }, () => {});
  const [sheet] = withWholeRecords(await openCsv(file, mapping.sheets[0]?.name ?? "", {}, countHeaderFields)).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const rows: RawRow[] = [];
  for await (const block of sheet.blocks()) rows.push(...block);
  return { fromLines, asLines, asRows: buildTape([{ ...sheet, rows }], mapping, "1900", headerSearchRows + 40) };
}

const oddCells: readonly (readonly [columns: readonly number[], cells: readonly string[]])[] = [
  [
    [0],
    [
      "JK20190001A",
      "jk20190301a",
      "JK-20190302",
      "HTZX330710000LDZJ2019N001",
      "合计",
      "12345",
      "JK20190250A、JK20190251A",
      "\u200bJK20190303A",
      "同上",
      "",
      " JK20190304A",
      "小计1",
      "1.2E+18",
      "第1页",
    ],
  ],
  [
    [1],
    [
      "不详",
      "王伟",
      "浙江（有限合伙）公司",
      "浙江第120实业有限公司",
      "ABC Co., Ltd.".replace(",", ""),
      "同上",
      "一般一一一一一一一",
      "#N/A",
      "",
      "上海",
      "浙江第130实业有限公司合计",
    ],
  ],
  [[2], ["91330000ma10120", "91330000MA10121", "", "同上", "320123198001011234", "9.13E+17", "不详"]],
  [
    [3, 11, 12],
    ["", "同上", "杭 州", "ditto", "\u3000", "支行⑤", " ", "备注\u200b", "'001", "企业停产"],
  ],
  [
    [4, 5, 6],
    ["1，234.00", "-5.00", "abc", "", "1e5", "12.345", "１２", "1234567890123.45", "12345678901234567", ".5", "5.", "12万元", "￥12.00", "(3.00)", "0", "-"],
  ],
  [
    [7, 10],
    ["抵押+保证", "抵押、保证".replace("、", "+"), "未知方式", "", "同上", "-", "破产重整"],
  ],
  [[8], ["王建国、李明", "无", "不详", "刘强"]],
  [[9], ["2015/3/4", "2026-01-01", "2015-02-30", "20150304", "42000", "", "2015-1-2", "2024-02-29", "1899-01-01", "同上"]],
];

const oddCell = fc.constantFrom(...oddCells).chain(([at, cells]) => fc.record({ at: fc.constantFrom(...at), cell: fc.constantFrom(...cells) }));

/** Lines of a list as they are, with some that aren't as most are. */
const line = (at: number) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(record(at).join(",")) },
    {
      weight: 6,
      arbitrary: fc
        .array(oddCell, { minLength: 1, maxLength: 2 })
        .map((odd) => odd.reduce((cells, { at: index, cell }) => cells.with(index, cell), record(at)).join(",")),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "",
        ",".repeat(columns - 1),
        header,
        "合计,,,,99999999.00,,,,,,,,",
        `,${record(at).slice(1).join(",")}`,
        "制表人：张三",
        "金额单位：元",
        record(at).slice(0, 9).join(","),
        `${record(at).join(",")},多`,
        record(at).with(3, '"杭州,分行"').join(","),
        record(at).with(3, '"杭州').join(","),
        record(at).with(12, '"第一行\n第二行"').join(","),
        record(at).with(3, "杭州\n分行").join(","),
        record(at).with(12, "a\rb").join(","),
        `${record(at).join(",")}\r`,
        `${record(at).join(",")}\n${record(at).join(",")}`,
        record(at - 1).join(","),
      ),
    },
  );

/** A line with all its cells between marks, where it has none. */
const quoted = (text: string) => (/["\n\r]/.test(text) || text === "" ? text : `"${text.replaceAll(",", '","')}"`);

/** A total of the lines before, as they stand. */
const totalOf = (lines: readonly string[]) => {
  const cents = [...head, ...lines].reduce((sum, text) => sum + Math.round(100 * Number(text.split(",")[4])), 0);
  return `合计,,,,${(cents / 100).toFixed(2)}${",".repeat(columns - 5)}`;
};

describe("a list that is read by its lines", () => {
  it("says what it says where each line is cut", async () => {
    const lists = fc.integer({ min: 20, max: 90 }).chain((rows) => fc.tuple(...Array.from({ length: rows }, (_, at) => line(headRows + at))));
    const property = fc.asyncProperty(lists, fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean(), async (lines, end, hasTotal, areQuoted) => {
      const listed = hasTotal ? [...lines, totalOf(lines)] : lines;
      const { asLines, asRows } = await readBothWays(path(areQuoted ? listed.map(quoted) : listed, end));
      expect(asLines).toEqual(asRows);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it("is read without being cut, nearly all of it", async () => {
    const lines = Array.from({ length: 500 }, (_, at) => record(headRows + at).join(","));
    const { fromLines, asLines, asRows } = await readBothWays(path(lines));
    expect(asLines).toEqual(asRows);
    expect(asLines.counts.loansKept).toBe(headRows + 500);
    expect(fromLines).toBeGreaterThan(450);
  });

  it("with marks around its cells, too", async () => {
    const lines = Array.from({ length: 500 }, (_, at) =>
      quoted(
        record(headRows + at)
          .with(3, "杭州；分行")
          .join(","),
      ).replaceAll("；", ","),
    );
    const { fromLines, asLines, asRows } = await readBothWays(path(lines));
    expect(asLines).toEqual(asRows);
    expect(asLines.loans.at(-1)?.branch).toBe("杭州,分行");
    expect(fromLines).toBeGreaterThan(450);
  });

  it("in another encoding, too", async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => record(headRows + at).join(","));
    const { fromLines, asLines, asRows } = await readBothWays(fileWith(Buffer.from(`\ufeff${[header, ...head, ...lines].join("\n")}`, "utf16le"), ".csv"));
    expect(asLines).toEqual(asRows);
    expect(fromLines).toBeGreaterThan(2000);
  });

  it("in 万元 keeps its amounts to the fen", async () => {
    const inWan = header.replaceAll("（元）", "（万元）");
    const lines = Array.from({ length: 40 }, (_, at) =>
      record(headRows + at)
        .with(4, `${at}.123456`)
        .with(5, "0.1")
        .with(6, "")
        .join(","),
    );
    const { fromLines, asLines, asRows } = await readBothWays(fileWith([inWan, ...head, ...lines].join("\n"), ".csv"));
    expect(asLines).toEqual(asRows);
    expect(asLines.loans.at(-3)?.principalFen).toBe(37_123_456);
    expect(fromLines).toBeGreaterThan(30);
  });

  it("that states units in its cells is read by them", async () => {
    const silent = header.replaceAll("（元）", "");
    const own = (at: number) =>
      record(at)
        .with(4, `${at}.5万元`)
        .with(5, "100元")
        .with(6, "")
        .with(-1, at < headRows ? "长".repeat(400) : "")
        .join(",");
    const lines = Array.from({ length: headRows + 60 }, (_, at) => (at === headRows + 30 ? own(at).replace("万元", "") : own(at)));
    const file = fileWith([silent, ...lines].join("\n"), ".csv");
    const { sheets } = (await inspectTape({ path: file })).suggestedMapping;
    const ofCells = sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map((column) => ({ ...column, unit: null, statesOwn: true })) }));
    const { fromLines, asLines, asRows } = await readBothWays(file, { sheets: ofCells, cutOffDate: null });
    expect(asLines).toEqual(asRows);
    expect([asLines.loans.at(-1)?.principalFen, asLines.counts.loansRejected]).toEqual([299_500_000, 1]);
    expect(fromLines).toBeGreaterThan(40);
  });

  it("is told of a row of another cut-off date", async () => {
    const dated = (text: string, day: string) => text.replace(/[^,]*,[^,]*$/, `${day},`);
    const lines = Array.from({ length: 60 }, (_, at) => dated(record(headRows + at).join(","), at === 30 ? "2025-06-30" : "2025-09-30"));
    const text = [header.replace("内部编号", "基准日"), ...head.map((line) => line.replace(/,[^,]*,([^,]*)$/, ",2025-09-30,$1")), ...lines].join("\n");
    const { fromLines, asLines, asRows } = await readBothWays(fileWith(text, ".csv"));
    expect(asLines).toEqual(asRows);
    expect(asLines.report.findingCounts).toEqual({ cutOffOfRow: 1 });
    expect(fromLines).toBeGreaterThan(40);
  });

  it("is cut again where another list begins, or a heading waits for its records", async () => {
    const other =
      "借款合同编号,统一社会信用代码,债务人名称,经办行,利息余额（元）,贷款本金余额（元）,债权合计（元）,担保方式,保证人,放款日期,诉讼阶段,内部编号,备注";
    const some = (from: number) => Array.from({ length: 20 }, (_, at) => record(headRows + from + at).join(","));
    // Of the two loans behind it; the other one is of none.
    const heading = ",浙江第150实业有限公司,,,6208.00,621.50,,,,,,,";
    const lone = ",浙江第170实业有限公司,,,5000.00,,,,,,,,";
    const { asLines, asRows } = await readBothWays(path([...some(0), other, ...some(20), header, ...some(40), heading, ...some(60), lone, ...some(80)]));
    expect(asLines).toEqual(asRows);
    expect(asLines.report.findingCounts).toMatchObject({ otherHeader: 20, missingContract: 1 });
    expect(asLines.unused.rows).toContainEqual(expect.objectContaining({ kind: "subtotal", count: 1 }));
  });
});

describe("plain lines", () => {
  it("are found however many there are", () => {
    const texts = Array.from({ length: 9001 }, (_, at) => [`A${at}`, `"${at}"`, String(2 * at)]);
    const bytes = Buffer.from(texts.map((cells) => `${cells.join(",")}\n`).join(""));
    const { lines, end } = new LineScanner(",", '"', 3).scan(bytes, 0, 1);
    expect([lines.count, end]).toEqual([texts.length, bytes.length]);
    const cut = texts.map((_, line) => cellTexts(lines, line));
    expect(cut).toEqual(texts.map(([contract, , amount], line) => [contract, String(line), amount]));
  });

  it("are cut as the reader of records cuts them", () => {
    const sign = fc.constantFrom(...Array.from("aB1,，;\"'\n\r\t 甲𠮷é\u0001\u200b|"));
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (written, width) => {
        const scanner = new LineScanner(",", '"', width);
        const bytes = Buffer.from(written);
        const { lines, end } = scanner.scan(bytes, 0, 1);
        const reader = new CsvRecords(",", width);
        const records = [...reader.push(bytes.toString("utf8", 0, end)), ...reader.end()].map(({ cells }) => cells);
        const cut = Array.from({ length: lines.count }, (_, at) => cellTexts(lines, at));
        expect(cut).toEqual(records);
      }),
      { numRuns: 2000 },
    );
  });
});
