import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type SyntheticEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { SheetFilter } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import { FilterFields } from "./FilterFields.tsx";
import { closePane } from "./sheet-panes.ts";
import { useFilterForm } from "./use-filter-form.ts";

interface FilterDialogProps {
  readonly dealId: number;
  readonly list: SheetList;
  readonly field: TapeField;
  /** The condition that is changed; undefined: the column's first, if any. */
  readonly filter: SheetFilter | undefined;
}

/** Narrows the rows by a column, which may have several conditions. */
export function FilterDialog({ dealId, list, field, filter }: FilterDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const state = useFilterForm(dealId, list, { field, filter });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    state.apply();
  };
  return (
    <Dialog open onClose={closePane} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{t("tapeSheet.filter.title")}</DialogTitle>
        <DialogContent>
          <FilterFields list={list} state={state} />
        </DialogContent>
        <DialogActions>
          {state.isActive ? (
            <Button color="inherit" onClick={state.clear} sx={{ mr: "auto" }} data-testid="filter-clear">
              {t("tapeSheet.filter.clear")}
            </Button>
          ) : null}
          {state.isActive ? (
            <Button color="inherit" onClick={state.add} data-testid="filter-add">
              {t("tapeSheet.filter.add")}
            </Button>
          ) : null}
          <Button color="inherit" onClick={closePane}>
            {t("common.cancel")}
          </Button>
          <Button variant="contained" type="submit" data-testid="filter-apply">
            {t("tapeSheet.filter.apply")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
