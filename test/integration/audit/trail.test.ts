import { appendFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDealdesk } from "../../../main/command/dealdesk.ts";
import { headText } from "../../../shared/domain/audit.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

const everything = { dealId: null, personId: null, area: null };
const slice = { offset: 0, limit: 500 };

let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

/** A call of the page, as the window makes it. */
const page = <N extends keyof TestDesk["handlers"]>(channel: N, input: Parameters<TestDesk["handlers"][N]>[0]) =>
  desk.trail.within(channel, input, () => (desk.handlers[channel] as (input: unknown) => unknown)(input)) as Promise<
    Awaited<ReturnType<TestDesk["handlers"][N]>>
  >;
const kinds = async () => (await desk.trail.list(everything, slice)).events.map(({ kind }) => kind);

/** The command in this process. */
async function audit(...args: string[]) {
  let said = "";
  const code = await runDealdesk(["audit", desk.db.file, ...args, "--lang", "en"], "en_US.UTF-8", {
    print: (text) => (said += text),
    complain: (text) => (said += text),
  });
  return { code, said };
}

describe("the trail", () => {
  it("has an event for each call that changed something, in the same transaction, with what was changed", async () => {
    const { id } = await page("deals.create", { ...testDeal, owner: "王" });
    await page("deals.update", { dealId: id, deal: { ...testDeal, owner: "李" } });
    const { events } = await desk.trail.list(everything, slice);
    expect(events.map(({ kind, dealId }) => [kind, dealId])).toEqual([
      ["deals.update", id],
      ["deals.create", null],
    ]);
    expect(events[0]?.content).toContain('"after":"李","before":"王"');
  });

  it("has none of a call that failed, read, or only kept a draft", async () => {
    const before = await kinds();
    await expect(page("deals.update", { dealId: 999, deal: testDeal })).rejects.toMatchObject({ code: "deal.notFound" });
    await page("deals.list", { archived: false });
    await page("drafts.keep", { form: "deal", dealId: null, recordId: null, content: "{}" });
    expect(await kinds()).toEqual(before);
  });

  it("has one of an undo, of what leaves the desk, and none where the user cancelled", async () => {
    await page("journal.move", { stack: { area: "register" }, way: "undo", stepId: null });
    const table = { name: "表", columns: [{ head: "a", kind: "text" as const }], rows: [["1"]] };
    const shown = { fileName: ["表"], unit: "yuan" as const, tables: [table] };
    await page("exports.save", shown);
    desk.writeWorkbooksTo(desk.copyOf(desk.db.file, "表.csv"));
    await page("exports.save", shown);
    expect((await kinds()).slice(0, 2)).toEqual(["exports.save", "journal.move"]);
  });

  it("knows a file that it let out, and no other, by the command too", async () => {
    const file = desk.copyOf(desk.db.file, "长.csv");
    const columns = [{ head: "名", kind: "text" as const }];
    // More than an event holds of a call: the file's hash stays.
    const rows = Array.from({ length: 5000 }, (_, at) => [`名称很长的一户 ${at}`]);
    desk.writeWorkbooksTo(file);
    await page("exports.save", { fileName: ["长"], unit: "yuan", tables: [{ name: "长", columns, rows }] });
    const [last] = (await desk.trail.list(everything, slice)).events;
    expect(await page("trail.findFile", undefined)).toMatchObject({ fileName: "长.csv", event: { id: last?.id, kind: "exports.save" } });
    const found = await audit("--file", file);
    expect(found).toMatchObject({ code: 0, said: expect.stringContaining(`it left the desk with event ${last?.id}`) as string });
    appendFileSync(file, "x");
    expect(await page("trail.findFile", undefined)).toMatchObject({ event: null });
    expect(await audit("--file", file)).toMatchObject({ code: 6, said: expect.stringContaining("no event let this file out") as string });
    expect(await audit("--file", `${file}.gone`)).toMatchObject({ code: 2 });
  });

  it("keeps no passphrase", async () => {
    await page("people.add", { name: "张三", roles: ["administrator"], passphrase: "correct horse 9" });
    const { events } = await desk.trail.list(everything, slice);
    expect(events[0]).toMatchObject({ kind: "people.add", isSigned: false });
    expect(events.map(({ content }) => content).join("")).not.toContain("correct horse");
  });

  it("is signed by the person whose key is open", async () => {
    const [person] = await desk.people.list();
    await page("people.unlock", { personId: person?.id ?? 0, passphrase: "correct horse 9" });
    await page("deals.create", { ...testDeal, name: "签名的包" });
    const { events } = await desk.trail.list(everything, slice);
    expect(events[0]).toMatchObject({ kind: "deals.create", isSigned: true, personName: "张三" });
    await page("people.lock", undefined);
    await page("deals.create", { ...testDeal, name: "未签名的包" });
    expect((await desk.trail.list(everything, slice)).events[0]).toMatchObject({ isSigned: false, personName: null });
  });

  it("has one of what was refused to somebody, without the passphrase that was tried, and none of other failures", async () => {
    const before = await kinds();
    const [person] = await desk.people.list();
    await expect(page("people.unlock", { personId: person?.id ?? 0, passphrase: "guess of mine" })).rejects.toMatchObject({ code: "person.wrongPassphrase" });
    await expect(page("trail.erase", { dealId: 1 })).rejects.toMatchObject({ code: "person.locked" });
    await expect(page("deals.update", { dealId: 999, deal: testDeal })).rejects.toMatchObject({ code: "deal.notFound" });
    expect(await kinds()).toEqual(["refused.trail.erase", "refused.people.unlock", ...before]);
    const { events } = await desk.trail.list({ ...everything, area: "refused" }, slice);
    expect(events.map(({ content }) => (JSON.parse(content ?? "{}") as { refused: string }).refused)).toEqual(["person.locked", "person.wrongPassphrase"]);
    expect(events.map(({ content }) => content).join("")).not.toContain("guess");
  });

  it("can't be changed or cut by the app's own connection", () => {
    for (const sql of ["UPDATE audit_event SET kind = 'x' WHERE id = 1", "DELETE FROM audit_event WHERE id = 1"])
      expect(() => desk.db.raw.exec(sql)).toThrow("append-only");
  });

  it("verifies in a worker and by the command, also once a deal's content is erased", async () => {
    const head = await desk.trail.head();
    const [deal] = await desk.deals.list(false);
    expect(await desk.trail.verify(head)).toMatchObject({ fault: null, erased: 0 });
    const { erased } = await page("trail.erase", { dealId: deal?.id ?? 0 }).catch(() => ({ erased: -1 }));
    // An administrator's, whose key is locked.
    expect(erased).toBe(-1);
    const [person] = await desk.people.list();
    await page("people.unlock", { personId: person?.id ?? 0, passphrase: "correct horse 9" });
    const first = (await desk.deals.list(false)).at(-1)?.id ?? 0;
    expect((await page("trail.erase", { dealId: first })).erased).toBeGreaterThan(0);
    expect(await desk.trail.verify(head)).toMatchObject({ fault: null, erased: expect.any(Number) as number });
    const { code, said } = await audit("--head", headText(head ?? { eventId: 1, hash: "" }));
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("It agrees with the last event") as string });
  });

  it("vouches for persons: one who was renamed in the file is told, by the command too", async () => {
    const rename = desk.db.raw.prepare("UPDATE person SET name = ? WHERE name = ?");
    rename.run("李四", "张三");
    expect(await desk.trail.verify(null)).toMatchObject({ fault: { kind: "altered" } });
    expect(await audit()).toMatchObject({ code: 6, said: expect.stringContaining("was changed outside the app since") as string });
    rename.run("张三", "李四");
    expect(await desk.trail.verify(null)).toMatchObject({ fault: null });
  });

  it("says where one byte of the file was changed", async () => {
    desk.db.raw.exec("DROP TRIGGER audit_event_stays; UPDATE audit_event SET at = replace(at, '2025', '2015') WHERE id = 3");
    expect(await desk.trail.verify(null)).toMatchObject({ fault: { eventId: 3, kind: "content" } });
    const { code, said } = await audit();
    expect({ code, said }).toEqual({ code: 6, said: "Not to be trusted from event 3 on: it was changed.\n" });
  });

  it("is refused of what is no desk", async () => {
    let said = "";
    const code = await runDealdesk(["audit", "package.json", "--lang", "en"], "en", { print: () => undefined, complain: (text) => (said += text) });
    expect(code).toBe(2);
    expect(said).toContain("[noTrail]");
  });
});
