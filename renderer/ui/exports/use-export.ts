import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedList } from "../../../shared/contract/export-channels.ts";
import type { ExportColumn, ExportTable } from "../../../shared/domain/export-tables.ts";
import { formatDate, formatNumber, moneyUnitLabel } from "../../../shared/format.ts";
import { CallFailure, call } from "../../desk/desk-client.ts";
import { dealIdOf, useRoute } from "../../desk/routes.ts";
import { showError, showNotice, useLanguage, useMoneyUnit, useSession } from "../../desk/session-store.ts";
import { putSaver } from "./export-places.ts";

/** What a table's frame and its button need. */
export interface Exporting {
  /** To be spread on the frame: the menu of the place and Ctrl+E find by it what is exported there. */
  readonly place: { readonly "data-export": string };
  readonly save: () => void;
  readonly isBusy: boolean;
}

/**
 * Exports a list that the main process reads by itself: `ask` calls its channel, which answers as `exports.save` does. It is told
 * what the file's name is made of.
 */
export function useListExport(title: string, ask: (fileName: string[]) => Promise<SavedList | null>): Exporting {
  const { t } = useTranslation();
  const mark = useId();
  const fileName = useFileName(title);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      const saved = await ask(fileName());
      if (saved !== null) showNotice(t("exports.saved", { fileName: saved.fileName, rows: formatNumber(saved.rows) }), saved.fileToken);
    } catch (failure) {
      // Who cancels knows it.
      if (!(failure instanceof CallFailure && failure.code === "job.cancelled")) showError(failure);
    } finally {
      setBusy(false);
    }
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => putSaver(mark, () => void latest.current()), [mark]);
  return { place: { "data-export": mark }, save: () => void save(), isBusy };
}

/**
 * Exports tables that the page has at hand, with their whole values: `make` is asked when the user does. Amounts are in fen; the
 * heads of their columns get the unit.
 *
 *     const exporting = useTableExport(t("gaps.title"), () => [{ name: t("gaps.title"), columns, rows }]);
 *     <Box {...exporting.place}> … <ExportButton exporting={exporting} name={t("gaps.title")} testId="gaps-export" />
 */
export function useTableExport(title: string, make: () => readonly ExportTable[]): Exporting {
  const saveTables = useSaveTables();
  return useListExport(title, (fileName) => saveTables(fileName, make()));
}

/** Hands tables over in the unit of the desk. */
export function useSaveTables(): (fileName: string[], tables: readonly ExportTable[]) => Promise<SavedList | null> {
  const unit = useMoneyUnit();
  const withUnit = useUnitHeads();
  return (fileName, tables) => call("exports.save", { fileName, unit, tables: tables.map((table) => ({ ...table, columns: withUnit(table.columns) })) });
}

/** Columns whose heads name the unit of their amounts. */
export function useUnitHeads(): (columns: readonly ExportColumn[]) => ExportColumn[] {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  return (columns) => columns.map(({ head, kind }) => ({ head: kind === "money" ? t("exports.headWithUnit", { head, unit }) : head, kind }));
}

/** The deal, where it is of one, what it is, and the day. */
export function useFileName(title: string): () => string[] {
  const route = useRoute();
  const deal = useSession((state) => state.openDeal);
  const parts = deal !== null && deal.id === dealIdOf(route) ? [deal.name, title] : [title];
  return () => [...parts.map((part) => part.slice(0, 200)), formatDate(new Date().toISOString())];
}
