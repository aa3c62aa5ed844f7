import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoanListRequest } from "../../../shared/contract/pricing-channels.ts";
import { loanListKeys } from "../../../shared/domain/loan-list.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let folder: string;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  folder = dirname(desk.copyOf(corporateTape, "清单.xlsx"));
});
afterAll(() => desk.close());

const request: LoanListRequest = {
  caseName: "base",
  sortBy: "allocatedFen",
  descending: true,
  search: "",
  keys: [...loanListKeys],
  language: "zh",
  unit: "yuan",
  fileName: ["债权明细"],
};

describe("the loans of a package as a file", () => {
  it("come in the order and with every figure of the screen, down to the fen", async () => {
    const file = join(folder, "债权.csv");
    desk.writeWorkbooksTo(file);
    expect(await desk.loanLists.save(dealId, request)).toMatchObject({ fileName: "债权.csv", rows: 465 });
    const lines = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
    const { rows } = await desk.pricing.loans(dealId, { ...request, offset: 0, limit: 500 });
    const fenOf = (text: string | undefined) => Math.round(Number(text) * 100);
    expect(lines.map((line) => [line.合同编号, fenOf(line["本金余额（元）"]), fenOf(line["净现值（元）"]), fenOf(line["分摊报价（元）"])])).toEqual(
      rows.map(({ contractNo, upbFen, presentValueFen, allocatedFen }) => [contractNo, upbFen, presentValueFen, allocatedFen]),
    );
    expect(lines.reduce((sum, line) => sum + fenOf(line["本金余额（元）"]), 0)).toBe(883_207_794_406);
  });

  it("are those that are searched for, in the columns that are shown, in the words of the language", async () => {
    const file = join(folder, "loans.xlsx");
    desk.writeWorkbooksTo(file);
    const { rows } = await desk.pricing.loans(dealId, { ...request, offset: 0, limit: 1 });
    const search = rows[0]?.debtorName ?? "";
    const saved = await desk.loanLists.save(dealId, { ...request, search, keys: ["debtorName", "upbFen", "litigationStage"], language: "en", unit: "wanYuan" });
    const { sheets } = await readXlsx(readFileSync(file));
    expect(sheets[0]?.rows[0]).toEqual(["Debtor", "Principal (10k yuan)", "Stage"]);
    expect(saved?.rows).toBe((sheets[0]?.rows.length ?? 0) - 1);
    expect(sheets[0]?.rows.slice(1).every(([debtor]) => debtor === search)).toBe(true);
    expect(saved?.rows).toBeGreaterThan(0);
  });

  it("are not written once the user has cancelled, and the file of before stays", async () => {
    const file = join(folder, "债权.csv");
    const before = readFileSync(file);
    desk.writeWorkbooksTo(file);
    desk.onJob(({ jobId, kind, state }) => {
      if (kind === "exportTable" && state === "running") desk.cancel(jobId);
    });
    await expect(desk.loanLists.save(dealId, request)).rejects.toMatchObject({ code: "job.cancelled" });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
