import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";

const now = () => "2025-11-25T08:00:00.000Z";

it("the table of scenarios comes to a database of the version before, whose deals stay", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-db-"));
  const file = join(folder, "desk.sqlite");
  const before = openDatabase(file, { migrations: migrations.filter(({ version }) => version < 30), now });
  before.raw.exec(
    "INSERT INTO deal (name, seller, kind, process, stage, status, owner, notes, created_at, updated_at) VALUES ('旧项目', '', 'corporateBulk', 'publicBidding', 'screening', 'active', '', '', '', '')",
  );
  expect(() => before.raw.prepare("SELECT * FROM scenario")).toThrow("no such table");
  await before.close();
  const after = openDatabase(file, { migrations, now });
  expect(after.migrationBackup).not.toBeNull();
  expect(after.raw.prepare("SELECT name FROM deal").pluck().all()).toEqual(["旧项目"]);
  expect(after.raw.prepare("SELECT count(*) FROM scenario").pluck().get()).toBe(0);
  await after.close();
  rmSync(folder, { recursive: true });
});
