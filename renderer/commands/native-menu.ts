import type { TFunction } from "i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { MenuEntry, NativeMenu } from "../../shared/domain/native-menu.ts";
import { type CommandId, commandIds, commandRow, menuNames } from "../desk/command-table.ts";
import { acceleratorOf } from "../desk/key-text.ts";

const recentPrefix = "recentDeal:";

interface MenuParts {
  readonly t: TFunction;
  readonly enabled: ReadonlySet<string>;
  /** The deals opened last. */
  readonly recent: readonly Pick<Deal, "id" | "name">[];
}

/** Fields undo by themselves where nothing else does. */
const isAlwaysOn = (id: CommandId) => id === "undo" || id === "redo";

/** The window's menu of the table of commands, in the language of the page. */
export function nativeMenu({ t, enabled, recent }: MenuParts): NativeMenu {
  const itemOf = (id: CommandId): MenuEntry => {
    const { keys = [], role } = commandRow(id);
    const [first] = keys;
    return {
      kind: "item",
      id,
      label: t(`action.${id}`),
      accelerator: first === undefined || first === "?" ? null : acceleratorOf(first),
      isEnabled: role !== undefined || isAlwaysOn(id) || enabled.has(id),
      role: role ?? null,
    };
  };
  const recentList: MenuEntry = {
    kind: "list",
    label: t("action.recentDeals"),
    items: recent.map(({ id, name }) => ({ kind: "item", id: `${recentPrefix}${id}`, label: name, accelerator: null, isEnabled: true, role: null })),
  };
  return menuNames.map((menu) => ({
    label: t(`action.menu.${menu}`),
    entries: commandIds
      .filter((id) => commandRow(id).menu === menu)
      .flatMap((id): MenuEntry[] => [
        ...(commandRow(id).isFirst === true ? [{ kind: "line" } as const] : []),
        itemOf(id),
        ...(id === "openDeal" && recent.length > 0 ? [recentList] : []),
      ]),
  }));
}

/** What was chosen in the menu: a deal opened lately, or a command. */
export function chosenInMenu(id: string): { readonly recentDealId: number } | { readonly command: CommandId } | null {
  if (id.startsWith(recentPrefix)) return { recentDealId: Number(id.slice(recentPrefix.length)) };
  const command = commandIds.find((one) => one === id);
  return command === undefined ? null : { command };
}
