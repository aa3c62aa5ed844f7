import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
let folder: string;
beforeEach(() => {
  desk = openTestDesk();
  folder = mkdtempSync(join(tmpdir(), "tapes-"));
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const heads = ["合同编号", "债务人名称", "结欠数", "应收息", "司法进程"];
const first = [heads, ["A-1", "甲公司", "100", "10", "逾期90天以上"], ["A-2", "乙公司", "200", "20", "执行中"]];

function fileOf(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((cells) => cells.join(",")).join("\n"));
  return desk.admit(path);
}

/** The mapping that a user confirms: what the heads don't tell is chosen by hand. */
async function confirmed(token: string): Promise<TapeMapping> {
  const { suggestedMapping } = await desk.tapes.inspect(token);
  const [sheet] = suggestedMapping.sheets;
  if (sheet === undefined) throw new Error("the list has no sheet");
  const fields = ["contractNo", "debtorName", "principal", "interest", "litigationStage"] as const;
  const columns = fields.map((field, index) => ({ index, field, unit: null }));
  return { ...suggestedMapping, ...statedByUser, sheets: [{ ...sheet, role: "loans", headerRows: [1], unit: "wanYuan", columns }] };
}

async function importFirst(seller = testDeal.seller) {
  const deal = await desk.deals.create({ ...testDeal, seller });
  const token = fileOf("清单一.csv", first);
  const mapping = await confirmed(token);
  return desk.tapes.import({ dealId: deal.id, fileToken: token, encoding: null, mapping });
}

const stageOf = (tapeId: number) =>
  desk.db.raw.prepare("SELECT contract_no AS contract, litigation_stage AS stage FROM loan WHERE tape_id = ? ORDER BY id").all(tapeId);

describe("the mapping of last time", () => {
  it("comes back for the same heads of the same seller, with what was chosen by hand", async () => {
    await importFirst();
    const deal = await desk.deals.create({ ...testDeal, seller: ` ${testDeal.seller} ` });
    const token = fileOf("清单二.csv", [heads, ["B-1", "丙公司", "300", "30", "执行中"]]);
    await desk.tapes.inspect(token);
    const last = await desk.tapes.lastMapping(deal.id, token);
    expect(last).toMatchObject({ fileName: "清单一.csv", currency: "CNY", differences: [] });
    expect(last?.sheets[0]).toMatchObject({ name: "清单二", role: "loans", unit: "wanYuan" });
    expect(last?.sheets[0]?.columns.map(({ field }) => field)).toEqual(["contractNo", "debtorName", "principal", "interest", "litigationStage"]);
    const again = { ...statedByUser, sheets: last?.sheets ?? [] };
    const tape = await desk.tapes.import({ dealId: deal.id, fileToken: token, encoding: null, mapping: again });
    expect(tape.report.sums.principalFen).toBe(300_000_000);
    expect(await desk.dictionary.layouts()).toMatchObject([{ seller: testDeal.seller, fileName: "清单一.csv" }, { fileName: "清单二.csv" }].toReversed());
  });

  it("follows columns that moved, and names those that are new, gone, or in another unit", async () => {
    await importFirst();
    const deal = await desk.deals.create(testDeal);
    const moved = ["债务人名称", "合同编号", "经办人", "司法进程", "结欠数"];
    const token = fileOf("清单三.csv", [moved, ["丙公司", "B-1", "王", "执行中", "300"]]);
    await desk.tapes.inspect(token);
    const last = await desk.tapes.lastMapping(deal.id, token);
    expect(last?.sheets[0]?.columns.map(({ field }) => field)).toEqual(["debtorName", "contractNo", null, "litigationStage", "principal"]);
    expect(last?.differences).toEqual([
      { sheet: "清单三", header: "经办人", change: "new" },
      { sheet: "清单三", header: "应收息", change: "gone" },
    ]);
    const inYuan = fileOf("清单四.csv", [heads.with(2, "结欠数（元）"), ["C-1", "丁公司", "300", "30", "执行中"]]);
    await desk.tapes.inspect(inYuan);
    const other = await desk.tapes.lastMapping(deal.id, inYuan);
    expect(other?.sheets[0]?.columns[2]).toMatchObject({ field: "principal", unit: "yuan" });
    expect(other?.differences).toEqual([{ sheet: "清单四", header: "结欠数（元）", change: "unit" }]);
  });

  it("is not another seller's, nor that of a list that is hardly alike, and can be removed", async () => {
    await importFirst();
    const other = await desk.deals.create({ ...testDeal, seller: "另一银行" });
    const token = fileOf("清单五.csv", first);
    await desk.tapes.inspect(token);
    expect(await desk.tapes.lastMapping(other.id, token)).toBeNull();
    const own = await desk.deals.create(testDeal);
    const unlike = fileOf("清单六.csv", [
      ["合同编号", "借款人", "本金余额", "逾期天数", "担保方式"],
      ["D-1", "戊公司", "1", "30", "信用"],
    ]);
    await desk.tapes.inspect(unlike);
    expect(await desk.tapes.lastMapping(own.id, unlike)).toBeNull();
    expect(await desk.tapes.lastMapping(own.id, token)).not.toBeNull();
    for (const { id } of await desk.dictionary.layouts()) await desk.dictionary.forgetLayout(id);
    expect(await desk.tapes.lastMapping(own.id, token)).toBeNull();
  });
});

describe("a word that the desk taught", () => {
  it("is asked for by the tape that has it, and read from the next import on", async () => {
    desk.nameAuthor("李华");
    const tape = await importFirst();
    expect(stageOf(tape.id)).toEqual([
      { contract: "A-1", stage: null },
      { contract: "A-2", stage: "inExecution" },
    ]);
    const unknown = { field: "litigationStage", word: "逾期90天以上", rows: 1 } as const;
    expect(await desk.dictionary.unknownWords(tape.id)).toEqual([{ ...unknown, taughtCode: null }]);
    const taught = await desk.dictionary.teach({ field: "litigationStage", word: " 逾期９０天以上", code: "notSued" });
    expect(taught).toMatchObject({ taughtBy: "李华", code: "notSued" });
    expect(await desk.dictionary.unknownWords(tape.id)).toEqual([{ ...unknown, taughtCode: "notSued" }]);
    const again = await importFirst();
    expect(stageOf(again.id)[0]).toEqual({ contract: "A-1", stage: "notSued" });
    expect(await desk.dictionary.unknownWords(again.id)).toEqual([]);
  });

  it("goes before a built-in one, has one code, and is forgotten", async () => {
    await desk.dictionary.teach({ field: "litigationStage", word: "执行中", code: "judged" });
    await desk.dictionary.teach({ field: "litigationStage", word: "执 行 中", code: "sued" });
    expect(await desk.dictionary.words()).toMatchObject([{ word: "执 行 中", code: "sued", builtInCode: "inExecution" }]);
    expect(stageOf((await importFirst()).id)[1]).toMatchObject({ stage: "sued" });
    const [word] = await desk.dictionary.words();
    await desk.dictionary.forget(word?.id ?? 0);
    expect(stageOf((await importFirst()).id)[1]).toMatchObject({ stage: "inExecution" });
  });

  it("can't be one that says that nothing is stated", async () => {
    for (const word of ["-", "、，", "——"])
      await expect(desk.dictionary.teach({ field: "litigationStage", word, code: "sued" })).rejects.toMatchObject({ code: "dictionary.noWord" });
    expect(await desk.dictionary.words()).toEqual([]);
  });
});
