import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headVersionOf } from "../../../main/db/migrate-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { createSettingsService } from "../../../main/settings/settings-service.ts";
import { casesFromStored, storedScenario } from "../../../shared/domain/stored-shifts.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { storedDesks } from "./stored-desks.ts";

const headVersion = headVersionOf(migrations);

type Row = Readonly<Record<string, unknown>>;
/** In the order in which they were made; a table without row ids by its key. */
function rowsOf(raw: Sqlite.Database, table: string): Row[] {
  const isKeyed = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").pluck().get(table)).includes("WITHOUT ROWID");
  return raw.prepare<[], Row>(`SELECT * FROM ${table}${isKeyed ? "" : " ORDER BY rowid"}`).all();
}

/** Every row of a file by its table, read past the app. */
function rowsOfFile(file: string, tables: readonly string[]): Readonly<Record<string, Row[]>> {
  const raw = new Sqlite(file, { readonly: true });
  try {
    return Object.fromEntries([["user_version", raw.pragma("user_version") as Row[]], ...tables.map((table) => [table, rowsOf(raw, table)])]);
  } finally {
    raw.close();
  }
}

it("a desk of every schema before today's is stored", () => {
  expect(storedDesks.map(({ version }) => version)).toEqual(expect.arrayContaining(migrations.slice(0, -1).map(({ version }) => version)));
});

describe.each(storedDesks)("a desk that the release of schema $version left", ({ version, file, said }) => {
  const tables = Object.keys(said.rows);
  const stored = rowsOfFile(file, tables);
  let desk: TestDesk;
  beforeAll(() => {
    desk = openTestDesk(file);
  });
  afterAll(() => desk.close());

  it("comes to today's schema, and leaves a backup of itself where that is another", () => {
    expect(stored["user_version"]).toEqual([{ user_version: version }]);
    expect(desk.db.raw.pragma("user_version", { simple: true })).toBe(headVersion);
    const { migrationBackup } = desk.db;
    expect(migrationBackup === null ? null : rowsOfFile(migrationBackup, tables)).toEqual(version === headVersion ? null : stored);
  });

  it("keeps every row", () => {
    expect(Object.fromEntries(tables.map((table) => [table, stored[table]?.length]))).toEqual(said.rows);
    const { user_version: _version, ...rows } = stored;
    expect(Object.fromEntries(tables.map((table) => [table, rowsOf(desk.db.raw, table)]))).toMatchObject(rows);
  });

  it("lists its deals, tapes and scenarios with the counts and sums that it had", async () => {
    // Stages follow from the work since approvals are kept.
    const asStated = said.deals.map(({ stage: _stage, ...deal }) => deal);
    expect([...(await desk.deals.list(false)), ...(await desk.deals.list(true))]).toMatchObject(asStated);
    const tapes = await Promise.all(said.deals.map(({ id }) => desk.tapes.list(id)));
    expect(tapes.flat().map(({ id, fileName, report: { counts, sums } }) => ({ id, fileName, counts, sums }))).toMatchObject(said.tapes);
    const scenarios = (await Promise.all(said.deals.map(({ id }) => desk.scenarios.list(id)))).flat();
    expect(scenarios.map((scenario) => ({ ...scenario, shifts: storedScenario(scenario.shifts) }))).toEqual(said.scenarios);
  });

  it("keeps what the desk set: its settings, its market table, its assumptions, and the model of each deal", async () => {
    expect(await createSettingsService({ db: desk.db, locale: "zh-CN" }).get()).toMatchObject({ theme: "dark", moneyUnit: "yiYuan" });
    expect(await desk.market.deals()).toContainEqual(expect.objectContaining({ buyer: "某资产", priceToPrincipal: 0.3 }));
    expect(await desk.market.averages()).toHaveLength(said.rows["market_average"] ?? Number.NaN);
    const sets = await desk.assumptions.list();
    expect(sets.map(({ nameEn, seeded, assumptions: { hurdleRate } }) => [nameEn, seeded, hurdleRate])).toContainEqual(["Own", false, 0.15]);
    for (const { deal_id: dealId, assumptions, cases, bid_price_fen: bidPriceFen } of stored["deal_model"] ?? []) {
      const terms = { assumptions: JSON.parse(String(assumptions)) as unknown, cases: casesFromStored(JSON.parse(String(cases))) };
      expect(await desk.assumptions.model(Number(dealId))).toMatchObject({ ...terms, bidPriceFen });
    }
  });

  it("goes on: its packages are priced, and a new run is saved beside the old ones", async () => {
    for (const { id, package: loans } of said.deals) {
      if (loans === null) continue;
      const { totals } = await desk.pricing.price(id, await desk.assumptions.model(id));
      expect(totals).toMatchObject({ loans: loans.loans, upbFen: loans.upbFen, claimFen: loans.claimFen });
      const run = await desk.runs.save(id, "续");
      expect(await desk.runs.replay(run.id)).toEqual({ runHash: run.runHash, isSame: true });
    }
  });
});
