import UndoIcon from "@mui/icons-material/Undo";
import ButtonBase from "@mui/material/ButtonBase";
import type { SxProps, Theme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DenseInput } from "./DenseInput.tsx";
import { FieldNote } from "./FieldNote.tsx";
import type { useTypedField } from "./use-typed-field.ts";

interface TypedInputProps {
  readonly label: string;
  readonly input: ReturnType<typeof useTypedField>["input"];
  /** What is wrong, in a sentence; null where nothing can be said. */
  readonly problem: string | null;
  readonly isInvalid: boolean;
  /** What is unusual about a number that is taken. */
  readonly doubt?: string | null;
  /** What stood here in the set that the number came from, in words, and the way back to it. */
  readonly origin?: { readonly text: string; readonly reset: () => void } | undefined;
  readonly readOnly?: boolean;
  readonly placeholder?: string | undefined;
  /** Stands within the field. */
  readonly unit?: string;
  /** Shown when the pointer rests on the field. */
  readonly hint?: string | undefined;
  readonly testId?: string | undefined;
  readonly sx?: SxProps<Theme>;
}

/** A number in a line, to the right; what is wrong or unusual about it stands beside it as a sentence. */
export function TypedInput({
  label,
  input,
  problem,
  isInvalid,
  doubt = null,
  origin,
  readOnly = false,
  placeholder,
  unit,
  hint,
  testId,
  sx = [],
}: TypedInputProps) {
  const noteId = useId();
  const originId = useId();
  const isRefused = isInvalid || problem !== null;
  const note = problem ?? (isRefused ? null : doubt);
  const descriptions = [...(note === null ? [] : [noteId]), ...(origin === undefined ? [] : [originId])];
  const hints = [hint, origin?.text].filter((text) => text !== undefined);
  return (
    <>
      <DenseInput
        {...input}
        onKeyDown={(event) => {
          if (!event.altKey || event.key !== "Backspace" || origin === undefined) {
            input.onKeyDown(event);
            return;
          }
          // Some systems undo typing by it.
          event.preventDefault();
          origin.reset();
        }}
        {...(origin === undefined ? {} : { startAdornment: <ResetButton label={label} origin={origin} /> })}
        readOnly={readOnly}
        error={isRefused}
        data-doubt={!isRefused && doubt !== null}
        {...(hints.length === 0 ? {} : { title: hints.join("\n") })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(unit === undefined
          ? {}
          : {
              endAdornment: (
                <Typography variant="fine" sx={{ flexShrink: 0, whiteSpace: "nowrap" }}>
                  {unit}
                </Typography>
              ),
            })}
        inputProps={{
          "aria-label": label,
          "aria-invalid": isRefused,
          inputMode: "decimal",
          "data-testid": testId,
          ...(descriptions.length === 0 ? {} : { "aria-describedby": descriptions.join(" ") }),
        }}
        sx={[{ "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } }, ...(Array.isArray(sx) ? sx : [sx])]}
      />
      {origin === undefined ? null : (
        <span id={originId} hidden>
          {origin.text}
        </span>
      )}
      {note === null ? null : <FieldNote id={noteId} label={label} tone={isRefused ? "error" : "warning"} text={note} />}
    </>
  );
}

interface ResetButtonProps {
  readonly label: string;
  readonly origin: { readonly text: string; readonly reset: () => void };
}

/** Marks a number that was changed, and brings the set's value back. The keyboard has Alt+Backspace for it, so that it is no stop of its own. */
function ResetButton({ label, origin }: ResetButtonProps) {
  const { t } = useTranslation();
  return (
    <ButtonBase
      tabIndex={-1}
      aria-label={t("typed.reset", { field: label })}
      title={`${origin.text} · ${t("typed.resetHint")}`}
      onClick={origin.reset}
      data-testid="reset-field"
      sx={{ pl: 0.25, color: "warning.main", borderRadius: 0.5 }}
    >
      <UndoIcon fontSize="tiny" />
    </ButtonBase>
  );
}
