import { ipcMain } from "electron";
import { z } from "zod";
import { callMessage, dropMessage } from "../../shared/desk-bridge.ts";
import { type AnswerDeps, answerCall, answerDrop, type CallEvent } from "./answer-call.ts";

// zod's compiled parsers need `new Function`, which the page's policy refuses; both sides parse alike.
z.config({ jitless: true });

/** Binds the contract to the page; the returned function unbinds it. */
export function bindIpc(deps: AnswerDeps): () => void {
  ipcMain.handle(callMessage, (event: CallEvent, name: unknown, payload: unknown) => answerCall(deps, event, name, payload));
  ipcMain.handle(dropMessage, (event: CallEvent, paths: unknown) => answerDrop(deps, event, paths));
  return () => {
    for (const message of [callMessage, dropMessage]) ipcMain.removeHandler(message);
  };
}
