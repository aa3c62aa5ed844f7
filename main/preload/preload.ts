import { contextBridge, ipcRenderer, webUtils } from "electron";
import { type CalledName, callMessage, type DeskBridge, dropMessage, givenMessage, jobMessage, menuMessage } from "../../shared/desk-bridge.ts";

function hear(message: string, listener: (content: unknown) => void): () => void {
  // Electron's event object stays here: it would hand the page a sender.
  const forward = (_event: unknown, content: unknown) => listener(content);
  ipcRenderer.on(message, forward);
  return () => {
    ipcRenderer.removeListener(message, forward);
  };
}

const bridge = {
  call: (channel: CalledName, input: unknown) => ipcRenderer.invoke(callMessage, channel, input),
  // A path has no other way in: the page can name none.
  takeFiles: (files: readonly File[]) =>
    ipcRenderer.invoke(
      dropMessage,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  onJob: (listener: (event: unknown) => void) => hear(jobMessage, listener),
  onMenu: (listener: (id: unknown) => void) => hear(menuMessage, listener),
  onGiven: (listener: () => void) => hear(givenMessage, () => listener()),
};

contextBridge.exposeInMainWorld("desk", bridge satisfies DeskBridge);
