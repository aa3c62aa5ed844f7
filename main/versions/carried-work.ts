import { type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import type { ChoiceSide } from "../../shared/domain/tape-versions.ts";
import type { DeskEdit } from "./desk-edits.ts";
import type { TwoTapes } from "./match-tapes.ts";
import { editKey } from "./version-queries.ts";

/** Conflicts that nobody decided. */
export const openConflicts = (edits: readonly DeskEdit[], choices: ReadonlyMap<string, ChoiceSide>): DeskEdit[] =>
  edits.filter((edit) => edit.outcome === "conflict" && !choices.has(editKey(edit)));

/** The desk's edits of an older version as they are to be made in the newer one: those that carry over, and conflicts that the desk's value won. */
export function workToCarry({ olderTapeId, newerTapeId }: TwoTapes, edits: readonly DeskEdit[], choices: ReadonlyMap<string, ChoiceSide>) {
  const kept = edits.filter((edit) => edit.outcome === "carried" || (edit.outcome === "conflict" && choices.get(editKey(edit)) === "desk"));
  const groups = new Map<string, DeskEdit[]>();
  for (const edit of kept) {
    if (edit.deed !== "typed") continue;
    const key = JSON.stringify([edit.author, edit.why, edit.list]);
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  const typed = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { author, why, list } = first;
    const cells = group.flatMap(({ newerRow, column, desk }) => {
      const field = sheetColumns[list].find((known) => known.column === column)?.field;
      return newerRow === null || field === undefined ? [] : [{ rowId: newerRow, field, value: desk }];
    });
    return [{ author, why, list, cells }];
  });
  const byList = <T>(of: (list: SheetList) => readonly T[]) => ({
    loan: of("loan"),
    collateral: of("collateral"),
    guarantor: of("guarantor"),
  });
  return {
    fromTapeId: olderTapeId,
    tapeId: newerTapeId,
    typed,
    added: byList((list) =>
      kept.flatMap((edit) =>
        edit.deed === "added" && edit.list === list ? [{ rowId: edit.olderRow, fromLoanId: edit.olderLoan, loanId: edit.newerLoan }] : [],
      ),
    ),
    removed: byList((list) => kept.flatMap((edit) => (edit.deed === "removed" && edit.list === list && edit.newerRow !== null ? [edit.newerRow] : []))),
  };
}
