import { type ChangeEvent, type CompositionEvent, type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { stepsOfKey } from "../../../shared/typed/number-step.ts";
import type { DayRefusal, NumberRefusal, Refused, TypedResult } from "../../../shared/typed/typed-result.ts";
import { useHistoryTurn } from "../../desk/edit-history.ts";
import { type Entered, isUnread } from "./unread.ts";

type TextElement = HTMLInputElement | HTMLTextAreaElement;
export type TypedRefusal = Refused<NumberRefusal | DayRefusal>;

interface TypedFieldParts<Value> {
  readonly value: Entered<Value>;
  readonly read: (text: string) => TypedResult<Value, NumberRefusal | DayRefusal>;
  readonly write: (value: Value) => string;
  /** Called with every key; a text that is refused comes as such. */
  readonly onChange: (next: Entered<Value>) => void;
  /** The value so many steps further, where the field can be stepped; null where it can't now. */
  readonly step?: (steps: number) => Value | null;
  /** Called as the field is left: what is typed next is another edit. */
  readonly onLeave?: (() => void) | undefined;
}

/** A text that is being typed, what stood there before it, and how many edits had been undone by then. */
interface Typing {
  readonly text: string;
  readonly from: string;
  readonly turn: number;
}

const entered = <Value>(result: TypedResult<Value, NumberRefusal | DayRefusal>, text: string): Entered<Value> =>
  result.kind === "exact" ? result.value : result.kind === "empty" ? null : { unread: text };

const isSame = <Value>(one: Entered<Value>, other: Entered<Value>): boolean => (isUnread(one) && isUnread(other) ? one.unread === other.unread : one === other);

/**
 * Text of a field that keeps what is typed while it has the focus, and what is refused until it is mended. Escape brings back
 * what stood there before the typing. While an input method composes, nothing is read. An edit that is undone or redone ends the typing.
 */
export function useTypedField<Value>({ value, read, write, onChange, step, onLeave }: TypedFieldParts<Value>) {
  const turn = useHistoryTurn();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [isComposing, setComposing] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const before = useRef<{ readonly text: string; readonly value: Entered<Value>; readonly turn: number } | null>(null);
  // What is typed while an undo is on its way outlives it: the field has its value.
  const own = typing !== null && (typing.turn === turn || isSame(entered(read(typing.text), typing.text), value)) ? typing : null;
  const typed = own?.text ?? null;
  const shown = typed ?? (isUnread(value) ? value.unread : value === null ? "" : write(value));
  // A number that came from elsewhere may have more digits than anybody types: it isn't read until it is changed.
  const result = isComposing || (!isUnread(value) && !(isTouched && typed !== null)) ? null : read(shown);

  const setTyped = (text: string | null) => setTyping(text === null ? null : { text, from: own?.from ?? shown, turn });
  const take = (text: string) => {
    if (before.current?.turn !== turn) before.current = { text: shown, value, turn };
    setTouched(true);
    onChange(entered(read(text), text));
  };
  return {
    refusal: result?.kind === "refused" ? (result as TypedRefusal) : null,
    isComposing,
    /** A day of the calendar, say, that takes the place of what is typed. */
    replace: (next: Entered<Value>) => {
      setTyped(null);
      onChange(next);
    },
    input: {
      value: shown,
      /** Whether the field's own undo has something to take back. */
      "data-own-text": own !== null && own.text !== own.from,
      onFocus: (event: FocusEvent<TextElement>) => {
        before.current = { text: shown, value, turn };
        setTyped(shown);
        setTouched(false);
        event.target.select();
      },
      onBlur: () => {
        setTyped(null);
        onLeave?.();
      },
      onChange: (event: ChangeEvent<TextElement>) => {
        setTyped(event.target.value);
        if (!isComposing) take(event.target.value);
      },
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: (event: CompositionEvent) => {
        setComposing(false);
        // The handler may stand at the field's frame.
        take((event.target as TextElement).value);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const steps = event.nativeEvent.isComposing ? null : stepsOfKey(event);
        const next = steps === null ? null : (step?.(steps) ?? null);
        if (next !== null) {
          event.preventDefault();
          // No typing that the field's own undo could take back.
          setTyping({ text: write(next), from: write(next), turn });
          setTouched(true);
          onChange(next);
          return;
        }
        const kept = before.current;
        if (event.key !== "Escape" || event.nativeEvent.isComposing || kept === null || typed === null || typed === kept.text) return;
        event.stopPropagation();
        setTyping({ text: kept.text, from: kept.text, turn });
        setTouched(false);
        onChange(kept.value);
      },
    },
  };
}
