import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { wholeSheet } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { formatNumber } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useSheetLook } from "./sheet-store.ts";

/** How many rows a list has, and how many of them are shown where it is narrowed. */
export function RowCount({ dealId, list }: { readonly dealId: number; readonly list: SheetList }) {
  const { t } = useTranslation();
  const view = useSheetLook(dealId, (look) => look.views[list]);
  const all = useCall("sheet.rowIds", { dealId, list, view: wholeSheet, offset: 0, limit: 1 }).data;
  const shown = useCall("sheet.rowIds", { dealId, list, view, offset: 0, limit: 1 }).data;
  if (all === undefined || shown === undefined) return null;
  const isNarrowed = view.filters.length > 0 || view.search.trim() !== "";
  const count = formatNumber(all.total);
  return (
    <Box role="status" data-testid="sheet-count" sx={{ typography: "body2", whiteSpace: "nowrap", flexShrink: 0, fontVariantNumeric: "tabular-nums" }}>
      {isNarrowed ? t("tapeSheet.rowsOf", { shown: formatNumber(shown.total), count }) : t("tapeSheet.rows", { count })}
    </Box>
  );
}
