const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("bench", { row: () => ipcRenderer.invoke("row") });
