import { useState } from "react";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { isUnread } from "../ui/fields/unread.ts";
import type { MappingUnderEdit } from "./mapping-checks.ts";

/** How a text list is read; null is recognised. */
type TextChoices = Pick<ChannelInput<"tapes.inspect">, "encoding" | "delimiter">;
interface ChosenFile {
  readonly fileToken: string;
  readonly fileName: string;
}

interface TapeDraft extends TextChoices {
  readonly file: ChosenFile | null;
  readonly inspection: TapeInspection | null;
  readonly mapping: MappingUnderEdit | null;
  /** The deal as it was when the file was read. */
  readonly deal: Deal | null;
  readonly busy: "inspect" | "import" | null;
  readonly failure: unknown;
}

const recognised: TextChoices = { encoding: null, delimiter: null };
const nothing: TapeDraft = { file: null, ...recognised, inspection: null, mapping: null, deal: null, busy: null, failure: null };

/** The file under way from choosing to importing. */
export function useTapeDraft(dealId: number) {
  const [draft, setDraft] = useState<TapeDraft>(nothing);

  const inspect = async (file: ChosenFile, choices: TextChoices) => {
    setDraft({ ...nothing, file, ...choices, busy: "inspect" });
    try {
      const [inspection, deal] = await Promise.all([call("tapes.inspect", { fileToken: file.fileToken, ...choices }), call("deals.get", { dealId })]);
      const { suggestedMapping } = inspection;
      const mapping = { ...suggestedMapping, cutOffDate: suggestedMapping.cutOffDate ?? deal.cutOffDate };
      setDraft({ file, ...choices, inspection, mapping, deal, busy: null, failure: null });
    } catch (failure) {
      setDraft({ ...nothing, file, ...choices, failure });
    }
  };
  const readAgain = (choices: TextChoices) => (draft.file === null ? Promise.resolve() : inspect(draft.file, choices));
  const choose = async (channel: "tapes.chooseFile" | "tapes.chooseSample") => {
    try {
      const file = await call(channel);
      if (file !== null) await inspect(file, recognised);
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
    } catch (failure) {
      setDraft((current) => ({ ...current, busy: null, failure }));
    }
  };
  return {
    ...draft,
    choose,
    importTape,
    changeEncoding: (encoding: TextChoices["encoding"]) => readAgain({ encoding, delimiter: draft.delimiter }),
    changeDelimiter: (delimiter: TextChoices["delimiter"]) => readAgain({ encoding: draft.encoding, delimiter }),
    changeMapping: (mapping: MappingUnderEdit) => setDraft((current) => ({ ...current, mapping })),
    discard: () => setDraft(nothing),
  };
}
