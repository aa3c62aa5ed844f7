import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { NumberRange } from "../../../shared/domain/number-range.ts";
import { stepOf, stepped } from "../../../shared/typed/number-step.ts";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeMoney, writeNumber } from "../../../shared/typed/written-number.ts";
import { numberProblem } from "./number-problem.ts";
import { TypedInput } from "./TypedInput.tsx";
import { type Entered, isUnread } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface NumberInputProps {
  readonly label: string;
  readonly kind: TypedKind;
  readonly value: Entered<number>;
  readonly onChange: (next: Entered<number>) => void;
  /** Called as the field is left: what is typed next is another edit. */
  readonly onLeave?: (() => void) | undefined;
  /** The value of the set that the number came from, where it came from one: a number that was changed says it and can go back to it. */
  readonly original?: number | null | undefined;
  /** Said where the number lies outside. */
  readonly range: NumberRange | null;
  /** The schema refuses it. */
  readonly isInvalid: boolean;
  /** Why it is refused together with others, though it passes by itself. */
  readonly joint?: string | null;
  readonly doubt?: string | null;
  readonly readOnly?: boolean;
  readonly placeholder?: string | undefined;
  readonly width?: number | string;
  readonly testId?: string | undefined;
}

/** An end of a range with its unit where that is a sign. */
const endText = (kind: TypedKind) => (end: number) => {
  if (kind === "percent") return `${writeNumber(end, kind)}%`;
  return Math.abs(end) < 10_000 ? writeNumber(end, kind) : writeMoney(end * 100, "yuan");
};

/** One number in a line, typed in the unit that stands beside it. */
export const NumberInput = memo(function NumberInput({
  label,
  kind,
  value,
  onChange,
  onLeave,
  original,
  range,
  isInvalid,
  joint = null,
  width = "100%",
  ...rest
}: NumberInputProps) {
  const { t } = useTranslation();
  const { input, refusal, isComposing, replace } = useTypedField<number>({
    value,
    read: (text) => readNumber(text, kind),
    write: (number) => writeNumber(number, kind),
    onChange,
    step: (steps) => (rest.readOnly === true || isUnread(value) ? null : stepped(value ?? 0, stepOf[kind], steps)),
    onLeave,
  });
  const problem = isComposing ? null : (numberProblem({ value, refusal, range, isInvalid, write: endText(kind) }, t) ?? joint);
  const isChanged = original !== undefined && original !== value && !(rest.readOnly ?? false);
  const origin = isChanged
    ? { text: t("typed.setValue", { value: original === null ? t("typed.setEmpty") : endText(kind)(original) }), reset: () => replace(original) }
    : undefined;
  return <TypedInput {...rest} origin={origin} label={label} input={input} problem={problem} isInvalid={isInvalid} sx={{ width }} />;
});
