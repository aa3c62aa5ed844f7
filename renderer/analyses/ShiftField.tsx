import InputBase from "@mui/material/InputBase";
import { useState } from "react";
import { type NumberKind, numberOfText, textOfNumber } from "../model/number-text.ts";

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

/** One number in a table of shifts or ranges, typed in its own unit. Keeps the text as typed while it has the focus. */
export function ShiftField({ label, value, kind, onChange, isInvalid, placeholder, testId }: ShiftFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <InputBase
      value={typed ?? textOfNumber(value, kind)}
      placeholder={placeholder ?? ""}
      onFocus={(event) => {
        setTyped(event.target.value);
        event.target.select();
      }}
      onBlur={() => setTyped((text) => (isInvalid ? text : null))}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value.trim() === "" ? null : numberOfText(event.target.value, kind));
      }}
      inputProps={{ "aria-label": label, "aria-invalid": isInvalid, inputMode: "decimal", "data-testid": testId }}
      sx={{
        width: "100%",
        height: 24,
        fontSize: 12.5,
        borderRadius: 0.5,
        border: 1,
        borderColor: isInvalid ? "error.main" : "divider",
        bgcolor: "background.paper",
        "&.Mui-focused": { borderColor: isInvalid ? "error.main" : "primary.main" },
        "& input": { p: "0 5px", textAlign: "right", fontVariantNumeric: "tabular-nums" },
      }}
    />
  );
}
