import type { BrowserWindow } from "electron";
import type { PaperSize } from "../../shared/contract/app-channels.ts";
import { DeskError } from "../../shared/result.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, writeAtomically } from "../files/write-atomically.ts";
import type { Dialogs } from "./dialogs.ts";

/** What the page does with a picture of a chart. */
export interface Pictures {
  copyAt(x: number, y: number): void;
  save(png: Uint8Array, title: string): Promise<{ readonly fileToken: string; readonly fileName: string } | null>;
  print(paper: PaperSize): Promise<boolean>;
}

interface PicturesParts {
  readonly currentWindow: () => Pick<BrowserWindow, "webContents"> | null;
  readonly dialogs: Dialogs;
  readonly admitSaved: (path: string) => { readonly fileToken: string; readonly fileName: string };
}

const pngFilters = [{ name: "PNG", extensions: ["png"] }];
const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Only a picture leaves by these ways, whatever the page hands over. */
function assertPicture(png: Uint8Array): void {
  if (pngSignature.some((byte, index) => png[index] !== byte)) throw new DeskError("picture.unreadable");
}

export function createPictures({ currentWindow, dialogs, admitSaved }: PicturesParts): Pictures {
  return {
    copyAt: (x, y) => {
      const contents = currentWindow()?.webContents;
      const zoom = contents?.getZoomFactor() ?? 1;
      contents?.copyImageAt(Math.round(x * zoom), Math.round(y * zoom));
    },
    save: async (png, title) => {
      assertPicture(png);
      const file = await dialogs.chooseSave(fileNameOf([title], "png"), pngFilters);
      if (file === null) return null;
      await assertFileWritable(file);
      await writeAtomically(file, png);
      return admitSaved(file);
    },
    print: (paper) => dialogs.printPage(paper),
  };
}
