import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../shared/format.ts";
import { type PlaceCommand, useCommand } from "../desk/commands.ts";
import { showError, showNotice } from "../desk/session-store.ts";
import { firstSaver, saverAt, useHasExports } from "../ui/exports/export-places.ts";
import { shownTable, titleOf } from "../ui/exports/shown-table.ts";
import { useFileName, useSaveTables } from "../ui/exports/use-export.ts";

/**
 * Exporting by key and by the menu of a place: what the frame hands over by itself, else its table as it is shown. The key takes
 * where the user was last, else the first table of the screen. Answers what the menu of a place offers.
 */
export function useExportHere(table: HTMLTableElement | null): (target: Element, source: HTMLTableElement | null) => readonly PlaceCommand[] {
  const { t } = useTranslation();
  const hasExports = useHasExports();
  const touched = useLastTouched();
  const saveTables = useSaveTables();
  const fileName = useFileName("");
  const saveShown = async (shown: HTMLTableElement) => {
    const title = titleOf(shown, t("exports.table"));
    const saved = await saveTables(
      fileName().map((part) => part || title),
      [shownTable(shown, title)],
    );
    if (saved !== null) showNotice(t("exports.saved", { fileName: saved.fileName, rows: formatNumber(saved.rows) }), saved.fileToken);
  };
  const exporting = (target: Element | null, source: HTMLTableElement | null): (() => void) | undefined =>
    saverAt(target) ?? (source?.isConnected === true ? () => void saveShown(source).catch(showError) : undefined);
  useCommand("exportTable", () => (exporting(touched.current, table) ?? firstSaver())?.(), hasExports || table !== null);
  return (target, source) => {
    const run = exporting(target, source);
    return run === undefined ? [] : [{ id: "exportTable", run }];
  };
}

/** Where the focus or the pointer was last, while it is there. */
function useLastTouched() {
  const touched = useRef<Element | null>(null);
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest("main") !== null) touched.current = target;
    };
    for (const name of ["focusin", "pointerdown"]) document.addEventListener(name, look);
    return () => {
      for (const name of ["focusin", "pointerdown"]) document.removeEventListener(name, look);
    };
  }, []);
  return touched;
}
