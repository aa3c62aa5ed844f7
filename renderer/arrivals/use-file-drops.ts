import { useEffect, useState } from "react";
import { takeFiles } from "../desk/desk-client.ts";
import { showError } from "../desk/session-store.ts";
import { useDropTargets } from "./drop-store.ts";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null;
/** What a drop would be given to now; a dialog is in front of every screen. */
const targetNow = () => (isDialogOpen() ? null : useDropTargets.getState().target);

/** Hands files that are dropped on the window to its screen, and none to the window itself, which would show them. True while some are over it. */
export function useFileDrops(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = targetNow()?.take == null ? "none" : "copy";
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // Into another element of the page is not out of the window.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const take = targetNow()?.take;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (take != null) takeFiles(files).then(take, showError);
    };
    const handlers = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name as "drop", handler, { capture: true });
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name as "drop", handler, { capture: true });
    };
  }, []);
  return isOver;
}
