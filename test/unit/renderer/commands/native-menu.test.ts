import { expect, test } from "vitest";
import { chosenInMenu, nativeMenu } from "../../../../renderer/commands/native-menu.ts";
import { commandIds, commandRow } from "../../../../renderer/desk/command-table.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { type MenuEntry, nativeMenuSchema } from "../../../../shared/domain/native-menu.ts";

const recent = [{ id: 7, name: "一号" }];
const itemsOf = (entries: readonly MenuEntry[]) => entries.filter((entry) => entry.kind === "item");

test.each(["zh", "en"] as const)("every command that isn't of a place stands once in the menu, in %s", async (language) => {
  await i18n.changeLanguage(language);
  const menu = nativeMenu({ t: i18n.t, enabled: new Set(["saveRun"]), recent });
  expect(nativeMenuSchema.parse(menu)).toEqual(menu);
  const items = menu.flatMap(({ entries }) => itemsOf(entries));
  expect(items.map(({ id }) => id).toSorted()).toEqual(commandIds.filter((id) => commandRow(id).menu !== null).toSorted());
  expect(items.find(({ id }) => id === "saveRun")).toMatchObject({ isEnabled: true, accelerator: "CommandOrControl+S", label: i18n.t("action.saveRun") });
  expect(items.find(({ id }) => id === "showRuns")).toMatchObject({ isEnabled: false, accelerator: "Alt+9" });
});

test("what is chosen is a command, a deal opened lately, or nothing", () => {
  const [file] = nativeMenu({ t: i18n.t, enabled: new Set(), recent });
  const list = file?.entries.find((entry) => entry.kind === "list");
  expect(list?.items.map(({ id, label }) => [chosenInMenu(id), label])).toEqual([[{ recentDealId: 7 }, "一号"]]);
  expect(chosenInMenu("saveRun")).toEqual({ command: "saveRun" });
  expect(chosenInMenu("format disk")).toBeNull();
});
