import Box from "@mui/material/Box";
import { type ReactNode, useMemo, useState } from "react";
import { type NoteSlot, NoteSlotContext } from "./note-slot.ts";

interface NoteAreaProps {
  readonly isShared?: boolean;
  readonly children: ReactNode;
}

/** Fields, and below them what is to be said of them. */
export function NoteArea({ isShared = false, children }: NoteAreaProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const slot = useMemo<NoteSlot>(() => ({ element, isShared }), [element, isShared]);
  return (
    <div>
      <NoteSlotContext value={slot}>{children}</NoteSlotContext>
      <Box ref={setElement} sx={{ "&:not(:empty)": { pb: 0.5 } }} />
    </div>
  );
}
