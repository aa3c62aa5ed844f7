// What a window costs that does nothing: one row of SQLite on an empty page, and a button that answers. start-bench.ts measures the desk beside it.
const { join } = require("node:path");
const { app, BrowserWindow, ipcMain } = require("electron");

const folder = process.env.AMC_DATA_DIR;
app.setPath("userData", folder);
// Chromium gives the super-user no sandbox.
if (process.getuid?.() !== 0) app.enableSandbox();

void app.whenReady().then(() => {
  const Sqlite = require(process.env.AMC_BENCH_BINDING);
  const db = new Sqlite(join(folder, "row.sqlite"));
  db.exec("CREATE TABLE IF NOT EXISTS deal (name TEXT); DELETE FROM deal; INSERT INTO deal VALUES ('row')");
  ipcMain.handle("row", () => db.prepare("SELECT name FROM deal").get());
  const window = new BrowserWindow({
    width: 1280,
    height: 700,
    show: false,
    webPreferences: { preload: join(__dirname, "preload.cjs"), sandbox: true, contextIsolation: true },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadFile(join(__dirname, "index.html"));
});
app.on("window-all-closed", () => app.quit());
