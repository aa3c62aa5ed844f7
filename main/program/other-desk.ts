import { app } from "electron";

/** What the program was started with beside tapes: an unpacked Electron is given the app's own folder. */
const startArguments = () => process.argv.slice(1).filter((argument) => !app.isPackaged || argument.startsWith("-"));

/** Has the program start again once this one has ended, on the desk in another folder where one is named. */
export function startAgain(folder: string | null): void {
  const own = startArguments();
  app.relaunch({ args: folder === null ? own : [...own.filter((argument) => !argument.startsWith("--desk=")), `--desk=${folder}`] });
}
