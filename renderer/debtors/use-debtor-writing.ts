import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import type { ChangedLines, DebtorRow, DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import type { DebtorPatch } from "../../shared/domain/debtor-sheet.ts";
import { call } from "../desk/desk-client.ts";
import { movesDone } from "../desk/moves-done.ts";
import { showError, showNotice, useMoneyUnit } from "../desk/session-store.ts";
import type { DebtorColumn } from "./debtor-columns.ts";
import { joinedPatch, patchOf, readDebtorText, typedPlaceOf } from "./debtor-typing.ts";

/** A text that was typed and isn't in the database: on its way there, or refused with the reason. */
export interface TypedMark {
  readonly text: string;
  readonly problem: string | null;
  /** What was read when it was typed: what is on its way has arrived with the next answer. */
  readonly sheet: DebtorSheet | null;
}

export interface WrittenText {
  readonly row: DebtorRow;
  readonly column: DebtorColumn;
  readonly text: string;
}

interface WritingParts {
  readonly dealId: number;
  readonly sheet: DebtorSheet | null;
  readonly onSaved: ((changed: ChangedLines) => void) | null;
}

const keyOf = (loanId: number, column: string) => `${loanId}/${column}`;

type Marks = ReadonlyMap<string, TypedMark>;
/** Outlives the screen, so that a refused text is still there on return. */
const useMarks = create<{ readonly dealId: number; readonly marks: Marks }>()(() => ({ dealId: 0, marks: new Map() }));
const noMarks: Marks = new Map();
const addMarks = (dealId: number, added: Marks) =>
  useMarks.setState((now) => ({ dealId, marks: new Map([...(now.dealId === dealId ? now.marks : noMarks), ...added]) }));

/** Stores what is typed in cells, all of it in one step; what can't be read stays in its cell. */
export function useDebtorWriting({ dealId, sheet, onSaved }: WritingParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const marks = useMarks((state) => (state.dealId === dealId ? state.marks : noMarks));
  const markAt = useCallback(
    (row: DebtorRow, column: DebtorColumn) => {
      const mark = marks.get(keyOf(row.loanId, column.key));
      return mark?.problem === null && mark.sheet !== sheet ? undefined : mark;
    },
    [marks, sheet],
  );

  /** `left`: so many other texts have no cell that takes them. */
  const write = async (cells: readonly WrittenText[], left = 0): Promise<void> => {
    const marked = new Map<string, TypedMark>();
    const lines = new Map<number, DebtorPatch>();
    for (const { row, column, text } of cells) {
      const place = typedPlaceOf(column.key);
      if (place === null) continue;
      const read = readDebtorText(place, text, { unit, t });
      const patch = "problem" in read ? read : patchOf(place, row, read.value, t);
      const isRefused = "problem" in patch;
      marked.set(keyOf(row.loanId, column.key), { text, problem: isRefused ? patch.problem : null, sheet });
      if (!isRefused) lines.set(row.loanId, joinedPatch(lines.get(row.loanId) ?? {}, patch));
    }
    addMarks(dealId, marked);
    const refused = [...marked.values()].filter(({ problem }) => problem !== null);
    const [first] = refused;
    if (first?.problem != null) showNotice(t("debtors.typing.refused", { count: refused.length, text: first.text, problem: first.problem }));
    else if (left > 0) showNotice(t("debtors.typing.left", { count: left }));
    if (lines.size === 0 || onSaved === null) return;
    try {
      await movesDone();
      onSaved(await call("debtors.type", { dealId, lines: [...lines].map(([loanId, patch]) => ({ loanId, patch })) }));
    } catch (failure) {
      const problem = t("debtors.typing.notStored");
      addMarks(dealId, new Map([...marked].map(([key, mark]) => [key, mark.problem === null ? { ...mark, problem } : mark])));
      showError(failure);
    }
  };
  return { markAt, write };
}
