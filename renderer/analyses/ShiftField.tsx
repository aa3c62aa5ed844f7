import { type NumberKind, numberOfText, textOfNumber } from "../model/number-text.ts";
import { NumberInput } from "../ui/fields/NumberInput.tsx";

interface ShiftFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly kind: NumberKind;
  /** NaN for what is no number, null for an emptied field. */
  readonly onChange: (next: number | null) => void;
  readonly isInvalid: boolean;
  readonly placeholder?: string;
  readonly testId?: string;
}

/** One number in a table of shifts or ranges, typed in its own unit. */
export function ShiftField({ value, kind, onChange, ...rest }: ShiftFieldProps) {
  return <NumberInput {...rest} stored={textOfNumber(value, kind)} onType={(text) => onChange(text.trim() === "" ? null : numberOfText(text, kind))} />;
}
