import { contextBridge, ipcRenderer } from "electron";
import type { ChannelName, DeskBridge } from "../../shared/contract/contract.ts";

const bridge = {
  call: (channel: ChannelName, input: unknown) => ipcRenderer.invoke("desk:call", channel, input),
  onJob: (listener: (event: unknown) => void) => {
    // Electron's event object stays here: it would hand the page a sender.
    const forward = (_event: unknown, jobEvent: unknown) => listener(jobEvent);
    ipcRenderer.on("desk:job", forward);
    return () => {
      ipcRenderer.removeListener("desk:job", forward);
    };
  },
};

contextBridge.exposeInMainWorld("desk", bridge satisfies DeskBridge);
