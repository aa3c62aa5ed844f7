import type { Handlers } from "../../shared/contract/contract.ts";
import type { tapeChannels } from "../../shared/contract/tape-channels.ts";
import type { TapeService } from "../tapes/tape-service.ts";

type FileChoice = { readonly fileToken: string; readonly fileName: string };

/** Gives out tokens for files that the user chose, and for the sample. */
export interface TapeFileChooser {
  chooseFile(): Promise<FileChoice | null>;
  chooseSample(): FileChoice;
}

export function createTapeHandlers({
  tapes,
  chooser,
}: {
  readonly tapes: TapeService;
  readonly chooser: TapeFileChooser;
}): Pick<Handlers, keyof typeof tapeChannels> {
  return {
    "tapes.chooseFile": () => chooser.chooseFile(),
    "tapes.chooseSample": () => chooser.chooseSample(),
    "tapes.inspect": ({ fileToken, encoding }) => tapes.inspect(fileToken, encoding),
    "tapes.import": (request) => tapes.import(request),
    "tapes.list": ({ dealId }) => tapes.list(dealId),
    "tapes.undo": ({ tapeId }) => tapes.undo(tapeId),
  };
}
