import TextField from "@mui/material/TextField";
import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { problemText } from "./field-problem.ts";
import { type FormField, wideField } from "./form-field.ts";

interface FormTextProps<V extends FieldValues, O> extends FormField<V, O> {
  readonly wide?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** Lines of a text that may have several. */
  readonly lines?: { readonly least: number; readonly most?: number };
}

/** A text of a form, with what is wrong with it. */
export function FormText<V extends FieldValues, O>({ control, name, testId, wide = false, lines, ...rest }: FormTextProps<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  const problem = problemText(fieldState.error, t);
  const { ref, ...input } = field;
  return (
    <TextField
      {...input}
      {...rest}
      inputRef={ref}
      fullWidth
      error={problem !== undefined}
      helperText={problem}
      {...(lines ? { multiline: true, minRows: lines.least, ...(lines.most ? { maxRows: lines.most } : {}) } : {})}
      {...(wide ? { sx: wideField } : {})}
      slotProps={{ htmlInput: { "data-testid": testId } }}
    />
  );
}
