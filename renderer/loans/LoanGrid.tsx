import "@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, type GridCell, GridCellKind, type GridColumn, type Item } from "@glideapps/glide-data-grid";
import Box from "@mui/material/Box";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { columnWidth, loanColumns } from "./loan-columns.ts";
import { drawHeader, useGridTheme } from "./loan-grid-look.ts";
import { type LoanSort, sortedBy } from "./use-loan-pages.ts";

interface LoanGridProps {
  readonly total: number;
  /** Undefined while a row is on its way. */
  readonly rowAt: (index: number) => LoanRow | undefined;
  /** Rows that come into view. */
  readonly onShow: (first: number, last: number) => void;
  readonly sort: LoanSort;
  readonly onSort: (sort: LoanSort) => void;
  readonly onOpen: (loanId: number) => void;
}

/** The drawn grid: rows come as they are looked at, a head sorts, a row opens. */
export function LoanGrid({ total, rowAt, onShow, sort, onSort, onOpen }: LoanGridProps) {
  const gridTheme = useGridTheme();
  const columns = useColumns(sort);
  const cellAt = useCells(rowAt);
  const open = ([, rowIndex]: Item) => {
    const row = rowAt(rowIndex);
    if (row !== undefined) onOpen(row.loanId);
  };
  return (
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
        onVisibleRegionChanged={(region) => onShow(region.y, region.y + region.height + 1)}
        onCellClicked={open}
        onCellActivated={open}
        onHeaderClicked={(index) => {
          const column = loanColumns[index];
          if (column?.sortKey !== undefined) onSort(sortedBy(sort, column.sortKey, column.isNumber));
        }}
      />
    </Box>
  );
}

/** Heads of the columns, the sorted one with its arrow. */
function useColumns(sort: LoanSort): GridColumn[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { canDraw } = useDrawnFonts();
  return useMemo(
    () =>
      loanColumns.map((column) => {
        const arrow = column.sortKey === sort.by ? (sort.descending ? " ↓" : " ↑") : "";
        const title = t(`pricing.loans.${column.key}`) + arrow;
        return { id: column.key, title: canDraw(title, 700) ? title : "", width: columnWidth(column, language, unit) };
      }),
    [t, sort, language, unit, canDraw],
  );
}

const onItsWay: GridCell = { kind: GridCellKind.Loading, allowOverlay: false };

/** A cell stays empty until its row and the glyphs of its text are here; either has the grid draw again. */
function useCells(rowAt: LoanGridProps["rowAt"]): (place: Item) => GridCell {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { canDraw } = useDrawnFonts();
  return useCallback(
    ([columnIndex, rowIndex]) => {
      const column = loanColumns[columnIndex];
      const row = rowAt(rowIndex);
      if (row === undefined || column === undefined) return onItsWay;
      const text = column.text(row, unit, t);
      if (!canDraw(text, 400)) return onItsWay;
      return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false, contentAlign: column.isNumber ? "right" : "left" };
    },
    [rowAt, unit, t, canDraw],
  );
}
