import { type ChangeEvent, type FocusEvent, useState } from "react";

/** Text of a field that keeps what is typed while it has the focus, and what is refused until it is mended. */
export function useTypedText(stored: string, isInvalid: boolean, onType: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? stored;
  return {
    value: text,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(text);
      event.target.select();
    },
    onBlur: () => setTyped((current) => (isInvalid ? current : null)),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
      onType(event.target.value);
    },
  };
}
