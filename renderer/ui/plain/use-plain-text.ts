import { type ChangeEvent, type KeyboardEvent, useState } from "react";

interface PlainTextParts {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** A text as it is typed. Esc brings back what stood there as the field was entered, where it stands in no dialog. */
export function usePlainText({ value, onChange, onLeave }: PlainTextParts) {
  const [before, setBefore] = useState<string | null>(null);
  return {
    value,
    "data-own-text": before !== null && before !== value,
    onFocus: () => setBefore(value),
    onBlur: () => {
      setBefore(null);
      onLeave?.();
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.nativeEvent.isComposing || before === null || before === value) return;
      // There Esc is about the whole form, which asks before it drops anything.
      if (event.currentTarget.closest('[role="dialog"]') !== null) return;
      event.stopPropagation();
      onChange(before);
    },
  };
}
