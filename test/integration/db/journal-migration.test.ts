import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";

const now = () => "2025-11-25T08:00:00.000Z";

it("a desk of the version before gets journal and drafts, and gives the id of a removed row to no other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-db-"));
  const file = join(folder, "desk.sqlite");
  const before = openDatabase(file, { migrations: migrations.filter(({ version }) => version < 70), now });
  before.raw.exec(`
    INSERT INTO assumption_set (id, seeded, name_zh, name_en, as_of, assumptions, sources, cases) VALUES (4, 0, '本部', 'Own', '2025-09-30', '{}', '{}', '{}');
    INSERT INTO deal (id, name, seller, kind, process, stage, status, owner, notes, created_at, updated_at) VALUES (1, '旧项目', '', 'corporateBulk', 'publicBidding', 'screening', 'active', '', '', '', '');
    INSERT INTO deal_model (deal_id, assumption_set_id, assumptions, sources, cases, updated_at) VALUES (1, 4, '{}', '{}', '{}', '');
    INSERT INTO scenario (id, deal_id, name, shifts, updated_at) VALUES (7, 1, '旧情景', '{}', '')`);
  await before.close();

  const { raw, close } = openDatabase(file, { migrations, now });
  expect(raw.prepare("SELECT id, name FROM scenario").all()).toEqual([{ id: 7, name: "旧情景" }]);
  expect(raw.prepare("SELECT assumption_set_id FROM deal_model").pluck().all()).toEqual([4]);
  expect(() => raw.exec("DELETE FROM assumption_set WHERE id = 4")).toThrow("FOREIGN KEY");
  expect(() => raw.exec("INSERT INTO scenario (deal_id, name, shifts, updated_at) VALUES (1, '旧情景', '{}', '')")).toThrow("UNIQUE");
  raw.exec("DELETE FROM scenario; INSERT INTO scenario (deal_id, name, shifts, updated_at) VALUES (1, '新情景', '{}', '')");
  expect(raw.prepare("SELECT id FROM scenario").pluck().all()).toEqual([8]);
  expect(raw.prepare("SELECT count(*) FROM journal_step").pluck().get()).toBe(0);
  expect(raw.prepare("SELECT count(*) FROM draft").pluck().get()).toBe(0);
  await close();
  rmSync(folder, { recursive: true });
});
