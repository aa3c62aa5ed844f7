import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { corporateTape, openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";
import { undo } from "../sheet/sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
beforeEach(async () => {
  desk = openTestDesk();
  desk.nameAuthor("王五");
  dealId = (await desk.deals.create(testDeal)).id;
});
afterEach(() => desk.close());

const head = ["借款合同编号", "债务人名称", "贷款本金余额（元）", "放款日期", "到期日期"];
const itemHead = ["借款合同编号", "抵押物类型", "坐落", "评估价值（元）", "评估基准日"];

/** Loans whose maturity lies before their drawdown, and items appraised after the cut-off date. */
async function importVersion(name: string, loans: readonly (readonly (string | number)[])[], items: readonly (readonly (string | number)[])[]) {
  const path = desk.copyOf(corporateTape, name);
  writeFileSync(
    path,
    workbookOf([
      { name: "债权", rows: [head, ...loans] },
      { name: "抵押物", rows: [itemHead, ...items] },
    ]),
  );
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  return desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser } });
}

const first = () =>
  importVersion(
    "一版.xlsx",
    [
      ["HT-1", "甲公司", 1000, "2022-01-10", "2021-01-10"],
      ["HT-2", "乙公司", 2000, "2022-02-10", "2021-02-10"],
      ["HT-3", "丙公司", 3000, "2022-03-10", "2021-03-10"],
    ],
    [
      ["HT-1", "商铺", "中原路1号", 500, "2026-01-31"],
      ["HT-9", "商铺", "中原路9号", 900, "2024-01-31"],
    ],
  );
/** The same exceptions of the first and the third loan, another date of the second, a new loan with one, and the item as it was. */
const second = () =>
  importVersion(
    "二版.xlsx",
    [
      ["HT-3", "丙公司", 3100, "2022-03-10", "2021-03-10"],
      ["HT-4", "丁公司", 4000, "2022-04-10", "2021-04-10"],
      ["ＨＴ－1", "甲公司", 1000, "2022-01-10", "2021-01-10"],
      ["HT-2", "乙公司", 2000, "2022-02-10", "2021-02-11"],
    ],
    [["HT-1", "商铺", "中原路1号", 500, "2026-01-31"]],
  );

const kindOf = async (kind: string) => (await desk.quality.get(dealId)).kinds.find((one) => one.kind === kind);
const openContracts = async (kind: "maturityBeforeDrawdown") =>
  (await desk.quality.rows({ dealId, kind, onlyOpen: true, offset: 0, limit: 20 })).rows.map(({ contractNo }) => contractNo);

it("stay confirmed in the next version where loan, finding and values are the same, and are asked again elsewhere", async () => {
  const older = await first();
  await desk.quality.confirm({ dealId, kind: "maturityBeforeDrawdown", rowId: null, reason: "原件如此" });
  const [made] = (await desk.quality.get(dealId)).confirmations;
  const newer = await second();
  const summary = await desk.versions.compare(dealId, { olderTapeId: older.id, newerTapeId: newer.id });
  expect(summary.orphans).toEqual({ older: 1, newer: 0 });
  expect(await desk.versions.adopt(dealId, newer.id)).toMatchObject({ carried: 0, confirmed: 3 });
  expect(await kindOf("maturityBeforeDrawdown")).toMatchObject({ count: 4, open: 2 });
  expect(await openContracts("maturityBeforeDrawdown")).toEqual(["HT-4", "HT-2"]);
  const { confirmations } = await desk.quality.get(dealId);
  expect(confirmations).toEqual([{ ...made, id: confirmations[0]?.id, rows: 2, isCarried: true }]);
  // Back at the older version all three are confirmed as before, and the copy is gone.
  await undo(desk, dealId);
  expect(await kindOf("maturityBeforeDrawdown")).toMatchObject({ count: 3, open: 0 });
  expect((await desk.quality.get(dealId)).confirmations).toEqual([made]);
});

it("follow once more to a third version, are opened by an edit, and can be withdrawn there", async () => {
  await first();
  await desk.quality.confirm({ dealId, kind: "maturityBeforeDrawdown", rowId: null, reason: "原件如此" });
  await desk.versions.adopt(dealId, (await second()).id);
  const third = await importVersion(
    "三版.xlsx",
    [
      ["HT-1", "甲公司", 900, "2022-01-10", "2021-01-10"],
      ["HT-3", "丙公司", 3000, "2022-03-10", "2021-03-12"],
    ],
    [],
  );
  await desk.versions.adopt(dealId, third.id);
  expect(await openContracts("maturityBeforeDrawdown")).toEqual(["HT-3"]);
  const [carried] = (await desk.quality.get(dealId)).confirmations;
  expect(carried).toMatchObject({ rows: 1, isCarried: true, reason: "原件如此" });
  await desk.quality.withdraw(dealId, carried?.id ?? 0);
  expect(await openContracts("maturityBeforeDrawdown")).toEqual(["HT-1", "HT-3"]);
});
