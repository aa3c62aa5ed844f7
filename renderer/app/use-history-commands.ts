import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { EditStack } from "../../shared/contract/journal-channels.ts";
import { useCommand } from "../desk/commands.ts";
import { type Moved, moveInHistory, moveOnScreen } from "../desk/edit-history.ts";
import { type Route, useRoute } from "../desk/routes.ts";
import { showError, showNotice, useLanguage } from "../desk/session-store.ts";
import { movedText } from "./history-texts.ts";

/** Whose edits are undone on a screen; null where nothing is edited. */
function stackOf(route: Route): EditStack | null {
  if (route.screen === "deals" || route.screen === "calendar") return { area: "register" };
  if (route.screen === "market") return { area: "market" };
  if (route.screen === "company") return { area: "company" };
  if (route.screen === "assumptions") return { area: "sets" };
  const isOfDeal =
    "dealId" in route &&
    (["tape", "workbench", "sheet", "quality", "debtors", "diligence", "bid", "effect"] as const).some((screen) => screen === route.screen);
  return isOfDeal ? { area: "deal", dealId: route.dealId } : null;
}

/** Says which step was undone or redone. */
function useToldMove() {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback(
    (way: "undo" | "redo", move: () => Promise<Moved>) => void move().then((moved) => showNotice(movedText(moved, way, t, language)), showError),
    [t, language],
  );
}

/** Undoes the step that a notice offers to undo, and says which. */
export function useOfferedUndo() {
  const tell = useToldMove();
  return useCallback((stack: EditStack, stepId: number) => tell("undo", () => moveInHistory(stack, "undo", stepId)), [tell]);
}

/** A text that is being typed has an undo of its own. A number field says whether it holds one; what is ticked or chosen holds none. */
function hasOwnText(field: Element | null): boolean {
  if (field instanceof HTMLTextAreaElement) return !field.readOnly;
  if (!(field instanceof HTMLInputElement)) return field instanceof HTMLElement && field.isContentEditable;
  if (["checkbox", "radio", "button", "range"].includes(field.type) || field.readOnly) return false;
  const said = field.closest("[data-own-text]")?.getAttribute("data-own-text");
  return said === undefined || said === null ? field.value !== "" : said === "true";
}

/** Undo and redo, of the edits of the screen and of those that it made in what another shows; a text that is being typed has an undo of its own, which goes first. */
export function useHistoryCommands(): void {
  const stack = stackOf(useRoute());
  const tell = useToldMove();
  const go = (way: "undo" | "redo") => () => {
    const isInDialog = document.querySelector('[role="dialog"]') !== null;
    if (isInDialog || hasOwnText(document.activeElement)) document.execCommand(way);
    else tell(way, () => moveOnScreen(stack, way));
  };
  useCommand("undo", go("undo"));
  useCommand("redo", go("redo"));
}
