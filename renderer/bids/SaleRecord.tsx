import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { LedgerLine, RoundStatement } from "../../shared/domain/bid-rounds.ts";
import { formatDate, formatDateTime, formatMoney, noValue } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { EventList } from "./EventList.tsx";

const texts = ["saidAt", "saidBy", "result", "reason", "winner"] as const;
const amounts = ["winnerFen", "reserve"] as const;
const ends = ["depositBack", "note"] as const;

/** All that was written down of a closed sale: what was said of its end, each time, and its bids. */
export function SaleRecord({ line, onClose }: { readonly line: LedgerLine; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { dealId, roundId, dealName, closedAt } = line;
  const record = useCall("bids.closedRound", { dealId, roundId });
  const title = t("bids.ledger.record", { name: dealName });
  return (
    <SideDrawer
      open
      onClose={onClose}
      label={title}
      title={title}
      subtitle={t("bids.ledger.recordOf", { day: formatDate(closedAt) })}
      width={860}
      testId="sale-record"
    >
      {record.error === undefined ? null : <ErrorAlert error={record.error} onRetry={record.reload} />}
      {record.data === undefined ? (
        record.error === undefined && <LinearProgress aria-label={t("common.loading")} />
      ) : (
        <Box sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          <StatementTable statements={record.data.statements} />
          <EventList events={record.data.events} isDated />
        </Box>
      )}
    </SideDrawer>
  );
}

function StatementTable({ statements }: { readonly statements: readonly RoundStatement[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const heads = [...texts, ...amounts, ...ends];
  return (
    <TitledPanel title={t("bids.ledger.statements")}>
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 0.5 }}>
        {t("bids.ledger.statementsNote")}
      </Typography>
      <ListTable aria-label={t("bids.ledger.statements")} data-testid="sale-statements">
        <thead>
          <tr>
            {heads.map((key) => (
              <th scope="col" key={key} {...(isAmount(key) ? { className: "number" } : {})}>
                {t(`bids.ledger.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statements.map(({ id, by, at, closing }) => (
            <tr key={id}>
              <td>{formatDateTime(at)}</td>
              <td>{by === "" ? t("memo.notStated") : by}</td>
              <td>{t(`bids.result.${closing.result}`)}</td>
              <td>{closing.reason === null ? noValue : t(`bids.reason.${closing.reason}`)}</td>
              <td>{closing.winner}</td>
              <td className="number">{formatMoney(closing.winnerFen, unit)}</td>
              <td className="number">{formatMoney(closing.reserveFen, unit)}</td>
              <td>{formatDate(closing.depositBackOn)}</td>
              <td>{closing.note}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}

const isAmount = (key: string): boolean => amounts.some((one) => one === key);
