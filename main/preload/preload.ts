import { contextBridge, ipcRenderer } from "electron";
import type { ChannelName } from "../../shared/contract/contract.ts";
import { callMessage, type DeskBridge, jobMessage } from "../../shared/desk-bridge.ts";

const bridge = {
  call: (channel: ChannelName, input: unknown) => ipcRenderer.invoke(callMessage, channel, input),
  onJob: (listener: (event: unknown) => void) => {
    // Electron's event object stays here: it would hand the page a sender.
    const forward = (_event: unknown, jobEvent: unknown) => listener(jobEvent);
    ipcRenderer.on(jobMessage, forward);
    return () => {
      ipcRenderer.removeListener(jobMessage, forward);
    };
  },
};

contextBridge.exposeInMainWorld("desk", bridge satisfies DeskBridge);
