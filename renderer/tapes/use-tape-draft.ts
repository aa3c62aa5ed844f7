import { useState } from "react";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";

export type TapeEncodingChoice = ChannelInput<"tapes.inspect">["encoding"];
interface ChosenFile {
  readonly fileToken: string;
  readonly fileName: string;
}

interface TapeDraft {
  readonly file: ChosenFile | null;
  readonly encoding: TapeEncodingChoice;
  readonly inspection: TapeInspection | null;
  readonly mapping: TapeMapping | null;
  readonly busy: "inspect" | "import" | null;
  readonly failure: unknown;
}

const nothing: TapeDraft = { file: null, encoding: null, inspection: null, mapping: null, busy: null, failure: null };

/** The file under way from choosing to importing. */
export function useTapeDraft(dealId: number) {
  const [draft, setDraft] = useState<TapeDraft>(nothing);

  const inspect = async (file: ChosenFile, encoding: TapeEncodingChoice) => {
    setDraft({ ...nothing, file, encoding, busy: "inspect" });
    try {
      const inspection = await call("tapes.inspect", { fileToken: file.fileToken, encoding, delimiter: null });
      setDraft({ file, encoding, inspection, mapping: inspection.suggestedMapping, busy: null, failure: null });
    } catch (failure) {
      setDraft({ ...nothing, file, encoding, failure });
    }
  };
  const choose = async (channel: "tapes.chooseFile" | "tapes.chooseSample") => {
    try {
      const file = await call(channel);
      if (file !== null) await inspect(file, null);
    } catch (failure) {
      setDraft((current) => ({ ...current, failure }));
    }
  };
  const importTape = async (notice: (kept: number) => string) => {
    const { file, encoding, mapping } = draft;
    if (file === null || mapping === null) return;
    setDraft((current) => ({ ...current, busy: "import", failure: null }));
    try {
      const record = await call("tapes.import", { dealId, fileToken: file.fileToken, encoding, delimiter: null, mapping });
      showNotice(notice(record.report.counts.loansKept));
      setDraft(nothing);
    } catch (failure) {
      setDraft((current) => ({ ...current, busy: null, failure }));
    }
  };
  return {
    ...draft,
    choose,
    importTape,
    changeEncoding: (encoding: TapeEncodingChoice) => (draft.file === null ? Promise.resolve() : inspect(draft.file, encoding)),
    changeMapping: (mapping: TapeMapping) => setDraft((current) => ({ ...current, mapping })),
    discard: () => setDraft(nothing),
  };
}
