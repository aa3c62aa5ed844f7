import TextField from "@mui/material/TextField";
import type { ComponentProps } from "react";
import { usePlainText } from "./use-plain-text.ts";

type TextProps = Pick<ComponentProps<typeof TextField>, "label" | "disabled" | "error" | "sx" | "autoFocus">;

interface PlainTextFieldProps extends TextProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly testId: string;
}

/** A text in one line. */
export function PlainTextField({ value, onChange, onLeave, testId, ...rest }: PlainTextFieldProps) {
  const input = usePlainText({ value, onChange, onLeave });
  return <TextField {...rest} {...input} slotProps={{ htmlInput: { "data-testid": testId } }} />;
}
