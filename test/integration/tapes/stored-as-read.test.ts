import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mappingOfCall } from "../../../main/command/call-mapping.ts";
import { storedFields } from "../../../shared/domain/field-values.ts";
import { type ParsedTape, parseTape } from "../../unit/tapes/whole-tape.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

const cases = fileURLToPath(new URL("../../fixtures/cases/", import.meta.url));

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

/** Imports a file as the command line does; answers what reading it gave out. */
async function imported(path: string, unit: "yuan" | null = "yuan"): Promise<ParsedTape> {
  const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
  const fileToken = desk.admit(path);
  const mapping = mappingOfCall(await desk.tapes.inspect(fileToken), { unit, cutOffDate: "2025-09-30" });
  const { report } = await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping, mayLackCutOff: true });
  const tape = await parseTape({ path, mapping }, () => {});
  expect(report).toEqual(tape.report);
  return tape;
}

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (table: string, order: string) => desk.db.raw.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as Row[];
/** The columns of a row as they should be in the database. */
const columnsOf = (table: "loan" | "collateral" | "guarantor" | "loan_estimate", row: object) =>
  Object.fromEntries(storedFields(table).map(({ property, column }) => [column, (row as Row)[property] ?? null]));

function expectStored(tape: ParsedTape): void {
  const loans = rowsOf("loan", "id");
  const contracts = new Map(loans.map(({ id, contract_no }) => [id, contract_no]));
  const placed = ({ sheet, rowNumber }: { readonly sheet: string; readonly rowNumber: number }) => ({ sheet, row_number: rowNumber });
  expect(loans).toMatchObject(tape.loans.map((loan) => ({ ...placed(loan), ...columnsOf("loan", loan) })));
  const guarantors = tape.loans.flatMap(({ contractNo, guarantors: own, furtherGuarantors, ...terms }) =>
    [...own.map((name) => ({ ...terms, guarantors: name })), ...furtherGuarantors].map((one) => ({ contractNo, ...columnsOf("guarantor", one) })),
  );
  expect(rowsOf("guarantor", "loan_id, id").map(({ loan_id, ...row }) => ({ contractNo: contracts.get(loan_id), ...row }))).toMatchObject(guarantors);
  expect(rowsOf("loan_estimate", "loan_id").map(({ loan_id, ...row }) => ({ contractNo: contracts.get(loan_id), ...row }))).toMatchObject(
    tape.loans.flatMap(({ contractNo, estimate }) => (estimate === null ? [] : [{ contractNo, ...columnsOf("loan_estimate", estimate) }])),
  );
  const items = rowsOf("collateral", "id");
  expect(items).toMatchObject(
    tape.collateral.map((item) => ({ ...placed(item), link: item.link, asset_key: item.assetKey, ...columnsOf("collateral", item) })),
  );
  expect(items.map(({ loan_id }) => contracts.get(loan_id))).toEqual(
    tape.collateral.map(({ link, contractNo }) => (link === "joined" ? contractNo : undefined)),
  );
  const findings = (kind: string) =>
    rowsOf("tape_finding", "id").flatMap(({ kind: own, sheet, row, field, code, raw }) => (own === kind ? [{ sheet, row, field, code, raw }] : []));
  expect(findings("warning")).toEqual(tape.warnings);
  expect(findings("rejection")).toHaveLength(tape.rejections.length);
  expect(findings("rejection")).toEqual(expect.arrayContaining([...tape.rejections]));
}

describe("what is stored while a file is still read", () => {
  it.each([
    "p05-subtotal-per-contract.xlsx",
    "p06-merged-debtor.xlsx",
    "p07-several-drawdowns.xlsx",
    "p12-error-values.xlsx",
    "p26-long-numbers.xlsx",
    "p28-collateral-by-debtor.xlsx",
    "p42-number-and-text-contracts.xlsx",
    "p48-guarantor-sheet.xlsx",
  ])("is what reading it gives out: %s", async (name) => {
    expectStored(await imported(cases + name));
  });

  it("is what reading the sample gives out, rejected rows too", async () => {
    const tape = await imported(corporateTape, null);
    expectStored(tape);
    expect(tape.collateral.length).toBeGreaterThan(400);
    expect(tape.rejections).toHaveLength(3);
  });

  it("takes the name that a loan gets from a row at the other end of the list", async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => `HT-${at % 5999},JJ-${at},债务人${at},${at + 1}`);
    const path = desk.copyOf(corporateTape, "drawdowns.csv");
    writeFileSync(path, ["合同编号,借据号,借款人名称,本金余额（元）", ...rows, "HT-7/JJ-7,JJ-x,某公司,5", "HT-7,JJ-y,某公司,6"].join("\n"));
    const tape = await imported(path);
    expectStored(tape);
    const named = (name: string) => rowsOf("loan", "id").filter(({ contract_no }) => contract_no === name).length;
    expect(["HT-0", "HT-0/JJ-0", "HT-0/JJ-5999", "HT-1"].map(named)).toEqual([0, 1, 1, 1]);
    // Another loan has the name that one of two drawdowns would get.
    expect(["HT-7", "HT-7/JJ-7", "HT-7/JJ-7 (drawdowns #9)", "HT-7/JJ-y"].map(named)).toEqual([0, 1, 1, 1]);
  });

  it("is taken back where a list turns out to be in GB18030 only behind its first megabyte", async () => {
    const head = [
      "contract no,debtor name,principal balance (CNY)",
      ...Array.from({ length: 40_000 }, (_, at) => `LN-${100_000 + at},Some Debtor Limited ${at},${at + 1}`),
    ];
    const path = desk.copyOf(corporateTape, "late-signs.csv");
    const company = Buffer.from([0xb9, 0xab, 0xcb, 0xbe]); // 公司
    writeFileSync(path, Buffer.concat([Buffer.from(`${head.join("\n")}\nLN-x,`), company, Buffer.from(",7\n")]));
    const tape = await imported(path);
    expectStored(tape);
    expect(rowsOf("loan", "id")).toHaveLength(40_001);
    expect(rowsOf("loan", "id").at(-1)).toMatchObject({ contract_no: "LN-x", debtor_name: "公司" });
  });
});
