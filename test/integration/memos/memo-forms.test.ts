import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedSection, type MemoForm, movedSection, usualMemoForm } from "../../../shared/domain/memo-form.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
const words = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "报价 {{bid}}", marks: [{ type: "bold" }] }] }] } as const;
const written = (): MemoForm => changedSection(usualMemoForm, "risks", { textZh: structuredClone(words) as never });

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
});
afterAll(() => desk.close());

const preview = async () => {
  const [run] = await desk.runs.list(dealId);
  return desk.memos.preview({ runId: run?.id ?? (await desk.runs.save(dealId, "一")).id, language: "zh", moneyUnit: "wanYuan" });
};

describe("the form of a deal's memo", () => {
  it("is the usual one until the desk says otherwise", async () => {
    expect(await desk.memoForms.of(dealId)).toEqual(usualMemoForm);
    expect((await preview()).form).toEqual(usualMemoForm);
  });

  it("is kept with the deal and stands in every memo of it, whatever the run", async () => {
    await desk.memoForms.save(dealId, written());
    expect(await desk.memoForms.of(dealId)).toEqual(written());
    expect((await preview()).form).toEqual(written());
  });

  it("keeps what was there before once another hand writes", async () => {
    desk.nameAuthor("王敏");
    const moved = movedSection(written(), "risks", -1);
    await desk.memoForms.save(dealId, moved);
    await desk.memoForms.save(dealId, { ...moved, masksPersons: false });
    const versions = await desk.memoForms.versions(dealId);
    expect(versions.map(({ savedBy, form }) => [savedBy, form.masksPersons])).toEqual([
      ["王敏", false],
      ["", true],
    ]);
    expect(versions[1]?.form).toEqual(written());
    desk.nameAuthor("");
  });

  it("is refused for a deal that is not there", async () => {
    await expect(desk.memoForms.save(999, usualMemoForm)).rejects.toMatchObject({ code: "deal.notFound" });
  });
});

describe("forms of the house", () => {
  it("have a name each, take no deal's days along, and go when they are removed", async () => {
    await desk.memoForms.saveTemplate("对公", { ...written(), valuationOn: "2025-10-31", datesReason: "延期" });
    await desk.memoForms.saveTemplate("对公", { ...written(), isConfidential: false });
    const [template, ...others] = await desk.memoForms.templates();
    expect(others).toEqual([]);
    expect(template).toMatchObject({ name: "对公", form: { isConfidential: false, valuationOn: null, datesReason: "" } });
    await desk.memoForms.removeTemplate(template?.id ?? 0);
    expect(await desk.memoForms.templates()).toEqual([]);
    await expect(desk.memoForms.removeTemplate(template?.id ?? 0)).rejects.toMatchObject({ code: "memo.templateNotFound" });
  });
});
