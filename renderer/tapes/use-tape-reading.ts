import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { ChosenFile, KeptTapeDraft, TapeDraft as StoredDraft } from "../../shared/contract/tape-channels.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { takeLeftTape } from "../arrivals/arriving-tape.ts";
import { call } from "../desk/desk-client.ts";
import { draftKeeper } from "../desk/draft-keeper.ts";
import { showError } from "../desk/session-store.ts";
import { headersOf, mappingAgain, type PutBack, withUnit } from "./left-mapping.ts";
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
}

/** A file as it was read for the deal. */
export interface TapeRead {
  readonly file: ChosenFile;
  readonly choices: TextChoices;
  readonly inspection: TapeInspection;
  readonly deal: Deal;
}

export const recognised: TextChoices = { encoding: null, delimiter: null };
export const nothing: TapeUnderWay = { file: null, ...recognised, inspection: null, mapping: null, deal: null, busy: null, failure: null, putBack: null };

/** The mapping on show, and what is said of one that was left before. */
function mappingToShow(left: KeptTapeDraft | null, inspection: TapeInspection, deal: Deal): Pick<TapeUnderWay, "mapping" | "putBack"> {
  const { suggestedMapping } = inspection;
  const proposed = { ...suggestedMapping, cutOffDate: suggestedMapping.cutOffDate ?? deal.cutOffDate };
  const again = left === null ? null : mappingAgain(left, inspection, proposed);
  if (left === null || again === null) return { mapping: proposed, putBack: null };
  const { fileName, keptAt, sha256 } = left;
  return { mapping: again, putBack: { kind: sha256 === inspection.sha256 ? "same" : "changed", fileName, keptAt } };
}

/** Reads the file that is chosen, or puts the one back that was being mapped. `isWanted`: the deal has no tape. */
export function useTapeReading(dealId: number, isWanted: boolean) {
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
  const left = useRef<KeptTapeDraft | null>(null);
  const isChosen = useRef(false);
  const keep = useCallback((fileToken: string, kept: StoredDraft) => keeper.keep({ dealId, fileToken, draft: kept }), [dealId, keeper]);

  const read = useCallback(
    (file: ChosenFile, choices: TextChoices) =>
      Promise.all([call("tapes.inspect", { fileToken: file.fileToken, ...choices }), call("deals.get", { dealId })]).then(
        ([inspection, deal]): TapeRead => ({ file, choices, inspection, deal }),
      ),
    [dealId],
  );
  const show = useCallback(
    ({ file, choices, inspection, deal }: TapeRead, unit: TapeUnit | null = null) => {
      const proposed = mappingToShow(left.current, inspection, deal);
      const shown = { ...proposed, mapping: withUnit(proposed.mapping, unit) };
      left.current = null;
      keep(file.fileToken, { ...choices, mapping: shown.mapping, headers: headersOf(inspection) });
      setDraft({ file, ...choices, inspection, deal, busy: null, failure: null, ...shown });
    },
    [keep],
  );
  const inspect = useCallback(
    async (file: ChosenFile, choices: TextChoices, unit: TapeUnit | null = null) => {
      isChosen.current = true;
      setDraft({ ...nothing, file, ...choices, busy: "inspect" });
      try {
        show(await read(file, choices), unit);
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
      if (kept === null || isChosen.current) return;
      left.current = kept;
      const { fileToken, fileName, keptAt, encoding, delimiter } = kept;
      if (fileToken === null) setDraft({ ...nothing, putBack: { kind: "gone", fileName, keptAt } });
      else await inspect({ fileToken, fileName }, { encoding, delimiter });
    };
    putBack().catch(showError);
  }, [dealId, isWanted, inspect]);

  const discard = () => {
    keeper.drop();
    left.current = null;
    setDraft(nothing);
  };
  return { draft, setDraft, inspect, read, show, keep, discard };
}
