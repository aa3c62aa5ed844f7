import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { tapeFeature } from "../../shared/contract/tape-channels.ts";
import type { TapeService } from "./tape-service.ts";

type FileChoice = { readonly fileToken: string; readonly fileName: string };

/** Gives out tokens for files that the user chose, and for the sample. */
export interface TapeFileChooser {
  chooseFile(): Promise<FileChoice | null>;
  chooseSample(): FileChoice;
}

export const tapeHandlers = (tapes: TapeService, chooser: TapeFileChooser): HandlersOf<typeof tapeFeature> => ({
  "tapes.chooseFile": () => chooser.chooseFile(),
  "tapes.takeDropped": ({ paths }) => tapes.takeDropped(paths),
  "tapes.chooseSample": () => chooser.chooseSample(),
  "tapes.inspect": ({ fileToken, encoding, delimiter }) => tapes.inspect(fileToken, encoding, delimiter),
  "tapes.draft": ({ dealId }) => tapes.draft(dealId),
  "tapes.keepDraft": ({ dealId, fileToken, draft }) => tapes.keepDraft(dealId, fileToken, draft),
  "tapes.dropDraft": ({ dealId }) => tapes.dropDraft(dealId),
  "tapes.import": (request) => tapes.import(request),
  "tapes.list": ({ dealId }) => tapes.list(dealId),
  "tapes.undo": ({ tapeId }) => tapes.undo(tapeId),
});
