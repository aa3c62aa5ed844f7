import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marketDealFieldsSchema } from "../../../shared/contract/market-channels.ts";
import { usualTerms } from "../../../shared/domain/bid-plan.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

const canaries = 1000;
const canary = (kind: string, place: number) => `QX${kind}${String(place).padStart(4, "0")}ZV`;
const anyCanary = /QX[A-Z]\d{4}ZV/g;

let desk: TestDesk;
let folder: string;
let dealId: number;
let otherId: number;
let otherBid: number;
/** Parts of the compressed columns of the runs: what was in them is in no text. */
let runParts: Buffer[];

/** A call of the page, as the window makes it: its event goes into the trail. */
const page = <N extends keyof TestDesk["handlers"]>(channel: N, input: Parameters<TestDesk["handlers"][N]>[0]) =>
  desk.trail.within(channel, input, () => (desk.handlers[channel] as (input: unknown) => unknown)(input)) as Promise<
    Awaited<ReturnType<TestDesk["handlers"][N]>>
  >;

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Canaries and parts of runs in the files of the desk, by file; the tape itself is the seller's and stays. */
function found(): Record<string, number> {
  const hits: Record<string, number> = {};
  for (const file of filesBelow(folder).filter((name) => !name.endsWith(".xlsx"))) {
    const bytes = readFileSync(file);
    const count = new Set(bytes.toString("latin1").match(anyCanary)).size + runParts.filter((part) => bytes.includes(part)).length;
    if (count > 0) hits[file.slice(folder.length + 1)] = count;
  }
  return hits;
}

async function fillDeal(): Promise<void> {
  const head = ["借款合同编号", "债务人名称", "证件号码", "贷款本金余额（元）", "利息（元）", "担保方式", "诉讼阶段", "保证人"];
  const loans = Array.from({ length: canaries }, (_, place) => [
    `C-${place}`,
    canary("A", place),
    canary("B", place),
    100_000 + place * 1000,
    5000,
    "保证",
    "未诉",
    canary("C", place),
  ]);
  const items = Array.from({ length: canaries }, (_, place) => [`C-${place}`, "住宅", canary("D", place), 90_000 + place]);
  const path = desk.copyOf(corporateTape, "包.xlsx");
  const rows = [head, ...loans, ["C-bad", canary("E", 1), canary("E", 2), canary("E", 3), 1, "信用", "未诉", ""]];
  writeFileSync(
    path,
    workbookOf([
      { name: "债权清单", rows },
      { name: "抵押物清单", rows: [["借款合同编号", "抵押物类型", "坐落", "评估价值（元）"], ...items] },
    ]),
  );
  ({ id: dealId } = await page("deals.create", { ...testDeal, name: canary("F", 1), notes: canary("F", 2), cutOffDate: "2025-09-30" }));
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = {
    ...suggestedMapping,
    currency: "CNY" as const,
    cutOffDate: "2025-09-30",
    sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const })),
  };
  await page("tapes.import", { dealId, fileToken, encoding: null, delimiter: null, mapping });
}

/** Everything else in which a debtor may be named. */
async function workOn(): Promise<void> {
  await page("deals.update", { dealId, deal: { ...testDeal, name: canary("F", 1), notes: canary("F", 3), cutOffDate: "2025-09-30" } });
  await page("drafts.keep", { form: "deal", dealId, recordId: null, content: JSON.stringify({ note: canary("G", 1) }) });
  const loanId = Number(desk.db.raw.prepare("SELECT min(loan.id) FROM loan JOIN tape ON tape.id = tape_id WHERE deal_id = ?").pluck().get(dealId));
  await page("sheet.edit", {
    dealId,
    list: "loan",
    cells: [{ rowId: loanId, field: "debtorName", text: canary("H", 1) }],
    unit: "yuan",
    why: canary("H", 2),
    cause: "typed",
    skipUnreadable: false,
  } as never);
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: 1_000_000_00 });
  await page("runs.save", { dealId, name: canary("J", 1), caseName: "base" });
  await desk.diligence.saveInspection(dealId, loanId + 1, { hours: 8, status: "open", finding: canary("K", 1) });
  await desk.bids.saveSale(dealId, { ...usualTerms, listFen: 1_000_000_00, stepFen: 10_000_00, limitFen: 2_000_000_00, raiser: canary("L", 1) });
  await sellAndCalendar();
}

/** A sale that was lost, which the market file keeps too, and a date that was changed. */
async function sellAndCalendar(): Promise<void> {
  await page("bids.openRound", { dealId, minutesLeft: null });
  await page("bids.bid", { dealId, kind: "rivalBid", amountFen: 1_500_000_00, bidder: canary("M", 1) });
  const lost = { result: "lost", reason: "aboveLimit", winner: canary("M", 2), winnerFen: 2_500_000_00, reserveFen: null, depositBackOn: null } as const;
  await page("bids.closeRound", { dealId, closing: { ...lost, note: canary("M", 3) } });
  const date = { kind: "deposit", round: null, onDay: "2025-12-03", atTime: null, isDone: false } as const;
  const { id } = await page("calendar.save", { id: null, dealId, date: { ...date, note: canary("N", 1) } });
  await page("calendar.save", { id, dealId, date: { ...date, note: canary("N", 2) } });
  const record = (await desk.market.deals()).find(({ buyer }) => buyer === canary("M", 2));
  await page("market.saveDeal", { id: record?.id ?? null, deal: marketDealFieldsSchema.parse({ ...record, note: canary("N", 3) }) });
}

