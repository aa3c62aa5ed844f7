import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showError, showNotice } from "../desk/session-store.ts";
import { UnlockDialog } from "./UnlockDialog.tsx";
import { askToUnlock, closeUnlocking, useUnlocking } from "./unlock-store.ts";
import { usePersonSession } from "./use-person-session.ts";

/** Work is told to the key this often at most. */
const touchEveryMs = 15_000;

/** Locks and unlocks the signing key by its command, and keeps it open while somebody works. */
export function KeyHost() {
  const { t } = useTranslation();
  const session = usePersonSession();
  const isUnlocking = useUnlocking((state) => state.isOpen);
  const isOpen = session !== null && session !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    let last = Date.now();
    const touch = () => {
      if (Date.now() - last < touchEveryMs) return;
      last = Date.now();
      void call("people.touch").catch(showError);
    };
    const kinds = ["keydown", "pointerdown", "wheel"] as const;
    for (const kind of kinds) globalThis.addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of kinds) globalThis.removeEventListener(kind, touch);
    };
  }, [isOpen]);

  const toggle = async () => {
    if (isOpen) {
      await call("people.lock");
      showNotice(t("people.locked"));
      return;
    }
    const persons = await call("people.list");
    if (persons.some(({ retiredAt }) => retiredAt === null)) askToUnlock();
    else navigate({ screen: "people" });
  };
  useCommand("toggleKey", () => void toggle().catch(showError));
  return isUnlocking ? <UnlockDialog onClose={closeUnlocking} /> : null;
}
