import { DataGrid } from "@mui/x-data-grid";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { actionsColumn, identityColumns, packageColumns, progressColumns } from "./deal-columns.tsx";
import type { DealCommands } from "./deal-commands.ts";

interface DealsGridProps {
  readonly deals: readonly Deal[];
  readonly loading: boolean;
  readonly commands: DealCommands;
}

export function DealsGrid({ deals, loading, commands }: DealsGridProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const columns = useMemo(
    () => [...identityColumns(t, language), ...progressColumns(t), ...packageColumns(t, language, unit), actionsColumn(t, commands)],
    [t, language, unit, commands],
  );
  return (
    <DataGrid
      aria-label={t("deals.title")}
      rows={deals}
      columns={columns}
      loading={loading}
      disableColumnFilter
      disableRowSelectionOnClick
      rowHeight={38}
      hideFooter={deals.length <= 100}
      initialState={{ sorting: { sortModel: [{ field: "updatedAt", sort: "desc" }] } }}
      localeText={{ noRowsLabel: t("deals.noMatch") }}
      onRowDoubleClick={({ row }) => commands.onOpen(row)}
      onCellKeyDown={({ row, field }, event) => {
        if (event.key === "Enter" && field !== "actions") commands.onOpen(row);
      }}
      sx={{
        "& .MuiDataGrid-row": { cursor: "default" },
        "& .MuiDataGrid-cell, & .MuiDataGrid-columnHeader": { px: "7px" },
        "& .MuiDataGrid-cell:first-of-type, & .MuiDataGrid-columnHeader:first-of-type": { pl: "12px" },
        "& .MuiDataGrid-cell[data-field='name'], & .MuiDataGrid-cell[data-field='seller']": {
          whiteSpace: "normal",
          lineHeight: 1.3,
          display: "flex",
          alignItems: "center",
        },
        "& .MuiDataGrid-actionsCell": { gap: 0 },
      }}
    />
  );
}
