import { DenseInput } from "./DenseInput.tsx";
import { useTypedText } from "./use-typed-text.ts";

interface NumberInputProps {
  readonly label: string;
  /** Text of the number while the field isn't typed in. */
  readonly stored: string;
  readonly isInvalid: boolean;
  readonly onType: (text: string) => void;
  readonly readOnly?: boolean;
  readonly placeholder?: string | undefined;
  /** Shown when the pointer rests on the field. */
  readonly hint?: string | undefined;
  readonly width?: number | string;
  readonly testId?: string | undefined;
}

/** One number in a line, to the right, typed in the unit that stands beside it. */
export function NumberInput({ label, stored, isInvalid, onType, readOnly = false, placeholder, hint, width = "100%", testId }: NumberInputProps) {
  const text = useTypedText(stored, isInvalid, onType);
  return (
    <DenseInput
      {...text}
      readOnly={readOnly}
      error={isInvalid}
      {...(hint === undefined ? {} : { title: hint })}
      {...(placeholder === undefined ? {} : { placeholder })}
      inputProps={{ "aria-label": label, "aria-invalid": isInvalid, inputMode: "decimal", "data-testid": testId }}
      sx={{ width, "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } }}
    />
  );
}
