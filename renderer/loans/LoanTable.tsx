import "@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, type DrawHeaderCallback, type GridCell, GridCellKind, type Theme as GridTheme, type Item } from "@glideapps/glide-data-grid";
import Box from "@mui/material/Box";
import InputBase from "@mui/material/InputBase";
import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanSortKey } from "../../shared/contract/pricing-channels.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { columnWidth, loanColumns } from "./loan-columns.ts";
import { useLoanPages } from "./use-loan-pages.ts";

interface LoanTableProps {
  readonly dealId: number;
  readonly onOpen: (loanId: number) => void;
}

export const LoanTable = memo(function LoanTable({ dealId, onOpen }: LoanTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const caseName = useWorkbench((state) => state.caseName);
  const answers = useWorkbench((state) => state.answers);
  const [sort, setSort] = useState<{ by: LoanSortKey; descending: boolean }>({ by: "allocatedFen", descending: true });
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { total, failure, rowAt, show } = useLoanPages({ dealId, caseName, sortBy: sort.by, descending: sort.descending, search, answers });
  const gridTheme = useGridTheme();

  const columns = useMemo(
    () =>
      loanColumns.map((column) => {
        const arrow = column.sortKey === sort.by ? (sort.descending ? " ↓" : " ↑") : "";
        return { id: column.key, title: t(`pricing.loans.${column.key}`) + arrow, width: columnWidth(column, language, unit) };
      }),
    [t, sort, language, unit],
  );
  const cellAt = useCallback(
    ([columnIndex, rowIndex]: Item): GridCell => {
      const column = loanColumns[columnIndex];
      const row = rowAt(rowIndex);
      if (row === undefined || column === undefined) return { kind: GridCellKind.Loading, allowOverlay: false };
      const text = column.text(row, unit, t);
      return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false, contentAlign: column.isNumber ? "right" : "left" };
    },
    [rowAt, unit, t],
  );
  const open = ([, rowIndex]: Item) => {
    const row = rowAt(rowIndex);
    if (row !== undefined) onOpen(row.loanId);
  };
  return (
    <Box component="section" aria-label={t("pricing.loans.title")} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 160, minWidth: 0 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, px: 1.5, height: 34, flexShrink: 0 }}>
        <Typography component="h3" sx={{ fontSize: 12, fontWeight: 600 }}>
          {t("pricing.loans.title")}
        </Typography>
        <Typography component="span" color="text.secondary" sx={{ fontSize: 12, flex: 1 }} noWrap>
          {t("pricing.loans.caption", { total: formatNumber(total), unit: moneyUnitLabel(unit, language), caseName: t(`code.caseName.${caseName}`) })}
        </Typography>
        <InputBase
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t("pricing.loans.search")}
          inputProps={{ "aria-label": t("pricing.loans.search"), "data-testid": "loan-search", maxLength: 100 }}
          sx={{
            width: 260,
            height: 26,
            px: 1,
            fontSize: 12.5,
            border: 1,
            borderColor: "divider",
            borderRadius: 0.5,
            bgcolor: "background.paper",
            "&.Mui-focused": { borderColor: "primary.main" },
          }}
        />
      </Box>
      {failure === null ? null : <ErrorAlert error={failure} />}
      <Box data-testid="loan-table" sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider", position: "relative" }}>
        <Box sx={{ position: "absolute", inset: 0 }}>
          <DataEditor
            width="100%"
            height="100%"
            columns={columns}
            rows={total}
            getCellContent={cellAt}
            rowHeight={25}
            headerHeight={28}
            rowMarkers="none"
            smoothScrollX
            smoothScrollY
            freezeColumns={1}
            rowSelect="none"
            columnSelect="none"
            rangeSelect="rect"
            getCellsForSelection
            theme={gridTheme}
            drawHeader={drawHeader}
            onVisibleRegionChanged={(region) => show(region.y, region.y + region.height + 1)}
            onCellClicked={open}
            onCellActivated={open}
            onHeaderClicked={(index) => {
              const sortKey = loanColumns[index]?.sortKey;
              if (sortKey !== undefined)
                setSort((current) => ({ by: sortKey, descending: current.by === sortKey ? !current.descending : (loanColumns[index]?.isNumber ?? false) }));
            }}
          />
        </Box>
      </Box>
    </Box>
  );
});

/** Heads of figures stand over the figures: Glide itself draws every head from the left. */
const drawHeader: DrawHeaderCallback = ({ ctx, column, columnIndex, rect, theme }, drawContent) => {
  if (loanColumns[columnIndex]?.isNumber !== true) return drawContent();
  ctx.font = `${theme.headerFontStyle} ${theme.fontFamily}`;
  ctx.fillStyle = theme.textHeader;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(column.title, rect.x + rect.width - theme.cellHorizontalPadding, rect.y + rect.height / 2 + 1);
};

function useGridTheme(): Partial<GridTheme> {
  const { palette, typography } = useTheme();
  return useMemo(
    () => ({
      accentColor: palette.primary.main,
      accentLight: palette.action.selected,
      bgCell: palette.background.paper,
      bgCellMedium: palette.background.default,
      bgHeader: palette.background.default,
      bgHeaderHovered: palette.action.hover,
      bgHeaderHasFocus: palette.action.selected,
      textDark: palette.text.primary,
      textMedium: palette.text.secondary,
      textLight: palette.text.disabled,
      textHeader: palette.text.secondary,
      borderColor: palette.divider,
      horizontalBorderColor: palette.divider,
      fontFamily: typography.fontFamily ?? "sans-serif",
      baseFontStyle: "12px",
      headerFontStyle: "600 12px",
      cellHorizontalPadding: 6,
      cellVerticalPadding: 2,
    }),
    [palette, typography.fontFamily],
  );
}
