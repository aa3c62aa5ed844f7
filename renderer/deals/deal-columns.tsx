import ArchiveOutlined from "@mui/icons-material/ArchiveOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import OpenInNew from "@mui/icons-material/OpenInNew";
import UnarchiveOutlined from "@mui/icons-material/UnarchiveOutlined";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { GridActionsCell, GridActionsCellItem, type GridColDef, type GridRenderCellParams } from "@mui/x-data-grid";
import type { TFunction } from "i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { type DealStatus, dealStages, type Language, type MoneyUnit } from "../../shared/domain/codes.ts";
import { formatDate, formatMoney, formatNumber, moneyUnitLabel, noValue } from "../../shared/format.ts";
import type { DealCommands } from "./deal-commands.ts";

export type DealColumn = GridColDef<Deal>;

const statusColors: Record<DealStatus, string> = {
  active: "primary.main",
  onHold: "warning.main",
  won: "success.main",
  lost: "text.disabled",
  withdrawn: "text.disabled",
};
const orDash = (text: string) => text || noValue;

/** What the deal is and when it is due. */
export const identityColumns = (t: TFunction, language: Language, { onOpen }: Pick<DealCommands, "onOpen">): DealColumn[] => [
  {
    field: "name",
    headerName: t("deals.name"),
    flex: 2,
    minWidth: 118,
    hideable: false,
    renderCell: ({ row }) => <NameCell name={row.name} onOpen={() => onOpen(row)} />,
  },
  { field: "seller", headerName: t("deals.seller"), flex: 1.4, minWidth: 76, renderCell: ({ row }) => <TextCell text={orDash(row.seller)} /> },
  {
    field: "kind",
    headerName: t("deals.kind"),
    width: language === "en" ? 74 : 66,
    valueGetter: (_value, deal) => t(`code.dealKind.${deal.kind}`),
    renderCell: ({ value }) => <TextCell text={String(value)} />,
  },
  {
    field: "process",
    headerName: t("deals.process"),
    width: language === "en" ? 70 : 66,
    valueGetter: (_value, deal) => t(`code.saleProcess.${deal.process}`),
    renderCell: ({ value }) => <TextCell text={String(value)} />,
  },
  { field: "cutOffDate", headerName: t("deals.cutOffDate"), width: language === "en" ? 92 : 84, valueFormatter: formatDate },
  { field: "bidDeadline", headerName: t("deals.bidDeadline"), width: language === "en" ? 92 : 84, valueFormatter: formatDate },
];

const twoLines = {
  display: "-webkit-box",
  WebkitLineClamp: 2,
  WebkitBoxOrient: "vertical",
  overflow: "hidden",
  whiteSpace: "normal",
  // Less would cut what reaches below the line.
  lineHeight: 1.4,
} as const;

/** The name opens the deal; Enter does it for the keyboard, which stands on the cell. */
function NameCell({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  return (
    <Link component="button" variant="body1" color="textPrimary" underline="hover" tabIndex={-1} title={name} onClick={onOpen} sx={nameLook}>
      {name}
    </Link>
  );
}

// The whole cell opens: it is positioned, since it stays at the edge.
const wholeCell = { content: '""', position: "absolute", inset: 0 } as const;
const nameLook = { ...twoLines, fontWeight: 700, textAlign: "left", "&:hover": { color: "primary.main" }, "&::after": wholeCell } as const;

function TextCell({ text }: { readonly text: string }) {
  return (
    <Box component="span" title={text} sx={twoLines}>
      {text}
    </Box>
  );
}

/** How far it is and in whose hands. */
export const progressColumns = (t: TFunction): DealColumn[] => [
  {
    field: "stage",
    headerName: t("deals.stage"),
    width: 70,
    valueGetter: (_value, deal) => dealStages.indexOf(deal.stage),
    valueFormatter: (_value, deal) => t(`code.dealStage.${deal.stage}`),
    renderCell: ({ row }) => <TextCell text={t(`code.dealStage.${row.stage}`)} />,
  },
  {
    field: "status",
    headerName: t("deals.status"),
    width: 76,
    valueFormatter: (_value, deal) => t(`code.dealStatus.${deal.status}`),
    renderCell: ({ row }: GridRenderCellParams<Deal>) => <StatusCell status={row.status} text={t(`code.dealStatus.${row.status}`)} />,
  },
  { field: "owner", headerName: t("deals.owner"), width: 58, valueFormatter: orDash },
];

function StatusCell({ status, text }: { readonly status: DealStatus; readonly text: string }) {
  return (
    <Box component="span" sx={{ display: "flex", height: "100%", alignItems: "center", gap: 0.75 }}>
      <Box component="span" sx={{ width: 7, height: 7, borderRadius: "50%", bgcolor: statusColors[status] }} />
      {text}
    </Box>
  );
}

/** What is in its package. */
export function packageColumns(t: TFunction, language: Language, unit: MoneyUnit): DealColumn[] {
  const number = { type: "number", align: "right", headerAlign: "right" } as const;
  return [
    {
      field: "loans",
      headerName: t("deals.loans"),
      width: 52,
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
    { field: "updatedAt", headerName: t("deals.updatedAt"), width: 100, valueFormatter: formatDate },
  ];
}

export const actionsColumn = (t: TFunction, { onOpen, onEdit, onArchive }: DealCommands): DealColumn => ({
  field: "actions",
  type: "actions",
  headerName: t("common.actions"),
  hideable: false,
  width: 86,
  renderCell: (params) => {
    const archiveText = t(params.row.archived ? "deals.restore" : "deals.archive");
    return (
      <GridActionsCell {...params}>
        <GridActionsCellItem icon={<OpenInNew fontSize="small" />} label={t("deals.open")} title={t("deals.open")} onClick={() => onOpen(params.row)} />
        <GridActionsCellItem
          icon={<EditOutlined fontSize="small" />}
          label={t("common.edit")}
          title={t("common.edit")}
          disabled={params.row.archived}
          onClick={() => onEdit(params.row)}
        />
        <GridActionsCellItem
          icon={params.row.archived ? <UnarchiveOutlined fontSize="small" /> : <ArchiveOutlined fontSize="small" />}
          label={archiveText}
          title={archiveText}
          data-testid={`archive-${params.row.id}`}
          onClick={() => onArchive(params.row)}
        />
      </GridActionsCell>
    );
  },
});
