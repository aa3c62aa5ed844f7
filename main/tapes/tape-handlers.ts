import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { tapeFeature } from "../../shared/contract/tape-channels.ts";
import type { FindingListService } from "./finding-list-service.ts";
import type { TapeExportService } from "./own/own-export-service.ts";
import type { TapeService } from "./tape-service.ts";

type FileChoice = { readonly fileToken: string; readonly fileName: string };

/** Gives out tokens for files that the user chose, and for the sample. */
export interface TapeFileChooser {
  chooseFile(): Promise<FileChoice | null>;
  /** Several at once, beside those of a token where one is given. */
  chooseFiles(addTo: string | null): Promise<FileChoice | null>;
  chooseSample(): FileChoice;
  /** The path of the next file that the system gave the app; undefined where there is none. */
  nextGiven(): string | undefined;
}

export const tapeHandlers = (
  tapes: TapeService,
  chooser: TapeFileChooser,
  findings: FindingListService,
  tapeExports: TapeExportService,
): HandlersOf<typeof tapeFeature> => ({
  "tapes.chooseFile": () => chooser.chooseFile(),
  "tapes.chooseFiles": ({ addTo }) => chooser.chooseFiles(addTo),
  "tapes.takeDropped": ({ paths }) => tapes.takeDropped(paths),
  "tapes.takeGiven": async () => {
    const path = chooser.nextGiven();
    return path === undefined ? null : tapes.takeDropped([path]);
  },
  "tapes.chooseSample": () => chooser.chooseSample(),
  "tapes.inspect": ({ fileToken, ...choices }) => tapes.inspect(fileToken, choices),
  "tapes.lastMapping": ({ dealId, fileToken }) => tapes.lastMapping(dealId, fileToken),
  "tapes.draft": ({ dealId }) => tapes.draft(dealId),
  "tapes.keepDraft": ({ dealId, fileToken, draft }) => tapes.keepDraft(dealId, fileToken, draft),
  "tapes.dropDraft": ({ dealId }) => tapes.dropDraft(dealId),
  "tapes.import": (request) => tapes.import(request),
  "tapes.list": ({ dealId }) => tapes.list(dealId),
  "tapes.exportFindings": (request) => findings.save(request),
  "tapes.exportTape": (request) => tapeExports.save(request),
  "tapes.undo": ({ tapeId }) => tapes.undo(tapeId),
});
