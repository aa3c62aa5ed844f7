import { useTranslation } from "react-i18next";
import type { ExportColumn } from "../../shared/domain/export-tables.ts";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { call } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { type Exporting, useListExport, useUnitHeads } from "../ui/exports/use-export.ts";
import { gapTables } from "./gap-tables.ts";

/** Exports the gaps, and for each of them the contracts that have it. */
export function useGapExport(dealId: number, gaps: GapPriceTag | undefined): Exporting {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const withUnit = useUnitHeads();
  const annexColumns: readonly ExportColumn[] = [
    { head: t("exports.contractNo"), kind: "identifier" },
    { head: t("exports.debtorName"), kind: "text" },
    { head: t("exports.principal"), kind: "money" },
    { head: t("exports.claim"), kind: "money" },
  ];
  return useListExport(t("pricing.view.gaps"), async (fileName) => {
    if (gaps === undefined) return null;
    const tables = gapTables(gaps, t).map((table) => ({ ...table, columns: withUnit(table.columns) }));
    const rules = [...gaps.tags, ...gaps.unpriced].map(({ rule }) => rule);
    const annexes = rules.map((rule) => ({ rule, name: t(`code.fillRule.${rule}`), columns: withUnit(annexColumns) }));
    return call("letters.exportGaps", { dealId, shown: { fileName, unit, tables }, annexes });
  });
}
