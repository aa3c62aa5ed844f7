import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { SheetOutcome, SheetRow, TypedCell } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { call } from "../desk/desk-client.ts";
import { useEditingScreen } from "../desk/edit-history.ts";
import { movesDone } from "../desk/moves-done.ts";
import { showError, showNotice, useMoneyUnit } from "../desk/session-store.ts";
import { isMasked } from "./masked-text.ts";
import { sheetLookNow } from "./sheet-store.ts";
import { dropWritten, noteWritten, type WrittenCell } from "./written-cells.ts";

type Cause = ChannelInput<"sheet.edit">["cause"];

interface SheetEditParts {
  readonly dealId: number;
  readonly list: SheetList;
  /** Reads the rows again. */
  readonly reread: () => Promise<void>;
  /** Prices the package again. */
  readonly onEdited: (startedAt?: number) => void;
}

interface WrittenPlace extends TypedCell {
  readonly dealId: number;
  readonly list: SheetList;
}

const nothingDone: SheetOutcome = { changed: 0, unchanged: 0, refused: [] };

/** Writes what is typed, pasted and filled, one after the other; what is refused is kept with its reason. */
export function useSheetEdits({ dealId, list, reread, onEdited }: SheetEditParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef({ reread, onEdited });
  useEffect(() => {
    latest.current = { reread, onEdited };
  });
  /** The refused text that was typed last, as long as nothing was done after it: undo gives it up before it takes back an edit. */
  const lastRefused = useRef<WrittenPlace | null>(null);
  const screen = useMemo(() => {
    const giveUp = () => {
      const place = lastRefused.current;
      lastRefused.current = null;
      return place !== null && dropWritten(place.dealId, place.list, [place]);
    };
    return { settle: () => queue.current.then(giveUp), reload: () => latest.current.reread() };
  }, []);
  useEditingScreen(screen);

  const inTurn = useCallback(<T>(run: () => Promise<T>): Promise<T> => {
    const done = Promise.all([queue.current, movesDone()]).then(run);
    queue.current = done.catch(() => undefined);
    return done;
  }, []);

  /** Edits something by another channel, and shows what came of it. */
  const change = useCallback(
    <T>(run: () => Promise<T>): Promise<T | undefined> =>
      inTurn(async () => {
        try {
          const outcome = await run();
          lastRefused.current = null;
          latest.current.onEdited();
          await latest.current.reread();
          return outcome;
        } catch (failure) {
          showError(failure);
          return undefined;
        }
      }),
    [inTurn],
  );

  const write = useCallback(
    (cells: readonly TypedCell[], cause: Cause, skipUnreadable: boolean): Promise<SheetOutcome> =>
      inTurn(async () => {
        const startedAt = performance.now();
        if (cells.length === 0) return nothingDone;
        const outcome = await call("sheet.edit", { dealId, list, cells: [...cells], unit, why: sheetLookNow(dealId).why, cause, skipUnreadable });
        if (outcome.changed === 0) return outcome;
        lastRefused.current = null;
        latest.current.onEdited(startedAt);
        await latest.current.reread();
        return outcome;
      }),
    [dealId, list, unit, inTurn],
  );

  /** A text typed into one cell: shown there at once, and kept where it is refused. */
  const type = useCallback(
    async ({ rowId, contractNo }: Pick<SheetRow, "rowId" | "contractNo">, field: TypedCell["field"], text: string) => {
      const written = { list, rowId, field, contractNo, text };
      const refuse = (refusal: NonNullable<WrittenCell["refusal"]>) => {
        noteWritten(dealId, [{ ...written, refusal }]);
        lastRefused.current = { dealId, list, rowId, field, text };
      };
      if (isMasked(text)) {
        refuse({ code: "tapeSheet.masked", word: "" });
        return;
      }
      noteWritten(dealId, [{ ...written, refusal: null }]);
      try {
        const { refused } = await write([{ rowId, field, text }], "typed", false);
        const [refusal] = refused;
        if (refusal === undefined) dropWritten(dealId, list, [{ rowId, field, text }]);
        else refuse(refusal);
      } catch (failure) {
        refuse({ code: "tapeSheet.notWritten", word: "" });
        showError(failure);
      }
    },
    [dealId, list, write],
  );

  /** Says how many cells were written. */
  const tell = useCallback((changed: number) => showNotice(t("tapeSheet.changed", { count: changed })), [t]);
  return { write, type, change, tell };
}
export type SheetEdits = ReturnType<typeof useSheetEdits>;