beforeAll(async () => {
  desk = openTestDesk();
  folder = dirname(desk.db.file);
  runParts = [];
  ({ id: otherId } = await desk.deals.create({ ...testDeal, name: "留下的包" }));
  await desk.tapes.importAsProposed(otherId, desk.admit(corporateTape));
  const { assumptions, cases } = await desk.assumptions.model(otherId);
  otherBid = (await desk.pricing.price(otherId, { assumptions, cases, bidPriceFen: null })).bidPriceFen;
  await fillDeal();
  await workOn();
  runParts = (desk.db.raw.prepare("SELECT inputs FROM pricing_run WHERE deal_id = ?").pluck().all(dealId) as Buffer[]).flatMap((blob) =>
    [200, 1000, 3000].map((at) => Buffer.from(blob.subarray(at, at + 48))).filter((part) => part.length === 48),
  );
  await desk.backups.make("now");
});
afterAll(() => desk.close());

describe("a deal of a thousand debtors", () => {
  it("is in the file, the log of writes and a backup before: the search can fail", () => {
    const hits = found();
    expect(runParts.length).toBeGreaterThan(0);
    expect(Math.max(...Object.values(hits))).toBeGreaterThan(4 * canaries);
    expect(Object.keys(hits).some((file) => file.startsWith("backups/"))).toBe(true);
  });

  it("is on the sheet of what the file holds", async () => {
    const { kinds, deals, bytes, backups } = await desk.erase.held();
    expect(bytes).toBe(statSync(desk.db.file).size);
    expect(backups).toBe(1);
    expect(deals.find((deal) => deal.dealId === dealId)).toMatchObject({ loans: canaries, runs: 1, isDue: false, isApproved: false });
    expect(kinds.find(({ kind }) => kind === "debtorIds")?.rows).toBeGreaterThanOrEqual(canaries);
  });

  it("is nowhere once it is erased, nor in a later backup, and the trail still verifies", async () => {
    await page("erase.deal", { dealId, removesBackups: true });
    expect(found()).toEqual({});
    const { fault, erased } = await desk.trail.verify(null);
    expect(fault).toBeNull();
    expect(erased).toBeGreaterThan(3);
    expect(desk.backups.list().backups.map(({ kind, held }) => [kind, held?.deals])).toEqual([["now", 1]]);
    await desk.backups.make("now");
    expect(found()).toEqual({});
  });

  it("leaves no row of itself in any table that has rows of deals or tapes, and its id is given to no other", async () => {
    const { raw } = desk.db;
    const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
    const left = tables.flatMap((table) => {
      const columns = (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      const ofDeal =
        columns.includes("deal_id") && table !== "audit_event" ? raw.prepare(`SELECT count(*) FROM ${table} WHERE deal_id = ?`).pluck().get(dealId) : 0;
      const ofTape = columns.includes("tape_id")
        ? raw.prepare(`SELECT count(*) FROM ${table} WHERE tape_id NOT IN (SELECT id FROM tape WHERE deal_id = ?)`).pluck().get(otherId)
        : 0;
      return Number(ofDeal) + Number(ofTape) > 0 ? [table] : [];
    });
    expect(left).toEqual([]);
    expect(raw.pragma("foreign_key_check")).toEqual([]);
    expect((await desk.deals.create({ ...testDeal, name: "新包" })).id).toBeGreaterThan(dealId);
  });

  it("leaves the other deal and its price as they were", async () => {
    const { assumptions, cases } = await desk.assumptions.model(otherId);
    expect((await desk.pricing.price(otherId, { assumptions, cases, bidPriceFen: null })).bidPriceFen).toBe(otherBid);
  });
});

describe("a saved run", () => {
  it("is erased by itself, and its id is given to no other", async () => {
    const first = await desk.runs.save(otherId, "一");
    const second = await desk.runs.save(otherId, "二");
    await desk.runs.mark(first.id, { predecessorId: second.id });
    await page("erase.run", { runId: second.id, removesBackups: false });
    expect((await desk.runs.list(otherId)).map(({ name, predecessorId }) => [name, predecessorId])).toEqual([["一", null]]);
    expect((await desk.runs.save(otherId, "三")).id).toBeGreaterThan(second.id);
    await expect(desk.erase.eraseRun(second.id, false)).rejects.toMatchObject({ code: "run.notFound" });
    expect(() => desk.db.raw.exec(`DELETE FROM pricing_run WHERE id = ${first.id}`)).toThrow("immutable");
  });

  it("on which a paper rests is kept, and so is an approved deal until its day is over", async () => {
    const [run] = await desk.runs.list(otherId);
    desk.db.raw
      .prepare("INSERT INTO submission (deal_id, state, run_id, made_by_name, made_at) VALUES (?, 'approved', ?, '王', '2025-11-01')")
      .run(otherId, run?.id);
    await expect(desk.erase.eraseRun(run?.id ?? 0, false)).rejects.toMatchObject({ code: "erase.runInUse" });
    await expect(desk.erase.eraseDeal(otherId, false)).rejects.toMatchObject({ code: "erase.approved" });
    await desk.erase.setRetention(otherId, "2025-11-25");
    await expect(desk.erase.eraseDeal(otherId, false)).rejects.toMatchObject({ code: "erase.approved" });
    await desk.erase.setRetention(otherId, "2025-11-24");
    expect((await desk.erase.held()).deals[0]).toMatchObject({ dealId: otherId, isDue: true, isApproved: true });
    await desk.erase.eraseDeal(otherId, false);
    expect((await desk.deals.list(false)).map(({ id }) => id)).not.toContain(otherId);
    expect((await desk.trail.verify(null)).fault).toBeNull();
  });
});
