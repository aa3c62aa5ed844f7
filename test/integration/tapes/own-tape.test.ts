import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPackage } from "../../../main/runs/frozen-run.ts";
import { storedColumns } from "../../../main/runs/stored-columns.ts";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import { partPlaces } from "../../../shared/domain/claim-parts.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import { fieldRecord } from "../../../shared/domain/tape-fields.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

/** Random packages; docs/development.md says how to run more. */
const packages = Number(process.env["AMC_ROUND_TRIPS"] ?? 10);
const cutOffDate = "2025-09-30";

let desk: TestDesk;
let folder: string;
beforeAll(() => {
  desk = openTestDesk();
  desk.db.raw.pragma("synchronous = OFF");
  folder = mkdtempSync(join(tmpdir(), "own-tape-"));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

type Row = Readonly<Record<string, unknown>>;

/** All that a package states, whatever its rows are called in the database: assets by the order in which they come. */
function stated(dealId: number): Row[] {
  const { id: tapeId } = desk.db.raw.prepare("SELECT id FROM tape WHERE deal_id = ? AND undone_at IS NULL").get(dealId) as { id: number };
  const assets = new Map<unknown, number>();
  const asset = (key: unknown) => (key === null ? null : (assets.get(key) ?? assets.set(key, assets.size).get(key)));
  const all = (from: string, columns: readonly string[], order: string) =>
    desk.db.raw.prepare(`SELECT ${columns.join(", ")} FROM ${from} WHERE r.tape_id = ? ORDER BY ${order}`).all(tapeId) as Row[];
  const columnsOf = (list: SheetList) => sheetColumns[list].map(({ table, column }) => `${table === "loan_estimate" ? "e" : "r"}.${column}`);
  return [
    ...all("loan r LEFT JOIN loan_estimate e ON e.loan_id = r.id", columnsOf("loan"), "r.id"),
    ...all(
      "collateral r LEFT JOIN loan l ON l.id = r.loan_id",
      [...columnsOf("collateral"), "r.link", "r.asset_key", "l.contract_no AS joined"],
      "r.loan_id IS NULL, r.loan_id, r.id",
    ).map((row) => ({ ...row, asset_key: asset(row["asset_key"]) })),
    ...all(
      "repayment r LEFT JOIN loan l ON l.id = r.loan_id",
      ["r.link", "r.paid_on", "r.amount_fen", "r.note", "r.debtor_name", "r.debtor_id", "coalesce(l.contract_no, r.contract_no) AS contract_no"],
      "r.loan_id IS NULL, r.loan_id, r.id",
    ),
    ...all(
      "claim_part r JOIN loan l ON l.id = r.loan_id",
      ["l.contract_no AS of_contract", ...partPlaces.map(({ column }) => `r.${column}`)],
      "r.loan_id, r.id",
    ),
    ...all("guarantor r JOIN loan l ON l.id = r.loan_id", [...columnsOf("guarantor"), "l.contract_no"], "r.loan_id, r.id"),
  ];
}

async function tapeHash(dealId: number): Promise<string> {
  const loaded = await desk.packages.load(dealId);
  return (await hashPackage({ stored: storedColumns(loaded), debtorCount: loaded.debtorCount })).tape;
}

const newDeal = async () => (await desk.deals.create({ ...testDeal, cutOffDate })).id;

/** Exports a package and imports the file into another deal; answers that deal. */
async function roundTrip(dealId: number, name: string, language: "zh" | "en"): Promise<number> {
  const file = join(folder, name);
  desk.writeWorkbooksTo(file);
  await desk.tapeExports.save({ dealId, language, fileName: ["x"] });
  const other = await newDeal();
  const token = desk.admit(file);
  const { suggestedMapping } = await desk.tapes.inspect(token);
  expect(suggestedMapping).toEqual({ sheets: [], cutOffDate, currency: "CNY", isOwn: true });
  await desk.tapes.import({ dealId: other, fileToken: token, encoding: null, mapping: suggestedMapping });
  return other;
}

async function expectSame(dealId: number, name: string): Promise<void> {
  for (const [format, language] of [
    ["xlsx", "zh"],
    ["csv", "en"],
  ] as const) {
    const other = await roundTrip(dealId, `${name}.${format}`, language);
    expect(stated(other), `${name}.${format}`).toEqual(stated(dealId));
    expect(await tapeHash(other)).toBe(await tapeHash(dealId));
    await desk.tapes.undo((await desk.tapes.list(other))[0]?.id ?? 0);
  }
}

/** Loans with items, some of which share an asset, and guarantors. */
async function handPackage(loans: number): Promise<number> {
  const dealId = await newDeal();
  const edit = { dealId, unit: "yuan", why: "" } as const;
  const typed = (cells: Readonly<Record<string, string>>) => Object.entries(cells).map(([field, text]) => ({ field: field as "contractNo", text }));
  await desk.sheet.startByHand({ dealId, cells: typed({ contractNo: "甲-0", principal: "1000" }), unit: "yuan", cutOffDate: null });
  const rows = Array.from({ length: loans - 1 }, (_, at) => ({ loanId: null, cells: typed({ contractNo: `甲-${at + 1}`, principal: "1000" }) }));
  const { rowIds } = await desk.sheet.addRows({ ...edit, list: "loan", rows });
  const items = rowIds.map((loanId, at) => ({ loanId, cells: typed({ appraisal: "1", assetNo: `豫(2021)不动产权第000${at % 3}号`, collateralKind: "商铺" }) }));
  await desk.sheet.addRows({ ...edit, list: "collateral", rows: items });
  await desk.sheet.addRows({ ...edit, list: "guarantor", rows: rowIds.map((loanId, at) => ({ loanId, cells: typed({ guarantors: `保${at}` }) })) });
  return dealId;
}

/** What people write into cells, and what a sheet or a reader of lists would take for something else. */
const oddTexts = [
  "=1+1",
  "'=x",
  "-5",
  "--",
  "@a",
  "+86 371",
  "合计",
  "无",
  "同上",
  "0012",
  "6222021702012345678",
  "1E+20",
  "一,二",
  '"x"',
  "a\nb",
  "甲；乙",
  "2024-05-31",
  "1,000.00",
  "_x000D_",
  "￥3",
  "\u3000x",
];
const text = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc
    .string({ minLength: 1, maxLength: 12 })
    .map((one) => one.replaceAll(/[\p{C}]/gu, "").trim())
    .filter((one) => one !== ""),
);
const day = fc.date({ min: new Date("1900-03-01"), max: new Date("2099-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const amount = fc.oneof(fc.nat(10_000_000_00), fc.integer({ min: 0, max: Math.floor(Number.MAX_SAFE_INTEGER / 8) }));

function drawOf(list: SheetList): fc.Arbitrary<Readonly<Record<string, string | number | null>>> {
  const own = sheetColumns[list].filter(({ table, field }) => table === list && field !== "contractNo" && field !== "currency");
  const drawn = own.map(({ field, column }) => {
    const { kind, codes = [] } = fieldRecord(field);
    const value: fc.Arbitrary<string | number> =
      kind === "amount"
        ? amount
        : kind === "date"
          ? day
          : kind === "code"
            ? fc.constantFrom(...codes)
            : kind === "area"
              ? fc.double({ min: 0, max: 1e7, noNaN: true })
              : kind === "count"
                ? fc.nat(99)
                : kind === "rank"
                  ? fc.integer({ min: 1, max: 9 })
                  : text;
    const isNeeded = field === "principal" || field === "guarantors";
    return [column, isNeeded ? value : fc.option(value)] as const;
  });
  return fc.record(Object.fromEntries(drawn));
}

/** Puts drawn values into the rows of a list, past the sheet: what could ever stand there. */
function overwrite(dealId: number, list: SheetList, ids: readonly number[], drawn: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [at, id] of ids.entries()) {
    const row = drawn[at % drawn.length] ?? {};
    const columns = Object.keys(row);
    desk.db.raw.prepare(`UPDATE ${list} SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`).run(...Object.values(row), id);
  }
  desk.db.raw.prepare("UPDATE tape SET revision = revision + 1, names_revision = revision + 1 WHERE deal_id = ?").run(dealId);
}

const idsOf = async (dealId: number, list: SheetList) => (await desk.sheet.rowIds({ dealId, list, view: wholeSheet, offset: 0, limit: 1000 })).rowIds;

describe("a package that leaves the desk and comes back", () => {
  it(`is the same to the last field and has the same hash, for ${packages} random ones`, async () => {
    const dealId = await handPackage(7);
    const drawn = fc.record({
      loan: fc.array(drawOf("loan"), { minLength: 7, maxLength: 7 }),
      collateral: fc.array(drawOf("collateral"), { minLength: 6, maxLength: 6 }),
      guarantor: fc.array(drawOf("guarantor"), { minLength: 6, maxLength: 6 }),
      names: fc.uniqueArray(text, { minLength: 7, maxLength: 7 }),
    });
    for (const [at, sample] of fc.sample(drawn, { numRuns: packages, seed: 20_251_125 }).entries()) {
      for (const list of sheetLists) overwrite(dealId, list, await idsOf(dealId, list), sample[list]);
      const loans = await idsOf(dealId, "loan");
      const named = desk.db.raw.prepare("UPDATE loan SET contract_no = ? WHERE id = ?");
      for (const id of loans) named.run(`\n${id}`, id);
      for (const [place, id] of loans.entries()) named.run(sample.names[place], id);
      desk.db.raw
        .prepare("UPDATE collateral SET contract_no = (SELECT contract_no FROM loan l WHERE l.id = collateral.loan_id) WHERE loan_id IS NOT NULL")
        .run();
      await expectSame(dealId, `random-${at}`);
    }
  });

  it("is the same for the sample, with its edits, rows that came and went, and own estimates", async () => {
    const { id } = await desk.deals.openSample();
    await expectSame(id, "sample");
    const seller = await tapeHash(id);
    const [first = 0, second = 0] = await idsOf(id, "loan");
    const edit = { dealId: id, unit: "yuan", why: "核对" } as const;
    const cells = [
      { rowId: first, field: "principal", text: "1234567.89" },
      { rowId: first, field: "estimateCostRate", text: "1.5%" },
      { rowId: second, field: "debtorName", text: "=HYPERLINK(1)" },
    ] as const;
    await desk.sheet.edit({ ...edit, list: "loan", cells: [...cells], cause: "typed", skipUnreadable: false });
    await desk.sheet.addRows({
      ...edit,
      list: "loan",
      rows: [
        {
          loanId: null,
          cells: [
            { field: "contractNo", text: "新增-1" },
            { field: "principal", text: "5" },
          ],
        },
      ],
    });
    await desk.sheet.removeRows({ ...edit, list: "collateral", rowIds: (await idsOf(id, "collateral")).slice(0, 3) });
    expect(await tapeHash(id)).not.toBe(seller);
    await expectSame(id, "sample-edited");
  });

  it("is the same with its list of repayments", async () => {
    const file = join(folder, "repaid.xlsx");
    writeFileSync(
      file,
      workbookOf([
        {
          name: "债权",
          rows: [
            ["借款合同编号", "债务人名称", "贷款本金余额（元）", "逾期日期"],
            ["HT-1", "甲公司", 1000, "2020-01-31"],
            ["HT-2", "甲公司", 2000, "2020-01-31"],
            ["HT-3", "乙公司", 3000, "2020-01-31"],
          ],
        },
        {
          name: "还款",
          rows: [
            ["借款合同编号", "债务人名称", "还款日期", "还款金额（元）", "备注"],
            ["HT-1", "甲公司", "2023-05-31", 10.5, "扣划"],
            [null, "甲公司", "2024-05-31", 20, null],
            ["HT-9", "丙公司", "2024-05-31", 30, "=1+1"],
          ],
        },
      ]),
    );
    const dealId = await newDeal();
    const { report } = await desk.tapes.importAsProposed(dealId, desk.admit(file));
    expect(report.counts).toMatchObject({ loansKept: 3, repaymentRows: 3, repaymentsJoined: 2 });
    const days = stated(dealId)
      .slice(0, 3)
      .map((row) => row["last_payment_date"]);
    expect(days).toEqual(["2023-05-31", null, null]);
    const [first = 0] = await idsOf(dealId, "loan");
    const { columns } = await desk.packages.load(dealId);
    // A payment on the first is less than three years before the cut-off date; the second's debtor said not on which it paid.
    expect([...columns.failedChecks].map((mask) => mask > 0)).toEqual([false, true, true]);
    expect(await desk.packages.loanFacts(dealId, first)).toMatchObject({
      repayments: { count: 1, sumFen: 1050, latest: [{ note: "扣划", paidOn: "2023-05-31" }] },
    });
    const { assumptions, cases } = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
    expect((await desk.debtors.get(dealId, first, "base")).repayments).toMatchObject({
      count: 2,
      sumFen: 3050,
      latest: [{ contractNo: null }, { contractNo: "HT-1" }],
    });
    await expectSame(dealId, "repaid");
  });

  it("is the same with the drawdowns that are parts of its claims", async () => {
    const file = join(folder, "parts.xlsx");
    const head = ["借款合同编号", "借据号", "债务人名称", "贷款本金余额（元）", "利息（元）", "逾期日期", "备注"];
    writeFileSync(
      file,
      workbookOf([
        {
          name: "债权",
          rows: [
            head,
            ["HT-1", "JJ-1", "甲公司", 1000.01, 10.02, "2024-01-31", "=1+1"],
            ["HT-2", "JJ-9", "乙公司", 2000, 20, "2020-01-31", null],
            ["HT-1", "JJ-2", "甲公司", 3000.02, 30.03, "2023-01-31", null],
          ],
        },
      ]),
    );
    const dealId = await newDeal();
    const fileToken = desk.admit(file);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, drawdowns: "claim" as const }));
    const { report } = await desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, sheets, cutOffDate } });
    expect(report.counts).toMatchObject({ loanRows: 3, loansKept: 2, partsJoined: 1, loansRejected: 0 });
    expect(report.sums).toMatchObject({ principalFen: 600_003, interestFen: 6005 });
    const [first = 0, second = 0] = await idsOf(dealId, "loan");
    expect(await desk.packages.loanFacts(dealId, second)).toMatchObject({ parts: { count: 0, first: [] } });
    expect((await desk.packages.loanFacts(dealId, first)).parts).toEqual({
      count: 2,
      principalFen: 400_003,
      interestFen: 4005,
      feesFen: 0,
      first: [
        {
          drawdownNo: "JJ-1",
          principalFen: 100_001,
          interestFen: 1002,
          feesFen: null,
          overdueDate: "2024-01-31",
          maturityDate: null,
          sheet: "债权",
          rowNumber: 2,
        },
        {
          drawdownNo: "JJ-2",
          principalFen: 300_002,
          interestFen: 3003,
          feesFen: null,
          overdueDate: "2023-01-31",
          maturityDate: null,
          sheet: "债权",
          rowNumber: 4,
        },
      ],
    });
    expect(stated(dealId)[0]).toMatchObject({ contract_no: "HT-1", drawdown_no: "JJ-1、JJ-2", principal_fen: 400_003, overdue_date: "2023-01-31" });
    await expectSame(dealId, "parts");
  });

  it("keeps numbers as text and neutralises what a sheet would run", async () => {
    const dealId = await handPackage(3);
    const [first = 0] = await idsOf(dealId, "loan");
    desk.db.raw.prepare("UPDATE loan SET contract_no = '0012345678901234567', debtor_name = '=cmd()' WHERE id = ?").run(first);
    for (const name of ["odd.csv", "odd.xlsx"]) {
      desk.writeWorkbooksTo(join(folder, name));
      await desk.tapeExports.save({ dealId, language: "zh", fileName: ["x"] });
    }
    const [, line = ""] = readFileSync(join(folder, "odd.csv"), "utf8").split("\r\n");
    expect(line).toMatch(/^0012345678901234567,'=cmd\(\),/);
    const { sheets } = await readXlsx(readFileSync(join(folder, "odd.xlsx")));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([5, 4, 4]);
    expect(sheets[0]?.rows[1]?.slice(0, 2)).toEqual(["0012345678901234567", "=cmd()"]);
  });

  it("is a list like any other once a cell was changed, which is read by its heads", async () => {
    const dealId = await handPackage(3);
    const file = join(folder, "changed.csv");
    desk.writeWorkbooksTo(file);
    await desk.tapeExports.save({ dealId, language: "zh", fileName: ["x"] });
    writeFileSync(file, readFileSync(file, "utf8").replace("1000.00", "2000.00"));
    const { suggestedMapping } = await desk.tapes.inspect(desk.admit(file));
    expect(suggestedMapping.isOwn).toBeUndefined();
    expect(suggestedMapping).toMatchObject({ cutOffDate, sheets: [{ role: "loans" }, { role: "collateral" }, { role: "guarantors" }] });
    const other = await newDeal();
    const { report } = await desk.tapes.importAsProposed(other, desk.admit(file));
    expect(report.sums.principalFen).toBe(400_000);
    // The lists below the loans are read, too: each says where it begins.
    expect(report.counts).toMatchObject({ loansKept: 3, loansRejected: 0, collateralKept: 2, collateralJoined: 2, guarantorRows: 2, guarantorsJoined: 2 });
    expect(report.rejections).toEqual([]);
  });

  it("refuses a file that was changed after it was looked at", async () => {
    const dealId = await handPackage(3);
    const file = join(folder, "late.csv");
    desk.writeWorkbooksTo(file);
    await desk.tapeExports.save({ dealId, language: "zh", fileName: ["x"] });
    const token = desk.admit(file);
    const { suggestedMapping } = await desk.tapes.inspect(token);
    writeFileSync(file, readFileSync(file, "utf8").replace("1000.00", "2000.00"));
    const request = { dealId: await newDeal(), fileToken: token, encoding: null, mapping: suggestedMapping };
    await expect(desk.tapes.import(request)).rejects.toMatchObject({ code: "tape.refused", values: { reason: "ownChanged" } });
  });
});
