import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { cellRefusal } from "./cell-refusal.ts";
import { dropWritten, useWrittenCells, type WrittenCell } from "./written-cells.ts";

/** The texts that were typed and not taken, the latest in words; they stay in their cells until they are mended or given up. */
export function RefusalNote({ dealId, list }: { readonly dealId: number; readonly list: SheetList }) {
  const { t } = useTranslation();
  const refused = [...useWrittenCells(dealId).values()].filter((cell) => cell.refusal !== null && cell.list === list);
  const latest = refused.at(-1);
  if (latest === undefined) return null;
  const giveUp = (cells: readonly WrittenCell[]) => dropWritten(dealId, list, cells);
  return (
    <Alert
      severity="error"
      variant="outlined"
      data-testid="refused-cell"
      sx={{ borderRadius: 0, py: 0, flexShrink: 0, bgcolor: "background.paper", "& .MuiAlert-message": { flex: 1, py: 0.5 }, "& .MuiAlert-icon": { py: 0.75 } }}
    >
      <Box sx={{ display: "flex", gap: 1, alignItems: "center" }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
          {t("tapeSheet.refusedAt", { place: `${latest.contractNo} · ${t(`tape.field.${latest.field}`)}`, text: latest.text })}
          {latest.refusal === null ? null : cellRefusal(latest.refusal, t)}
        </Box>
        <Button size="small" onClick={() => giveUp([latest])} sx={{ flexShrink: 0 }} data-testid="give-up-cell">
          {t("tapeSheet.giveUp")}
        </Button>
        {refused.length > 1 ? (
          <Button size="small" onClick={() => giveUp(refused)} sx={{ flexShrink: 0 }} data-testid="give-up-all-cells">
            {t("tapeSheet.giveUpAll", { count: refused.length })}
          </Button>
        ) : null}
      </Box>
    </Alert>
  );
}
