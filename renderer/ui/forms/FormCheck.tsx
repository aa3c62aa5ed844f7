import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { type FieldValues, useController } from "react-hook-form";
import { type FormField, wideField } from "./form-field.ts";

/** A yes or no of a form. */
export function FormCheck<V extends FieldValues, O>({ control, name, label, testId }: FormField<V, O>) {
  const { field } = useController({ control, name });
  return (
    <FormControlLabel
      sx={wideField}
      label={label}
      control={
        <Checkbox
          size="small"
          checked={field.value}
          onChange={(_event, checked) => field.onChange(checked)}
          slotProps={{ input: { ref: field.ref } }}
          data-testid={testId}
        />
      }
    />
  );
}
