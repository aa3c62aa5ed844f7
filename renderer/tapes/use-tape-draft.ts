import { useState } from "react";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import { sayDropFailure } from "../arrivals/drop-store.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { isUnread } from "../ui/fields/unread.ts";
import { headersOf } from "./left-mapping.ts";
import type { MappingUnderEdit } from "./mapping-checks.ts";
import { nothing, recognised, type TapeRead, type TextChoices, useTapeReading } from "./use-tape-reading.ts";

/** A file that is dropped while another one is mapped; `read` is null while it is being read. */
interface Replacement {
  readonly file: ChosenFile;
  readonly read: TapeRead | null;
}

interface DraftOptions {
  /** The deal has no tape, or is to get a reissued one. */
  readonly isWanted: boolean;
  readonly isReissue: boolean;
  /** Hashes of the files that are the deal's tapes already: a mapping that was kept of one of them isn't under way any more. */
  readonly imported: readonly string[];
  readonly onImported: () => void;
}

/** The file under way from choosing to importing; kept, so that it is there again whatever ends the screen. */
export function useTapeDraft(dealId: number, { isWanted, isReissue, imported, onImported }: DraftOptions) {
  const { draft, setDraft, inspect, addTo, read, show, keep, discard } = useTapeReading(dealId, isWanted, imported);
  const readAgain = (choices: TextChoices) => (draft.file === null ? Promise.resolve() : inspect(draft.file, choices));
  const [replacement, setReplacement] = useState<Replacement | null>(null);
  /** In the place of a mapping only a file comes that can be read, and only where that is confirmed. */
  const readInPlace = async (file: ChosenFile) => {
    setReplacement({ file, read: null });
    try {
      setReplacement({ file, read: await read(file, recognised) });
    } catch (failure) {
      setReplacement(null);
      sayDropFailure(failure, file.fileName);
    }
  };
  const take = (file: ChosenFile) => (draft.mapping === null ? inspect(file, recognised) : readInPlace(file));
  const choose = async (which: "files" | "sample") => {
    try {
      const file = which === "files" ? await call("tapes.chooseFiles", { addTo: null }) : await call("tapes.chooseSample");
      if (file !== null) await take(file);
    } catch (failure) {
      setDraft((current) => ({ ...current, failure }));
    }
  };
  const addFiles = async () => {
    if (draft.file === null) return;
    try {
      const file = await call("tapes.chooseFiles", { addTo: draft.file.fileToken });
      if (file !== null) await addTo(file);
    } catch (failure) {
      setDraft((current) => ({ ...current, failure }));
    }
  };
  const importTape = async (notice: (kept: number) => string) => {
    const { file, encoding, delimiter, mapping } = draft;
    if (file === null || mapping === null || isUnread(mapping.cutOffDate)) return;
    const { cutOffDate } = mapping;
    setDraft((current) => ({ ...current, busy: "import", failure: null }));
    try {
      const record = await call("tapes.import", { dealId, fileToken: file.fileToken, encoding, delimiter, mapping: { ...mapping, cutOffDate } });
      showNotice(notice(record.report.counts.loansKept));
      setDraft(nothing);
      onImported();
    } catch (failure) {
      setDraft((current) => ({ ...current, busy: null, failure }));
    }
  };
  const changeMapping = (mapping: MappingUnderEdit) => {
    const { file, encoding, delimiter, inspection } = draft;
    if (file !== null && inspection !== null) keep(file.fileToken, { encoding, delimiter, mapping, headers: headersOf(inspection) });
    setDraft((current) => ({ ...current, mapping }));
  };
  return {
    ...draft,
    isReissue,
    choose,
    addFiles,
    take,
    replacement,
    replace: () => {
      if (replacement?.read != null) show(replacement.read);
    },
    keepMapping: () => setReplacement(null),
    forgetFailure: () => setDraft((current) => ({ ...current, failure: null })),
    importTape,
    unlock: (password: string) =>
      draft.file === null ? Promise.resolve() : inspect(draft.file, { encoding: draft.encoding, delimiter: draft.delimiter }, null, password),
    changeEncoding: (encoding: TextChoices["encoding"]) => readAgain({ encoding, delimiter: draft.delimiter }),
    changeDelimiter: (delimiter: TextChoices["delimiter"]) => readAgain({ encoding: draft.encoding, delimiter }),
    changeMapping,
    discard,
  };
}
