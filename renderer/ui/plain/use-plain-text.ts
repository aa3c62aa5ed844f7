import { type ChangeEvent, type KeyboardEvent, useState } from "react";

interface PlainTextParts {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** A text that is being typed: what stands in the field, what stood there before, and what its holder is still to become. */
interface PlainTyping {
  readonly text: string;
  readonly before: string;
  readonly told: readonly string[];
}

/**
 * A text as it is typed. Who holds the value may be a moment behind the keys, and none of them must be lost for that: the field
 * shows its own text while it has the focus and the value goes the same way, one key after the other. A value that goes back (an
 * edit was undone) or elsewhere is shown instead. Esc brings back what stood there as the field was entered, where it stands in no dialog.
 */
export function usePlainText({ value, onChange, onLeave }: PlainTextParts) {
  const [typing, setTyping] = useState<PlainTyping | null>(null);
  const reached = typing?.told.indexOf(value) ?? -1;
  if (typing !== null && reached > 0) setTyping({ ...typing, told: typing.told.slice(reached) });
  const begun: PlainTyping = typing !== null && reached >= 0 ? typing : { text: value, before: value, told: [value] };
  const take = (text: string) => {
    setTyping({ ...begun, text, told: [...begun.told, text] });
    onChange(text);
  };
  return {
    value: begun.text,
    "data-own-text": begun.text !== begun.before,
    onFocus: () => setTyping({ text: value, before: value, told: [value] }),
    onBlur: () => {
      setTyping(null);
      onLeave?.();
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => take(event.target.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.nativeEvent.isComposing || begun.before === begun.text) return;
      // There Esc is about the whole form, which asks before it drops anything.
      if (event.currentTarget.closest('[role="dialog"]') !== null) return;
      event.stopPropagation();
      take(begun.before);
    },
  };
}
