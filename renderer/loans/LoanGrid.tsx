import "@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, type Item } from "@glideapps/glide-data-grid";
import Box from "@mui/material/Box";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { rowExtra } from "../desk/desk-theme.ts";
import { useSettings } from "../desk/session-store.ts";
import { headDrawer, keysOfTheWindow, useGridTheme } from "../ui/grid/grid-look.ts";
import { useColumnDrags } from "../ui/grid/use-column-drags.ts";
import { useGridNames } from "../ui/grid/use-grid-names.ts";
import { useCells, useCellText, useHint } from "./use-loan-cells.ts";
import { loanColumnKeys, useGridColumns, useLoanColumns } from "./use-loan-columns.ts";
import { useLoanMenu } from "./use-loan-menu.ts";
import { type LoanSort, sortedBy, sortWay } from "./use-loan-pages.ts";
import { useLoanSelection } from "./use-loan-selection.ts";

interface LoanGridProps {
  readonly total: number;
  /** Undefined while a row is on its way. */
  readonly rowAt: (index: number) => LoanRow | undefined;
  /** Rows that come into view. */
  readonly onShow: (first: number, last: number) => void;
  /** Rows that are selected out of view. */
  readonly onNeed: (first: number, last: number) => void;
  readonly sort: LoanSort;
  readonly onSort: (sort: LoanSort) => void;
  readonly onOpen: (loanId: number) => void;
}

/** The drawn grid: rows come as they are looked at, a head sorts, a row opens; heads are dragged wider and to other places. */
export function LoanGrid({ total, rowAt, onShow, onNeed, sort, onSort, onOpen }: LoanGridProps) {
  const { t } = useTranslation();
  const gridTheme = useGridTheme();
  const { density } = useSettings();
  const columns = useLoanColumns();
  const { dragged, ...drags } = useColumnDrags({ table: "loans", all: loanColumnKeys, shown: columns, frozen: 1 });
  const gridColumns = useGridColumns(columns, sort, dragged);
  const textAt = useCellText(columns, rowAt);
  const cellAt = useCells(columns, gridColumns, textAt);
  const { hint, onHover } = useHint(gridColumns, textAt);
  const drawHead = useMemo(() => headDrawer(columns), [columns]);
  const selected = useLoanSelection({ columns, rowAt, onNeed });
  const sortOf = useCallback((index: number) => sortWay(columns[index], sort), [columns, sort]);
  const names = useGridNames({ label: t("pricing.loans.title"), isReadOnly: true, sortOf });
  const open = ([, rowIndex]: Item) => {
    const row = rowAt(rowIndex);
    if (row !== undefined) onOpen(row.loanId);
  };
  const { onContextMenu, ...menus } = useLoanMenu({ columns, selected, onOpen: open, onSort });
  return (
    <Box ref={names} title={hint} onContextMenu={onContextMenu} sx={{ position: "absolute", inset: 0 }}>
      <DataEditor
        {...drags}
        {...selected.selection}
        {...menus}
        width="100%"
        height="100%"
        columns={gridColumns}
        rows={total}
        getCellContent={cellAt}
        rowHeight={25 + rowExtra[density]}
        headerHeight={28}
        rowMarkers="none"
        smoothScrollX
        smoothScrollY
        freezeColumns={1}
        rowSelect="none"
        columnSelect="none"
        rangeSelect="rect"
        keybindings={keysOfTheWindow}
        getCellsForSelection
        theme={gridTheme}
        drawHeader={drawHead}
        onItemHovered={onHover}
        onVisibleRegionChanged={(region) => onShow(region.y, region.y + region.height + 1)}
        onCellClicked={open}
        onCellActivated={open}
        onHeaderClicked={(index) => {
          const column = columns[index];
          if (column?.sortKey !== undefined) onSort(sortedBy(sort, column.sortKey, column.isNumber));
        }}
      />
    </Box>
  );
}
