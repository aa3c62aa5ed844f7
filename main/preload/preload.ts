import { contextBridge, ipcRenderer } from "electron";
import type { ChannelName } from "../../shared/contract/contract.ts";
import { callMessage, type DeskBridge, jobMessage, menuMessage } from "../../shared/desk-bridge.ts";

function hear(message: string, listener: (content: unknown) => void): () => void {
  // Electron's event object stays here: it would hand the page a sender.
  const forward = (_event: unknown, content: unknown) => listener(content);
  ipcRenderer.on(message, forward);
  return () => {
    ipcRenderer.removeListener(message, forward);
  };
}

const bridge = {
  call: (channel: ChannelName, input: unknown) => ipcRenderer.invoke(callMessage, channel, input),
  onJob: (listener: (event: unknown) => void) => hear(jobMessage, listener),
  onMenu: (listener: (id: unknown) => void) => hear(menuMessage, listener),
};

contextBridge.exposeInMainWorld("desk", bridge satisfies DeskBridge);
