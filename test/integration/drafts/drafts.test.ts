import { rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

const textChoices = { encoding: null, delimiter: null } as const;

it("keeps one draft for each form and record, the latest content of each, until it is dropped", async () => {
  const { drafts } = desk;
  const [fresh, known, other] = [
    { form: "deal", dealId: null, recordId: null },
    { form: "deal", dealId: null, recordId: 3 },
    { form: "scenario", dealId: 3, recordId: null },
  ] as const;
  for (const text of ["洛", "洛阳"]) await drafts.keep(fresh, JSON.stringify({ name: text }));
  await drafts.keep(known, '{"name":"郑州"}');
  await drafts.keep(other, '{"name":"悲观"}');
  expect(await drafts.of({ form: "deal", dealId: null })).toEqual(
    expect.arrayContaining([expect.objectContaining({ recordId: null, content: '{"name":"洛阳"}' }), expect.objectContaining({ recordId: 3 })]),
  );
  await drafts.drop(fresh);
  expect((await drafts.of({ form: "deal", dealId: null })).map(({ recordId }) => recordId)).toEqual([3]);
  expect(await drafts.of({ form: "scenario", dealId: 3 })).toHaveLength(1);
  expect(await drafts.of({ form: "scenario", dealId: 4 })).toEqual([]);
});

it("finds the file of a deal again with what was stated of it", async () => {
  const { id } = await desk.deals.create({ ...testDeal, name: "草稿包" });
  const path = desk.copyOf(corporateTape, "清单.xlsx");
  const fileToken = desk.admit(path);
  expect(await desk.tapes.draft(id)).toBeNull();
  const { sha256, suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = { ...suggestedMapping, cutOffDate: { unread: "2025-9-3" }, currency: "CNY" as const };
  await desk.tapes.keepDraft(id, fileToken, { ...textChoices, mapping, headers: [{ sheet: "贷款", headers: ["合同号"] }] });
  const kept = await desk.tapes.draft(id);
  expect(kept).toMatchObject({ fileName: "清单.xlsx", sha256, mapping, headers: [{ sheet: "贷款", headers: ["合同号"] }] });
  expect((await desk.tapes.inspect(kept?.fileToken ?? "")).sha256).toBe(sha256);
});

it("tells another edition of the file by its hash, and says where the file is gone", async () => {
  const { id } = await desk.deals.create({ ...testDeal, name: "换版包" });
  const path = desk.copyOf(corporateTape, "换版.xlsx");
  const fileToken = desk.admit(path);
  const { sha256 } = await desk.tapes.inspect(fileToken);
  await desk.tapes.keepDraft(id, fileToken, { ...textChoices, mapping: null, headers: [] });
  writeFileSync(path, "合同编号,本金余额（元）\nA1,5\n");
  const changed = await desk.tapes.draft(id);
  expect(changed?.sha256).toBe(sha256);
  expect(changed?.fileToken).not.toBeNull();
  rmSync(path);
  expect(await desk.tapes.draft(id)).toMatchObject({ fileToken: null, fileName: "换版.xlsx" });
  await desk.tapes.dropDraft(id);
  expect(await desk.tapes.draft(id)).toBeNull();
});

it("keeps the mapping over the import, for an import that is undone", async () => {
  const { id } = await desk.deals.create({ ...testDeal, name: "撤销包", cutOffDate: "2025-09-30" });
  const fileToken = desk.admit(desk.copyOf(corporateTape, "撤销.xlsx"));
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  await desk.tapes.keepDraft(id, fileToken, { ...textChoices, mapping: suggestedMapping, headers: [] });
  const tape = await desk.tapes.import({ dealId: id, fileToken, ...textChoices, mapping: suggestedMapping });
  await desk.tapes.undo(tape.id);
  expect((await desk.tapes.draft(id))?.mapping).toEqual(suggestedMapping);
});
