import { type ContextMenuParams, Menu, type MenuItemConstructorOptions } from "electron";
import type { Language } from "../../shared/domain/codes.ts";
import type { MenuEntry, NativeMenu } from "../../shared/domain/native-menu.ts";
import { startTexts } from "./start-texts.ts";

/** Puts the page's menu in place; what is chosen is told to the page, which knows what it means. */
export function showNativeMenu(menu: NativeMenu, onChoose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu.map(({ label, entries }) => ({ label, submenu: entries.map((entry) => optionsOf(entry, onChoose)) }))));
}

/** What the right button offers in a field, and over text that is selected; the words are those of the page's menu. */
export function showFieldMenu(
  { isEditable, selectionText, editFlags }: Pick<ContextMenuParams, "isEditable" | "selectionText" | "editFlags">,
  language: Language,
): void {
  if (!isEditable && selectionText === "") return;
  const [, , cut, copy, paste, selectAll] = startTexts[language].editItems;
  const items: MenuItemConstructorOptions[] = isEditable
    ? [
        { role: "cut", label: cut, enabled: editFlags.canCut },
        { role: "copy", label: copy, enabled: editFlags.canCopy },
        { role: "paste", label: paste, enabled: editFlags.canPaste },
        { role: "selectAll", label: selectAll },
      ]
    : [{ role: "copy", label: copy }];
  Menu.buildFromTemplate(items).popup();
}

function optionsOf(entry: MenuEntry, onChoose: (id: string) => void): MenuItemConstructorOptions {
  if (entry.kind === "line") return { type: "separator" };
  if (entry.kind === "list") return { label: entry.label, submenu: entry.items.map((item) => optionsOf(item, onChoose)) };
  const { id, label, accelerator, isEnabled, role } = entry;
  const shown = accelerator === null ? {} : { accelerator };
  if (role !== null) return { label, role, ...shown };
  // The page hears its keys itself: a second way would do a command twice.
  return { id, label, enabled: isEnabled, registerAccelerator: false, ...shown, click: () => onChoose(id) };
}
