import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { isNeeded, type SheetList } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { codeOptions } from "./cell-texts.ts";
import { newRowFields } from "./new-row-fields.ts";
import { headOf } from "./sheet-columns.ts";
import type { NewRowState } from "./use-new-row.ts";

/** The fields of a row that is being typed; items and guarantors begin with the contract of their loan. */
export function NewRowFields({ list, row }: { readonly list: SheetList; readonly row: NewRowState }) {
  const fields: readonly TapeField[] = list === "loan" ? newRowFields.loan : ["contractNo", ...newRowFields[list]];
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: 1.5, rowGap: 0.5, pt: 1 }}>
      {fields.map((field, index) => (
        <NewRowField key={field} field={field} isNeeded={field === "contractNo" || isNeeded(list, field)} isFirst={index === 0} row={row} />
      ))}
    </Box>
  );
}

interface NewRowFieldProps {
  readonly field: TapeField;
  readonly isNeeded: boolean;
  readonly isFirst: boolean;
  readonly row: NewRowState;
}

function NewRowField({ field, isNeeded: isRequired, isFirst, row }: NewRowFieldProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { kind } = fieldRecord(field);
  const problem = row.refused[field];
  return (
    <Autocomplete
      freeSolo
      options={kind === "code" ? codeOptions(field, t) : []}
      inputValue={row.texts[field] ?? ""}
      onInputChange={(_event, text) => row.type(field, text)}
      renderInput={(params) => (
        <TextField
          {...params}
          size="small"
          required={isRequired}
          autoFocus={isFirst}
          label={headOf({ key: field, kind, isOfLoan: false }, t, unit, language)}
          error={problem !== undefined}
          helperText={problem ?? " "}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, "data-testid": `new-${field}`, maxLength: 2000 } }}
        />
      )}
    />
  );
}
