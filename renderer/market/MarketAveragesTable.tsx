import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import type { MarketAverage } from "../../shared/contract/market-channels.ts";
import { formatRate } from "../../shared/format.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { offerCommands } from "../desk/commands.ts";
import { useLanguage } from "../desk/session-store.ts";
import { RowActions } from "../ui/tables/RowActions.tsx";
import { rowCommands } from "./row-commands.ts";

interface MarketAveragesTableProps {
  readonly averages: readonly MarketAverage[];
  /** What is said where a search left none. */
  readonly emptyText: string | undefined;
  readonly onEdit: (average: MarketAverage) => void;
  readonly onRemove: (average: MarketAverage) => void;
}

export function MarketAveragesTable({ averages, emptyText, onEdit, onRemove }: MarketAveragesTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table size="small" stickyHeader aria-label={t("market.averages")}>
      <TableHead>
        <TableRow>
          <TableCell>{t("market.dealKind")}</TableCell>
          <TableCell>{t("market.period")}</TableCell>
          <TableCell align="right">{t("market.ratio")}</TableCell>
          <TableCell>{t("market.base")}</TableCell>
          <TableCell>{t("market.asOf")}</TableCell>
          <TableCell>{t("market.source")}</TableCell>
          <TableCell>{t("market.origin")}</TableCell>
          <TableCell component="td" aria-label={t("common.actions")} />
        </TableRow>
      </TableHead>
      <TableBody>
        {averages.map((average) => (
          <TableRow
            key={average.id}
            hover
            onContextMenu={(event) =>
              offerCommands(
                event.nativeEvent,
                rowCommands(
                  () => onEdit(average),
                  () => onRemove(average),
                ),
              )
            }
          >
            <TableCell sx={{ whiteSpace: "nowrap" }}>{t(`code.dealKind.${average.dealKind}`)}</TableCell>
            <TableCell sx={{ whiteSpace: "nowrap" }}>{average.period}</TableCell>
            <TableCell align="right">{average.isUpperBound ? t("market.below", { rate: formatRate(average.ratio) }) : formatRate(average.ratio)}</TableCell>
            <TableCell>{t(`code.marketBase.${average.base}`)}</TableCell>
            <TableCell sx={{ whiteSpace: "nowrap" }}>{average.asOf}</TableCell>
            <TableCell sx={{ color: "text.secondary" }} data-selectable>
              {inOneLanguage(average.source, language)}
            </TableCell>
            <TableCell sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>{t(average.seeded ? "market.seeded" : "market.own")}</TableCell>
            <RowActions onEdit={() => onEdit(average)} onRemove={() => onRemove(average)} testId={`average-${average.id}`} />
          </TableRow>
        ))}
        {averages.length === 0 && (
          <TableRow>
            <TableCell colSpan={8} sx={{ color: "text.secondary" }}>
              {emptyText ?? t("market.emptyAverages")}
            </TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}
