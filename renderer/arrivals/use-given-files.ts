import { useEffect } from "react";
import { call } from "../desk/desk-client.ts";
import { isDossier, showDossier } from "../desk/dossier-file.ts";
import { i18n } from "../desk/i18n.ts";
import { navigate } from "../desk/routes.ts";
import { showNotice } from "../desk/session-store.ts";
import { clearDropFailure, isDialogOpen, sayDropFailure, takingTarget } from "./drop-store.ts";

/** Gives tapes that the system opens with the app to the screen, as if they were dropped on it; where it takes none, to the register. */
export function useGivenFiles(): void {
  useEffect(() => {
    let turn = Promise.resolve();
    const take = () => {
      turn = turn.then(takeGiven).catch(sayDropFailure);
    };
    take();
    return window.desk.onGiven(take);
  }, []);
}

async function takeGiven(): Promise<void> {
  const file = await call("tapes.takeGiven");
  if (file === null) return;
  clearDropFailure();
  if (isDialogOpen()) return showNotice(i18n.t("drop.givenBehindDialog"));
  if (isDossier(file.fileName)) {
    showDossier(file.fileToken);
    return takeGiven();
  }
  const target = await takingTarget(() => navigate({ screen: "deals" }));
  target.forget?.();
  target.take(file);
  await takeGiven();
}
