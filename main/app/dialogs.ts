import { readFileSync, writeFileSync } from "node:fs";
import type { BrowserWindow, FileFilter } from "electron";
import { dialog } from "electron";
import { z } from "zod";
import type { PaperSize } from "../../shared/contract/app-channels.ts";
import { DeskError } from "../../shared/result.ts";

export interface Dialogs {
  /** Asks for one file to read, or for several; none where the user cancels. */
  chooseOpen(filters: readonly FileFilter[], most: "one" | "several"): Promise<readonly string[]>;
  /** Asks where to write a file; null where the user cancels. */
  chooseSave(suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>;
  /** Asks for a folder; null where the user cancels. */
  chooseFolder(): Promise<string | null>;
  /** Prints what the page shows on paper; false where the user cancels. */
  printPage(paper: PaperSize): Promise<boolean>;
}

export function createDialogs(currentWindow: () => BrowserWindow | null): Dialogs {
  return {
    chooseOpen: async (filters, most) => {
      const window = currentWindow();
      if (!window) return [];
      const several = most === "several" ? (["multiSelections"] as const) : [];
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ["openFile", "dontAddToRecent", ...several], filters: [...filters] });
      return canceled ? [] : filePaths;
    },
    chooseSave: async (suggestedName, filters) => {
      const window = currentWindow();
      if (!window) return null;
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
        filters: [...filters],
        properties: ["createDirectory", "showOverwriteConfirmation", "dontAddToRecent"],
      });
      return canceled || filePath === "" ? null : filePath;
    },
    chooseFolder: async () => {
      const window = currentWindow();
      if (!window) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ["openDirectory", "createDirectory", "dontAddToRecent"] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    printPage: (paper) =>
      new Promise((resolve, reject) => {
        const window = currentWindow();
        if (!window) return resolve(false);
        window.webContents.print({ printBackground: true, landscape: true, pageSize: paper }, (isPrinted, reason) => {
          if (isPrinted) resolve(true);
          else if (/cancel/i.test(reason)) resolve(false);
          else reject(new DeskError("page.printFailed"));
        });
      }),
  };
}

const answersSchema = z.object({
  open: z.array(z.union([z.string(), z.array(z.string())]).nullable()).default([]),
  save: z.array(z.string().nullable()).default([]),
  start: z.array(z.number().int().min(0).nullable()).default([]),
});

type Answers = z.infer<typeof answersSchema>;

/**
 * Answers from a JSON file `{open: [path | paths | null], save: [path | null]}` in order, for tests of the real app:
 * nothing can click a native dialog. The file is read at each question, so that a test can add answers as it goes.
 */
export function createScriptedDialogs(answersFile: string, currentWindow: () => BrowserWindow | null): Dialogs {
  const asked = { open: 0, save: 0 };
  const next = <Kind extends "open" | "save">(kind: Kind): Answers[Kind][number] => {
    const answers = answersSchema.parse(JSON.parse(readFileSync(answersFile, "utf8")))[kind];
    const answer: Answers[Kind][number] = answers[asked[kind]] ?? null;
    asked[kind] += 1;
    return answer;
  };
  return {
    chooseOpen: async () => {
      const answer = next("open");
      return answer === null ? [] : [answer].flat();
    },
    chooseSave: async () => next("save"),
    chooseFolder: async () => {
      const answer = next("open");
      return answer === null ? null : ([answer].flat()[0] ?? null);
    },
    // On paper that a test can look at.
    printPage: async (paper) => {
      const file = next("save");
      const window = currentWindow();
      if (file === null || window === null) return false;
      writeFileSync(file, await window.webContents.printToPDF({ printBackground: true, landscape: true, pageSize: paper }));
      return true;
    },
  };
}

let startsAsked = 0;

/** The backup that a test chooses when the desk can't be opened, by its place in the list; null: none. */
export function scriptedStartAnswer(answersFile: string | undefined): number | null {
  if (answersFile === undefined) return null;
  const { start } = answersSchema.parse(JSON.parse(readFileSync(answersFile, "utf8")));
  startsAsked += 1;
  return start[startsAsked - 1] ?? null;
}
