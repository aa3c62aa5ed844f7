import Typography from "@mui/material/Typography";
import { useContext } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { NoteSlotContext } from "./note-slot.ts";

interface FieldNoteProps {
  readonly id: string;
  /** Name of the field. */
  readonly label: string;
  readonly tone: "error" | "warning";
  readonly text: string;
}

/** A sentence about what a field holds, where the fields around keep room for it, else right below. */
export function FieldNote({ id, label, tone, text }: FieldNoteProps) {
  const { t } = useTranslation();
  const slot = useContext(NoteSlotContext);
  const note = (
    <Typography id={id} variant="fine" component="p" aria-live="polite" color={tone} data-testid="field-note" sx={{ m: 0 }}>
      {slot?.isShared ? t("typed.noteOf", { field: label, note: text }) : text}
    </Typography>
  );
  if (slot === null) return note;
  return slot.element === null ? null : createPortal(note, slot.element);
}
