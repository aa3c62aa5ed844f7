import EditOutlined from "@mui/icons-material/EditOutlined";
import HistoryOutlined from "@mui/icons-material/HistoryOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerLine } from "../../shared/domain/bid-rounds.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { formatDate, formatExactMoney, formatNumber, formatRate, noValue } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { AmendedRound } from "./AmendedRound.tsx";
import { LedgerGroups } from "./LedgerGroups.tsx";
import { SaleRecord } from "./SaleRecord.tsx";

const texts = ["closedAt", "deal", "seller", "form", "result", "reason"] as const;
const amounts = ["list", "limit", "own", "winnerFen", "reserve", "deposit"] as const;
const ends = ["winner", "depositBack", "note"] as const;

const wordsOf = ({ closedAt, dealName, seller, saleForm, result, reason }: LedgerLine, t: TFunction) => [
  formatDate(closedAt),
  dealName,
  seller,
  t(`bids.form.${saleForm}`),
  t(`bids.result.${result}`),
  reason === null ? noValue : t(`bids.reason.${reason}`),
];
const fenOf = ({ listFen, limitFen, ownFen, winnerFen, reserveFen, depositFen }: LedgerLine) => [listFen, limitFen, ownFen, winnerFen, reserveFen, depositFen];
const restOf = ({ winner, depositBackOn, note }: LedgerLine) => [winner, formatDate(depositBackOn), note];

type LedgerColumn = (typeof texts)[number] | (typeof amounts)[number] | (typeof ends)[number];

/** What a cell says, and what stands below it: so many columns fit a narrow window only in pairs. */
const shownColumns: readonly (readonly [key: LedgerColumn, under: LedgerColumn | null, isNumber: boolean])[] = [
  ["closedAt", null, false],
  ["deal", "seller", false],
  ["form", null, false],
  ["result", "reason", false],
  ["list", "limit", true],
  ["own", null, true],
  ["winnerFen", "winner", true],
  ["reserve", null, true],
  ["deposit", "depositBack", true],
  ["note", null, false],
];

function saidOf(line: LedgerLine, t: TFunction, unit: MoneyUnit): Readonly<Record<LedgerColumn, string>> {
  const [words, fen, rest] = [wordsOf(line, t), fenOf(line), restOf(line)];
  return Object.fromEntries([
    ...texts.map((key, place) => [key, words[place]]),
    ...amounts.map((key, place) => [key, formatExactMoney(fen[place], unit)]),
    ...ends.map((key, place) => [key, rest[place]]),
  ]) as Record<LedgerColumn, string>; // every column is in one of the three
}

function Under({ children }: { readonly children: string }) {
  return (
    <Typography component="span" variant="body2" color="textSecondary" sx={{ display: "block" }}>
      {children}
    </Typography>
  );
}

/** Closed sales of all deals (竞价台账), and what they say together once there are enough. */
export function LedgerView() {
  const { t } = useTranslation();
  const ledger = useCall("bids.ledger", undefined);
  const lines = ledger.data?.lines ?? [];
  const [amended, setAmended] = useState<LedgerLine | null>(null);
  const [recorded, setRecorded] = useState<LedgerLine | null>(null);
  const exporting = useTableExport(t("bids.ledger.title"), () => [
    {
      name: t("bids.ledger.title"),
      columns: [
        ...texts.map((key) => ({ head: t(`bids.ledger.${key}`), kind: "text" as const })),
        ...amounts.map((key) => ({ head: t(`bids.ledger.${key}`), kind: "money" as const })),
        ...ends.map((key) => ({ head: t(`bids.ledger.${key}`), kind: "text" as const })),
      ],
      rows: lines.map((line) => [...wordsOf(line, t), ...fenOf(line), ...restOf(line)]),
    },
  ]);
  if (ledger.error !== undefined) return <ErrorAlert error={ledger.error} onRetry={ledger.reload} />;
  if (ledger.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  if (lines.length === 0) return <EmptyState title={t("bids.ledger.title")} text={t("bids.ledger.empty")} />;
  const { figures } = ledger.data;
  return (
    <Box {...exporting.place} sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
      <TitledPanel
        title={t("bids.ledger.title")}
        actions={<ExportButton exporting={exporting} name={t("bids.ledger.title")} testId="ledger-export" icon="small" />}
      >
        <Typography variant="body1" sx={{ px: 1, pb: 0.5 }} data-testid="ledger-figures">
          {figures === null
            ? t("bids.ledger.few")
            : [
                t("bids.ledger.hitRate", { bids: formatNumber(figures.bids), won: formatNumber(figures.won), rate: formatRate(figures.hitRate, 1) }),
                ...(figures.distance === null ? [] : [t("bids.ledger.distance", { share: formatRate(figures.distance, 1) })]),
              ].join(" · ")}
        </Typography>
        <LedgerTable lines={lines} onAmend={setAmended} onRecord={setRecorded} />
      </TitledPanel>
      <LedgerGroups bySeller={ledger.data.bySeller} byRival={ledger.data.byRival} />
      {amended !== null && <AmendedRound key={amended.roundId} line={amended} onClose={() => setAmended(null)} />}
      {recorded !== null && <SaleRecord line={recorded} onClose={() => setRecorded(null)} />}
    </Box>
  );
}

interface LedgerTableProps {
  readonly lines: readonly LedgerLine[];
  readonly onAmend: (line: LedgerLine) => void;
  readonly onRecord: (line: LedgerLine) => void;
}

function LedgerTable({ lines, onAmend, onRecord }: LedgerTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <ListTable
      aria-label={t("bids.ledger.title")}
      data-testid="bid-ledger"
      sx={{ "& td:first-of-type": { whiteSpace: "nowrap" }, "& td:nth-of-type(2)": { minWidth: 160 } }}
    >
      <thead>
        <tr>
          {shownColumns.map(([key, under, isNumber]) => (
            <th scope="col" key={key} {...(isNumber ? { className: "number" } : {})}>
              {t(`bids.ledger.${key}`)}
              {under === null ? null : <Under>{t(`bids.ledger.${under}`)}</Under>}
            </th>
          ))}
          <th scope="col">
            <Box component="span" sx={visuallyHidden}>
              {t("common.edit")}
            </Box>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.roundId}>
            {shownColumns.map(([key, under, isNumber]) => {
              const said = saidOf(line, t, unit);
              return (
                <td key={key} {...(isNumber ? { className: "number" } : {})}>
                  {said[key]}
                  {under === null || said[under] === "" ? null : <Under>{said[under]}</Under>}
                </td>
              );
            })}
            <td style={{ whiteSpace: "nowrap" }}>
              <IconButton
                size="small"
                aria-label={t("bids.ledger.record", { name: line.dealName })}
                onClick={() => onRecord(line)}
                data-testid={`record-${line.roundId}`}
              >
                <HistoryOutlined fontSize="tiny" />
              </IconButton>
              <IconButton
                size="small"
                aria-label={t("bids.ledger.amendTitle", { name: line.dealName })}
                onClick={() => onAmend(line)}
                data-testid={`amend-${line.roundId}`}
              >
                <EditOutlined fontSize="tiny" />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
