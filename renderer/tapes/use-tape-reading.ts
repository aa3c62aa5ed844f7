import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { ChosenFile, MappingOfLastTime, TapeDraft as StoredDraft } from "../../shared/contract/tape-channels.ts";
import type { RememberedLayout } from "../../shared/domain/seller-words.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { takeLeftTape } from "../arrivals/arriving-tape.ts";
import { call } from "../desk/desk-client.ts";
import { draftKeeper } from "../desk/draft-keeper.ts";
import { showError } from "../desk/session-store.ts";
import { headersOf, type LeftMapping, mappingAgain, type PutBack, withUnit } from "./left-mapping.ts";
import type { MappingUnderEdit } from "./mapping-checks.ts";

/** How a text list is read; null is recognised. */
export type TextChoices = Pick<ChannelInput<"tapes.inspect">, "encoding" | "delimiter">;

export interface TapeUnderWay extends TextChoices {
  readonly file: ChosenFile | null;
  readonly inspection: TapeInspection | null;
  readonly mapping: MappingUnderEdit | null;
  /** The deal as it was when the file was read. */
  readonly deal: Deal | null;
  readonly busy: "inspect" | "import" | null;
  readonly failure: unknown;
  readonly putBack: PutBack | null;
  /** The mapping on show is that of last time. */
  readonly last: RememberedLayout | null;
}

/** A file as it was read for the deal. */
export interface TapeRead {
  readonly file: ChosenFile;
  readonly choices: TextChoices;
  readonly inspection: TapeInspection;
  readonly deal: Deal;
  readonly last: MappingOfLastTime | null;
}

export const recognised: TextChoices = { encoding: null, delimiter: null };
export const nothing: TapeUnderWay = {
  file: null,
  ...recognised,
  inspection: null,
  mapping: null,
  deal: null,
  busy: null,
  failure: null,
  putBack: null,
  last: null,
};

/** The mapping on show, and what is said of one that was left before. */
function mappingToShow(left: LeftMapping | null, { inspection, deal, last }: TapeRead): Pick<TapeUnderWay, "mapping" | "putBack" | "last"> {
  const { suggestedMapping } = inspection;
  const proposed = { ...suggestedMapping, cutOffDate: suggestedMapping.cutOffDate ?? deal.cutOffDate };
  const again = left === null ? null : mappingAgain(left, inspection, proposed);
  if (left === null || again === null) {
    const mapping = last === null ? proposed : { ...proposed, sheets: last.sheets, currency: proposed.currency ?? last.currency };
    return { mapping, putBack: null, last };
  }
  const { fileName, keptAt, sha256, isAddedTo } = left;
  if (isAddedTo) return { mapping: again, putBack: null, last: null };
  return { mapping: again, putBack: { kind: sha256 === inspection.sha256 ? "same" : "changed", fileName, keptAt }, last: null };
}

/** The value of the last drawing, for what runs later. */
function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Reads the file that is chosen, or puts the one back that was being mapped, unless it was imported since. */
export function useTapeReading(dealId: number, isWanted: boolean, imported: readonly string[]) {
  const [draft, setDraft] = useState<TapeUnderWay>(nothing);
  const keeper = useMemo(
    () =>
      draftKeeper<ChannelInput<"tapes.keepDraft">>({
        store: (kept) => call("tapes.keepDraft", kept),
        forget: () => call("tapes.dropDraft", { dealId }),
      }),
    [dealId],
  );
  useEffect(() => keeper.watch(), [keeper]);
  /** A draft whose file is gone waits for the file to be chosen again. */
  const left = useRef<LeftMapping | null>(null);
  const isChosen = useRef(false);
  const known = useLatest(imported);
  const keep = useCallback((fileToken: string, kept: StoredDraft) => keeper.keep({ dealId, fileToken, draft: kept }), [dealId, keeper]);

  const read = useCallback(
    (file: ChosenFile, choices: TextChoices, password?: string) =>
      Promise.all([
        call("tapes.inspect", { fileToken: file.fileToken, ...choices, ...(password === undefined ? {} : { password }) }),
        call("deals.get", { dealId }),
      ]).then(async ([inspection, deal]): Promise<TapeRead> => {
        const last = await call("tapes.lastMapping", { dealId, fileToken: file.fileToken });
        return { file, choices, inspection, deal, last };
      }),
    [dealId],
  );
  const show = useCallback(
    (found: TapeRead, unit: TapeUnit | null = null) => {
      const { file, choices, inspection, deal } = found;
      const proposed = mappingToShow(left.current, found);
      const shown = { ...proposed, mapping: withUnit(proposed.mapping, unit) };
      left.current = null;
      keep(file.fileToken, { ...choices, mapping: shown.mapping, headers: headersOf(inspection) });
      setDraft({ file, ...choices, inspection, deal, busy: null, failure: null, ...shown });
    },
    [keep],
  );
  const inspect = useCallback(
    async (file: ChosenFile, choices: TextChoices, unit: TapeUnit | null = null, password?: string) => {
      isChosen.current = true;
      setDraft({ ...nothing, file, ...choices, busy: "inspect" });
      try {
        show(await read(file, choices, password), unit);
      } catch (failure) {
        setDraft({ ...nothing, file, ...choices, failure });
      }
    },
    [read, show],
  );
  useEffect(() => {
    if (!isWanted) return;
    isChosen.current = false;
    const putBack = async () => {
      const arrived = takeLeftTape(dealId);
      if (arrived !== null) return inspect(arrived.file, recognised, arrived.unit);
      const kept = await call("tapes.draft", { dealId });
      if (kept === null || isChosen.current || (kept.sha256 !== null && known.current.includes(kept.sha256))) return;
      left.current = kept;
      const { fileToken, fileName, keptAt, encoding, delimiter } = kept;
      if (fileToken === null) setDraft({ ...nothing, putBack: { kind: "gone", fileName, keptAt } });
      else await inspect({ fileToken, fileName }, { encoding, delimiter });
    };
    putBack().catch(showError);
  }, [dealId, isWanted, inspect, known]);

  /** Reads more files with those that are mapped, whose sheets keep their mapping. */
  const addTo = (file: ChosenFile) => {
    const { encoding, delimiter, mapping, inspection } = draft;
    if (mapping !== null && inspection !== null) {
      const headers = headersOf(inspection);
      left.current = { encoding, delimiter, mapping, headers, fileToken: file.fileToken, fileName: file.fileName, sha256: null, keptAt: "", isAddedTo: true };
    }
    return inspect(file, { encoding, delimiter });
  };
  const discard = () => {
    keeper.drop();
    left.current = null;
    setDraft(nothing);
  };
  return { draft, setDraft, inspect, addTo, read, show, keep, discard };
}
