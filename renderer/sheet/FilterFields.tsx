import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { codeOptions } from "./cell-texts.ts";
import { sheetLooks } from "./sheet-columns.ts";
import { filterKindsOf, needsValue } from "./sheet-filters.ts";
import type { FilterFormState } from "./use-filter-form.ts";
import { useShownUnit } from "./use-shown-unit.ts";

/** Column, condition and value of a filter. */
export function FilterFields({ list, state }: { readonly list: SheetList; readonly state: FilterFormState }) {
  const { t } = useTranslation();
  const { field, kind, text, problem } = state.form;
  const { kind: cellKind } = fieldRecord(field);
  const unitName = useShownUnit(field);
  const offered = sheetLooks[list].filter(({ isOfLoan }) => !isOfLoan).map(({ key }) => key);
  const value = t("tapeSheet.filter.value");
  return (
    <Stack sx={{ gap: 1.5, pt: 1 }}>
      <ChoiceField
        label={t("tapeSheet.filter.column")}
        value={field}
        options={offered}
        textOf={(one) => t(`tape.field.${one}`)}
        onChange={state.chooseField}
        testId="filter-column"
      />
      <ChoiceField
        label={t("tapeSheet.filter.kind")}
        value={kind}
        options={filterKindsOf(cellKind)}
        textOf={(one) => t(`tapeSheet.filter.${one}`)}
        onChange={state.chooseKind}
        testId="filter-kind"
      />
      {!needsValue(kind) ? null : cellKind === "code" ? (
        <ChoiceField
          label={value}
          value={text}
          options={codeOptions(field, t)}
          textOf={(one) => one}
          onChange={state.type}
          error={problem ?? undefined}
          testId="filter-value"
        />
      ) : (
        <TextField
          size="small"
          autoFocus
          label={`${value}${unitName}`}
          value={text}
          onChange={(event) => state.type(event.target.value)}
          error={problem !== null}
          helperText={problem ?? " "}
          slotProps={{ htmlInput: { "data-testid": "filter-value", maxLength: 200 } }}
        />
      )}
    </Stack>
  );
}
