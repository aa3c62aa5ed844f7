import Box from "@mui/material/Box";
import { DataGrid, type GridSortModel, useGridApiRef } from "@mui/x-data-grid";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { rowExtra } from "../desk/desk-theme.ts";
import { changeColumns, changeRegister, useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit, useSettings } from "../desk/session-store.ts";
import { shownKeys } from "../ui/tables/arranged-columns.ts";
import { actionsColumn, type DealColumn, identityColumns, packageColumns, progressColumns } from "./deal-columns.tsx";
import type { DealCommands } from "./deal-commands.ts";
import { useDealMenu } from "./use-deal-menu.ts";

interface DealsGridProps {
  readonly deals: readonly Deal[];
  readonly loading: boolean;
  readonly commands: DealCommands;
}

/** All columns of the register but the one of its commands. */
export function useDealColumns({ onOpen }: Pick<DealCommands, "onOpen">): readonly DealColumn[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return useMemo(() => [...identityColumns(t, language, { onOpen }), ...progressColumns(t), ...packageColumns(t, language, unit)], [t, language, unit, onOpen]);
}

/** Those that are shown, as wide as they were left. */
function useShownColumns(commands: DealCommands): readonly DealColumn[] {
  const { t } = useTranslation();
  const all = useDealColumns(commands);
  const layout = useLayout((state) => state.columns.deals);
  return useMemo(() => {
    const fields = all.map(({ field }) => field);
    const shown = shownKeys(fields, layout).flatMap((field) => all.filter((column) => column.field === field));
    return [...shown.map((column) => widened(column, layout.widths[column.field])), actionsColumn(t, commands)];
  }, [all, layout, t, commands]);
}

function widened(column: DealColumn, width: number | undefined): DealColumn {
  if (width === undefined) return column;
  const { flex: _flex, ...fixed } = column;
  return { ...fixed, width };
}

export function DealsGrid({ deals, loading, commands }: DealsGridProps) {
  const { t } = useTranslation();
  const { density } = useSettings();
  const columns = useShownColumns(commands);
  const sort = useLayout((state) => state.register.sort);
  const sortModel = useMemo<GridSortModel>(() => (sort === null ? [] : [{ field: sort.by, sort: sort.descending ? "desc" : "asc" }]), [sort]);
  const grid = useGridApiRef();
  const onMouse = useDealMenu({ grid, deals, columns, commands });
  return (
    <Box {...onMouse} sx={{ height: "100%" }}>
      <DataGrid
        apiRef={grid}
        aria-label={t("deals.title")}
        rows={deals}
        columns={columns}
        loading={loading}
        disableColumnFilter
        disableColumnMenu
        disableRowSelectionOnClick
        columnBufferPx={allColumns}
        rowHeight={38 + rowExtra[density]}
        hideFooter={deals.length <= 100}
        sortModel={sortModel}
        onSortModelChange={([first]) => changeRegister({ sort: first?.sort ? { by: first.field, descending: first.sort === "desc" } : null })}
        onColumnWidthChange={({ colDef, width }) =>
          changeColumns("deals", { widths: { ...useLayout.getState().columns.deals.widths, [colDef.field]: Math.round(width) } })
        }
        onRowDoubleClick={({ row }) => commands.onOpen(row)}
        onCellKeyDown={({ row, field }, event) => {
          if (event.key === "Enter" && field !== "actions") commands.onOpen(row);
        }}
        sx={gridLook}
      />
    </Box>
  );
}

/** So wide that no column is left out of the page: those that stay at the edges are always drawn. */
const allColumns = 5000;

/** Columns whose words may take two lines. */
const wrapped = ["name", "seller", "kind", "process", "stage"];
const atEdge = { position: "sticky", zIndex: 2, bgcolor: "background.paper" } as const;
const headGround = "var(--DataGrid-t-header-background-base)";
const gridLook = {
  "& .MuiDataGrid-row": { cursor: "default" },
  "& .MuiDataGrid-cell, & .MuiDataGrid-columnHeader": { px: "7px" },
  "& [data-field='name'].MuiDataGrid-cell, & [data-field='name'].MuiDataGrid-columnHeader": { pl: "16px" },
  [wrapped.map((field) => `& .MuiDataGrid-cell[data-field='${field}']`).join(", ")]: { display: "flex", alignItems: "center" },
  // The name and the commands stay where they are when the rest is scrolled.
  "& .MuiDataGrid-cell[data-field='name']": { ...atEdge, left: 0 },
  "& .MuiDataGrid-columnHeader[data-field='name']": { ...atEdge, left: 0, bgcolor: headGround },
  "& .MuiDataGrid-cell[data-field='actions']": { ...atEdge, right: 0 },
  "& .MuiDataGrid-columnHeader[data-field='actions']": { ...atEdge, right: 0, bgcolor: headGround },
  "& .MuiDataGrid-actionsCell": { gap: 0 },
} as const;
