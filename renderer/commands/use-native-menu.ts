import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { runCommand, useEnabledCommands } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { openDeal } from "../desk/open-deal.ts";
import { showError } from "../desk/session-store.ts";
import { chosenInMenu, nativeMenu } from "./native-menu.ts";
import { useRecentDeals } from "./use-recent-deals.ts";

/** Keeps the window's menu in the language of the page and in step with what can be done, and does what is chosen in it. */
export function useNativeMenu(): void {
  const { t } = useTranslation();
  const enabled = useEnabledCommands();
  const recent = useRecentDeals();
  const menu = useMemo(() => nativeMenu({ t, enabled, recent }), [t, enabled, recent]);
  useEffect(() => void call("app.showMenu", menu).catch(showError), [menu]);
  useEffect(
    () =>
      window.desk.onMenu((id) => {
        const chosen = typeof id === "string" ? chosenInMenu(id) : null;
        if (chosen === null) return;
        if ("recentDealId" in chosen) void call("deals.get", { dealId: chosen.recentDealId }).then(openDeal, showError);
        else if (!runCommand(chosen.command) && (chosen.command === "undo" || chosen.command === "redo")) document.execCommand(chosen.command);
      }),
    [],
  );
}
