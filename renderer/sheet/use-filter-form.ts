import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetFilter } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { typedValue } from "./cell-texts.ts";
import { filterKindsOf, needsValue, readFilterValue } from "./sheet-filters.ts";
import { closePane } from "./sheet-panes.ts";
import { dropColumnFilters, putFilter, useSheetLook } from "./sheet-store.ts";

interface FilterForm {
  readonly field: TapeField;
  readonly kind: SheetFilter["kind"];
  readonly text: string;
  /** Why the value isn't taken. */
  readonly problem: string | null;
  /** The condition that it takes the place of. */
  readonly changed: SheetFilter | null;
}

interface FirstFilter {
  readonly field: TapeField;
  readonly filter: SheetFilter | undefined;
}

/** A filter as it is being stated; a column that is narrowed already begins with what narrows it. */
export function useFilterForm(dealId: number, list: SheetList, first: FirstFilter) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const filters = useSheetLook(dealId, (look) => look.views[list].filters);
  const formOf = (field: TapeField, given = filters.find((one) => one.field === field)): FilterForm => {
    const kind = given?.kind ?? filterKindsOf(fieldRecord(field).kind)[0] ?? "missing";
    return { field, kind, text: given === undefined ? "" : typedValue(field, given.value, unit, t), problem: null, changed: given ?? null };
  };
  const [form, setForm] = useState(() => formOf(first.field, first.filter));
  const { field, kind, text, changed } = form;
  /** In place of a condition, or beside all others. */
  const put = (before: SheetFilter | null) => {
    const read = needsValue(kind) ? readFilterValue(field, text, unit, t) : { value: null };
    if ("problem" in read) {
      setForm({ ...form, problem: t(read.problem, { word: read.word }) });
      return;
    }
    putFilter(dealId, before, { field, kind, value: read.value });
    closePane();
  };
  return {
    form,
    isActive: filters.some((one) => one.field === field),
    chooseField: (next: TapeField) => setForm(formOf(next)),
    chooseKind: (next: SheetFilter["kind"]) => setForm({ ...form, kind: next, problem: null }),
    type: (next: string) => setForm({ ...form, text: next, problem: null }),
    apply: () => put(changed),
    add: () => put(null),
    clear: () => {
      dropColumnFilters(dealId, field);
      closePane();
    },
  };
}
export type FilterFormState = ReturnType<typeof useFilterForm>;
