import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { isUnread } from "../ui/fields/unread.ts";
import { headersOf } from "./left-mapping.ts";
import type { MappingUnderEdit } from "./mapping-checks.ts";
import { nothing, recognised, type TextChoices, useTapeReading } from "./use-tape-reading.ts";

/** The file under way from choosing to importing; kept, so that it is there again whatever ends the screen. `isWanted`: the deal has no tape. */
export function useTapeDraft(dealId: number, isWanted: boolean) {
  const { draft, setDraft, inspect, keep, discard } = useTapeReading(dealId, isWanted);
  const readAgain = (choices: TextChoices) => (draft.file === null ? Promise.resolve() : inspect(draft.file, choices));
  const take = (file: ChosenFile) => inspect(file, recognised);
  const choose = async (channel: "tapes.chooseFile" | "tapes.chooseSample") => {
    try {
      const file = await call(channel);
      if (file !== null) await take(file);
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
  const changeMapping = (mapping: MappingUnderEdit) => {
    const { file, encoding, delimiter, inspection } = draft;
    if (file !== null && inspection !== null) keep(file.fileToken, { encoding, delimiter, mapping, headers: headersOf(inspection) });
    setDraft((current) => ({ ...current, mapping }));
  };
  return {
    ...draft,
    choose,
    take,
    importTape,
    changeEncoding: (encoding: TextChoices["encoding"]) => readAgain({ encoding, delimiter: draft.delimiter }),
    changeDelimiter: (delimiter: TextChoices["delimiter"]) => readAgain({ encoding: draft.encoding, delimiter }),
    changeMapping,
    discard,
  };
}
