import { extname, resolve } from "node:path";

/** Files that the system gave the app to open: on its command line, dropped on its icon, chosen under "open with". */
export interface GivenFiles {
  /**
   * Takes those of a command line, relative ones from where it was typed; answers whether there were any. A name without an
   * extension is none: an unpacked Electron is given the app's own folder.
   */
  add(argv: readonly string[], folder: string): boolean;
  /** The path of the next one; undefined where there is none left. */
  next(): string | undefined;
}

export function createGivenFiles(): GivenFiles {
  const waiting: string[] = [];
  return {
    add: (argv, folder) => {
      const found = argv.filter((argument) => !argument.startsWith("-") && extname(argument) !== "");
      waiting.push(...found.map((path) => resolve(folder, path)));
      return found.length > 0;
    },
    next: () => waiting.shift(),
  };
}
