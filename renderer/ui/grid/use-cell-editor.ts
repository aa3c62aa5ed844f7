import { type FocusEvent, useState } from "react";
import type { GridPlace, TypingCellAt, TypingDeeds, TypingHelp } from "./typing-cells.ts";

export interface CellEditing {
  readonly place: GridPlace;
  readonly text: string;
  /** What stood there before. */
  readonly before: string;
  /** The text takes the place of what stood there, and an arrow goes to the next cell; otherwise an arrow moves within the text. */
  readonly isTypedOver: boolean;
  /** Of the options; null: what is typed counts. */
  readonly chosen: number | null;
}

interface CellEditorParts {
  readonly place: GridPlace | null;
  readonly cellAt: TypingCellAt;
  readonly deeds: TypingDeeds;
}

/** The text that is being typed into a cell, from the first key until it is stored or given up. */
export function useCellEditor({ place, cellAt, deeds }: CellEditorParts) {
  const [editing, setEditing] = useState<CellEditing | null>(null);
  const help: TypingHelp | null = editing === null ? null : deeds.helpWith(editing.place, editing.text);
  const startAt = (text: string | null) => {
    const cell = place === null ? undefined : cellAt(place.column, place.row);
    if (place === null || cell === undefined || cell.isReadOnly) return;
    setEditing({ place, text: text ?? cell.typed, before: cell.typed, isTypedOver: text !== null, chosen: null });
  };
  const type = (text: string) => (editing === null ? startAt(text) : setEditing({ ...editing, text, chosen: null }));
  const commit = () => {
    if (editing === null) return;
    const { text, before, isTypedOver } = editing;
    const meant = help?.options[chosenOption(editing, help) ?? -1] ?? text;
    setEditing(null);
    if (isTypedOver || meant !== before) deeds.onCommit(editing.place, meant);
  };
  return {
    editing,
    help,
    /** Begins with what stands there. */
    open: () => startAt(null),
    /** Begins with a text in the place of what stands there. */
    typeOver: (text: string) => startAt(text),
    type,
    commit,
    /** Stores an option in the place of what is typed. */
    take: (index: number) => {
      const option = help?.options[index];
      if (editing === null || option === undefined) return;
      setEditing(null);
      deeds.onCommit(editing.place, option);
    },
    giveUp: () => setEditing(null),
    choose: (chosen: number | null) => setEditing((now) => (now === null ? now : { ...now, chosen })),
    /** From now on arrows move within the text. */
    stay: () => setEditing((now) => (now === null ? now : { ...now, isTypedOver: false })),
    /** A composition that ends with nothing was given up: the cell stays as it was. */
    endComposition: (text: string) => {
      if (text === "" && editing?.isTypedOver === true) setEditing(null);
    },
    leave: (_event: FocusEvent) => {
      // Another window in front doesn't end the typing.
      if (document.hasFocus()) commit();
    },
  };
}
export type CellEditorState = ReturnType<typeof useCellEditor>;

/** The option that Enter takes: the chosen one, or the first of a column that takes nothing else. */
export function chosenOption({ chosen, text, isTypedOver }: CellEditing, { options, isClosed }: TypingHelp): number | null {
  if (chosen !== null) return chosen;
  return isClosed && isTypedOver && text.trim() !== "" && options.length > 0 ? 0 : null;
}
