import ArchiveOutlined from "@mui/icons-material/ArchiveOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import OpenInNew from "@mui/icons-material/OpenInNew";
import UnarchiveOutlined from "@mui/icons-material/UnarchiveOutlined";
import Box from "@mui/material/Box";
import { DataGrid, GridActionsCell, GridActionsCellItem, type GridColDef, type GridRenderCellParams } from "@mui/x-data-grid";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { type DealStatus, dealStages } from "../../shared/domain/codes.ts";
import { formatDate, formatMoney, formatNumber, moneyUnitLabel, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

const statusColors: Record<DealStatus, string> = {
  active: "primary.main",
  onHold: "warning.main",
  won: "success.main",
  lost: "text.disabled",
  withdrawn: "text.disabled",
};

function StatusCell({ status, text }: { readonly status: DealStatus; readonly text: string }) {
  return (
    <Box component="span" sx={{ display: "flex", height: "100%", alignItems: "center", gap: 0.75 }}>
      <Box component="span" sx={{ width: 7, height: 7, borderRadius: "50%", bgcolor: statusColors[status] }} />
      {text}
    </Box>
  );
}

interface DealCommands {
  readonly onOpen: (deal: Deal) => void;
  readonly onEdit: (deal: Deal) => void;
  readonly onArchive: (deal: Deal) => void;
}

function useDealColumns({ onOpen, onEdit, onArchive }: DealCommands): GridColDef<Deal>[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return useMemo(() => {
    const number = { type: "number", align: "right", headerAlign: "right" } as const;
    return [
      {
        field: "name",
        headerName: t("deals.name"),
        flex: 2,
        minWidth: 140,
        renderCell: ({ value }) => (
          <Box component="span" sx={{ fontWeight: 700 }}>
            {value}
          </Box>
        ),
      },
      { field: "seller", headerName: t("deals.seller"), flex: 1.4, minWidth: 100, valueFormatter: (value: string) => value || noValue },
      { field: "kind", headerName: t("deals.kind"), width: language === "en" ? 106 : 76, valueGetter: (_value, deal) => t(`code.dealKind.${deal.kind}`) },
      {
        field: "process",
        headerName: t("deals.process"),
        width: language === "en" ? 100 : 76,
        valueGetter: (_value, deal) => t(`code.saleProcess.${deal.process}`),
      },
      { field: "cutOffDate", headerName: t("deals.cutOffDate"), width: 84, valueFormatter: formatDate },
      { field: "bidDeadline", headerName: t("deals.bidDeadline"), width: 90, valueFormatter: formatDate },
      {
        field: "stage",
        headerName: t("deals.stage"),
        width: 76,
        valueGetter: (_value, deal) => dealStages.indexOf(deal.stage),
        valueFormatter: (_value, deal) => t(`code.dealStage.${deal.stage}`),
      },
      {
        field: "status",
        headerName: t("deals.status"),
        width: 84,
        renderCell: ({ row }: GridRenderCellParams<Deal>) => <StatusCell status={row.status} text={t(`code.dealStatus.${row.status}`)} />,
      },
      { field: "owner", headerName: t("deals.owner"), width: 64, valueFormatter: (value: string) => value || noValue },
      {
        field: "loans",
        headerName: t("deals.loans"),
        width: 54,
        ...number,
        valueGetter: (_value, deal) => deal.package?.loans ?? null,
        valueFormatter: (value: number | null) => formatNumber(value),
      },
      {
        field: "upb",
        headerName: t("deals.upb", { unit: moneyUnitLabel(unit, language) }),
        width: 108,
        ...number,
        valueGetter: (_value, deal) => deal.package?.upbFen ?? null,
        valueFormatter: (value: number | null) => (value === null ? t("deals.noPackage") : formatMoney(value, unit)),
      },
      { field: "updatedAt", headerName: t("deals.updatedAt"), width: 94, valueFormatter: formatDate },
      {
        field: "actions",
        type: "actions",
        headerName: t("common.actions"),
        width: 104,
        renderCell: (params) => (
          <GridActionsCell {...params}>
            <GridActionsCellItem icon={<OpenInNew />} label={t("deals.open")} title={t("deals.open")} onClick={() => onOpen(params.row)} />
            <GridActionsCellItem
              icon={<EditOutlined />}
              label={t("common.edit")}
              title={t("common.edit")}
              disabled={params.row.archived}
              onClick={() => onEdit(params.row)}
            />
            <GridActionsCellItem
              icon={params.row.archived ? <UnarchiveOutlined /> : <ArchiveOutlined />}
              label={t(params.row.archived ? "deals.restore" : "deals.archive")}
              title={t(params.row.archived ? "deals.restore" : "deals.archive")}
              onClick={() => onArchive(params.row)}
            />
          </GridActionsCell>
        ),
      },
    ];
  }, [t, unit, language, onOpen, onEdit, onArchive]);
}

interface DealsGridProps {
  readonly deals: readonly Deal[];
  readonly loading: boolean;
  readonly commands: DealCommands;
}

export function DealsGrid({ deals, loading, commands }: DealsGridProps) {
  const { t } = useTranslation();
  const columns = useDealColumns(commands);
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
        "& .MuiDataGrid-actionsCell svg": { fontSize: 17 },
      }}
    />
  );
}
