import { useEffect } from "react";
import { commandIds, commandRow } from "../desk/command-table.ts";
import { canRun, runCommand } from "../desk/commands.ts";
import { isPressed } from "../desk/key-text.ts";

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches("input, textarea, [contenteditable=true]");

/** Runs the command whose keys are pressed, where it can be done now and no dialog is in front of it. */
export function useCommandKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isInDialog = document.querySelector('[role="dialog"]') !== null;
      const id = commandIds.find((one) => {
        const { keys = [], role, isInDialogs = false } = commandRow(one);
        return role === undefined && (!isInDialog || isInDialogs) && keys.some((keyboard) => isPressed(keyboard, event));
      });
      if (id === undefined || !canRun(id)) return;
      // A sign that is typed is text where text is typed.
      if (isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key)) return;
      event.preventDefault();
      runCommand(id);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
