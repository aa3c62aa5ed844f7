import { createContext } from "react";

/** Where the notes of some fields stand: beside them, in full width. */
export interface NoteSlot {
  /** Null until it is drawn. */
  readonly element: HTMLElement | null;
  /** Several fields share it, so that each note names its own. */
  readonly isShared: boolean;
}

export const NoteSlotContext = createContext<NoteSlot | null>(null);
