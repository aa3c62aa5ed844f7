import Button from "@mui/material/Button";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { formatDateTime } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
import { shownValue } from "./cell-texts.ts";
import { closePane, type SheetPane } from "./sheet-panes.ts";
import { sheetLookNow } from "./sheet-store.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";
import { useShownUnit } from "./use-shown-unit.ts";

interface CellHistoryDrawerProps {
  readonly dealId: number;
  readonly list: SheetList;
  readonly edits: SheetEdits;
  readonly pane: Extract<SheetPane, { readonly kind: "history" }>;
}

/** What stood in a cell and who changed it: the seller's value first, and the way back to it. */
export function CellHistoryDrawer({ dealId, list, edits, pane: { rowId, contractNo, field } }: CellHistoryDrawerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = useShownUnit(field);
  const { data, error } = useCall("sheet.history", { dealId, list, rowId, field });
  const words = (value: CellValue) => shownValue(field, value, unit, t) || t("tapeSheet.nothing");
  const reset = async () => {
    const outcome = await edits.change(() => call("sheet.reset", { dealId, list, cells: [{ rowId, field }], why: sheetLookNow(dealId).why }));
    if (outcome !== undefined) closePane();
  };
  return (
    <SideDrawer
      open
      onClose={closePane}
      label={t("action.cellHistory")}
      title={`${t(`tape.field.${field}`)}${unitName}`}
      subtitle={contractNo}
      width={560}
      testId="cell-history"
    >
      <ErrorAlert error={error} />
      {data === undefined ? null : (
        <>
          <Typography component="p" data-testid="seller-value">
            {data.isAdded ? t("tapeSheet.mark.added") : t("tapeSheet.sellerHad", { value: words(data.sellerValue) })}
          </Typography>
          {data.edits.length === 0 ? <Typography component="p">{t("tapeSheet.neverEdited")}</Typography> : null}
          {data.edits.length === 0 ? null : (
            <Table size="small" aria-label={t("action.cellHistory")}>
              <TableHead>
                <TableRow>
                  {(["when", "who", "old", "new", "why"] as const).map((head) => (
                    <TableCell key={head}>{t(`tapeSheet.edit.${head}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {data.edits.map((edit) => (
                  <TableRow key={`${edit.madeAt}/${String(edit.new)}`}>
                    <TableCell sx={{ whiteSpace: "nowrap" }}>{formatDateTime(edit.madeAt)}</TableCell>
                    <TableCell>{edit.author === "" ? t("tapeSheet.noAuthor") : edit.author}</TableCell>
                    <TableCell>{words(edit.old)}</TableCell>
                    <TableCell>{words(edit.new)}</TableCell>
                    <TableCell>{edit.why === "" ? t(`tapeSheet.cause.${edit.cause}`) : edit.why}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          {data.edits.length === 0 || data.isAdded ? null : (
            <Button variant="outlined" sx={{ mt: 2 }} onClick={() => void reset()} data-testid="reset-cell">
              {t("action.resetCells")}
            </Button>
          )}
        </>
      )}
    </SideDrawer>
  );
}
