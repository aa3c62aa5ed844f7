import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeskDatabase, openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { createLayoutService } from "../../../main/settings/layout-service.ts";
import { createSettingsService, languageOfLocale } from "../../../main/settings/settings-service.ts";
import { firstSettings } from "../../../shared/contract/app-channels.ts";
import { firstLayout } from "../../../shared/domain/desk-layout.ts";

let folder: string;
let db: DeskDatabase;
const reopen = () => {
  db = openDatabase(join(folder, "desk.sqlite"), { migrations, now: () => "2026-11-25T08:00:00.000Z" });
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-settings-"));
  reopen();
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the desk's settings", () => {
  it("speak Chinese unless the system speaks English", () => {
    expect(["zh-CN", "zh-TW", "en-GB", "en", "de", "", "enm"].map(languageOfLocale)).toEqual(["zh", "zh", "en", "en", "zh", "zh", "zh"]);
  });

  it("are kept over a restart, change by change", async () => {
    expect(await createSettingsService({ db, locale: "zh-CN" }).get()).toEqual({ ...firstSettings, language: "zh" });
    await createSettingsService({ db, locale: "zh-CN" }).update({ theme: "dark" });
    await createSettingsService({ db, locale: "zh-CN" }).update({ language: "en", theme: undefined });
    await db.close();
    reopen();
    expect(await createSettingsService({ db, locale: "zh-CN" }).get()).toEqual({ ...firstSettings, language: "en", theme: "dark" });
  });

  it("fall back where a stored value no longer fits", async () => {
    await db.kysely.insertInto("setting").values({ key: "theme", value: "neon" }).execute();
    expect((await createSettingsService({ db, locale: "en-US" }).get()).theme).toBe("system");
  });
});

describe("how the desk was left", () => {
  const left = {
    ...firstLayout,
    isNavigationFolded: true,
    loanShare: 0.7,
    columns: { ...firstLayout.columns, loans: { order: ["contractNo", "region"], hidden: ["fills"], widths: { region: 140 } } },
  };

  it("begins as a new desk and is kept over a restart, apart from the settings", async () => {
    expect(await createLayoutService(db).get()).toEqual(firstLayout);
    await createLayoutService(db).put(left);
    await db.close();
    reopen();
    expect(await createLayoutService(db).get()).toEqual(left);
    expect(Object.keys(await createSettingsService({ db, locale: "zh-CN" }).get())).not.toContain("layout");
  });

  it("keeps what fits of a layout that another version wrote", async () => {
    await db.kysely
      .insertInto("setting")
      .values({ key: "layout", value: JSON.stringify({ ...left, loanShare: "half", later: 1 }) })
      .execute();
    expect(await createLayoutService(db).get()).toEqual({ ...left, loanShare: null });
    await db.kysely.updateTable("setting").set({ value: "{broken" }).where("key", "=", "layout").execute();
    expect(await createLayoutService(db).get()).toEqual(firstLayout);
  });
});
