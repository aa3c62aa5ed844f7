import { useEffect, useSyncExternalStore } from "react";
import { CallFailure } from "../desk/desk-client.ts";
import { showError } from "../desk/session-store.ts";
import { pageFonts } from "../ui/use-drawn-fonts.ts";

/** Tells once where a part of the desk's font can't be read: what needs it is drawn with what the system has. */
export function useFontFailure(): void {
  const hasFailed = useSyncExternalStore(pageFonts.subscribe, () => pageFonts.state().hasFailed);
  useEffect(() => {
    if (hasFailed) showError(new CallFailure("font.unreadable", {}));
  }, [hasFailed]);
}
