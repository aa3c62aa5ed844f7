import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { type Exporting, useListExport } from "../ui/exports/use-export.ts";
import { useChosenStrata } from "./loan-strata.ts";
import { useLoanLook } from "./loan-view-store.ts";
import { useLoanColumns } from "./use-loan-columns.ts";

/** Exports the loans that the table finds, in its order and its columns. */
export function useLoanExport(dealId: number): Exporting {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const language = useLanguage();
  const unit = useMoneyUnit();
  const columns = useLoanColumns();
  const chosen = useChosenStrata();
  const { sort, search } = useLoanLook(dealId);
  return useListExport(t("pricing.loans.title"), (fileName) =>
    call("pricing.exportLoans", {
      dealId,
      caseName,
      sortBy: sort.by,
      descending: sort.descending,
      search: search.trim(),
      strata: chosen.map(({ filter }) => filter),
      keys: columns.map(({ key }) => key),
      language,
      unit,
      fileName,
    }),
  );
}
