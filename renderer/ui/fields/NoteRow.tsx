import { styled } from "@mui/material/styles";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type NoteSlot, NoteSlotContext } from "./note-slot.ts";

/** Takes no room while there is nothing to say. */
const Notes = styled("tr")({
  "&:has(> td:empty)": { display: "none" },
  "&&& > td": { height: "auto", width: "auto", padding: "0 0 4px", textAlign: "left", whiteSpace: "normal" },
});

interface NoteRowProps {
  /** Columns of the table. */
  readonly columns: number;
  /** The row of fields. */
  readonly children: ReactNode;
}

/** A table's row of fields, and below it what is to be said of them. */
export function NoteRow({ columns, children }: NoteRowProps) {
  const { t } = useTranslation();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const slot = useMemo<NoteSlot>(() => ({ element, isShared: true }), [element]);
  return (
    <>
      <NoteSlotContext value={slot}>{children}</NoteSlotContext>
      <Notes>
        <td colSpan={columns} ref={setElement} aria-label={t("typed.notes")} />
      </Notes>
    </>
  );
}
