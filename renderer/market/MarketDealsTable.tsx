import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";
import { isSaleParty } from "../../shared/domain/own-sales.ts";
import { noValue } from "../../shared/format.ts";
import { inOneLanguage, nameInOneLanguage } from "../../shared/one-language.ts";
import { offerCommands } from "../desk/commands.ts";
import { useLanguage } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { RowActions } from "../ui/tables/RowActions.tsx";
import { originOf } from "./market-tables.ts";
import { RatioText } from "./RatioText.tsx";
import { rowCommands } from "./row-commands.ts";

interface MarketDealsTableProps {
  readonly deals: readonly MarketDeal[];
  /** What is said where a search left none. */
  readonly emptyText: string | undefined;
  readonly onEdit: (deal: MarketDeal) => void;
  readonly onRemove: (deal: MarketDeal) => void;
}

/** Reported deals, the newest first; a ratio that was not published says why. */
export function MarketDealsTable({ deals, emptyText, onEdit, onRemove }: MarketDealsTableProps) {
  const { t } = useTranslation();
  const newestFirst = [...deals].sort((a, b) => b.reportedOn.localeCompare(a.reportedOn));
  return (
    <Table size="small" stickyHeader aria-label={t("market.deals")} sx={tableLook}>
      <TableHead>
        <TableRow>
          <TableCell>{t("market.reportedOn")}</TableCell>
          <TableCell>{t("market.buyer")}</TableCell>
          <TableCell>{t("market.seller")}</TableCell>
          <TableCell>{t("market.kind")}</TableCell>
          <TableCell align="right">{t("market.price")}</TableCell>
          <TableCell align="right">{t("market.principal")}</TableCell>
          <TableCell align="right">{t("market.priceToPrincipal")}</TableCell>
          <TableCell align="right">{t("market.priceToClaim")}</TableCell>
          <TableCell>{t("market.source")}</TableCell>
          <TableCell>{t("market.origin")}</TableCell>
          <TableCell component="td" aria-label={t("common.actions")} />
        </TableRow>
      </TableHead>
      <TableBody>
        {newestFirst.map((deal) => (
          <DealRow key={deal.id} deal={deal} onEdit={onEdit} onRemove={onRemove} />
        ))}
        {deals.length === 0 && (
          <TableRow>
            <TableCell colSpan={11} sx={{ color: "text.secondary" }}>
              {emptyText ?? t("market.emptyDeals")}
            </TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}

const tableLook = {
  "& th": { whiteSpace: "normal", lineHeight: 1.3 },
  // What can be done with a record stays in view when the rest is scrolled.
  "& tr > td:last-of-type:not([colspan])": { position: "sticky", right: 0, bgcolor: "background.paper" },
  "& thead tr > td:last-of-type:not([colspan])": { bgcolor: "background.default" },
} as const;

interface DealRowProps extends Pick<MarketDealsTableProps, "onEdit" | "onRemove"> {
  readonly deal: MarketDeal;
}

function DealRow({ deal, onEdit, onRemove }: DealRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // What is built in states both languages; what the desk entered stands as it was typed.
  const name = (text: string) => (deal.seeded || isSaleParty(text) ? nameInOneLanguage(text, language) : text);
  return (
    <TableRow
      hover
      onContextMenu={(event) =>
        offerCommands(
          event.nativeEvent,
          rowCommands(
            () => onEdit(deal),
            () => onRemove(deal),
          ),
        )
      }
    >
      <TableCell sx={{ whiteSpace: "nowrap" }}>{deal.reportedOn}</TableCell>
      <TableCell sx={{ minWidth: 84 }}>{name(deal.buyer)}</TableCell>
      <Tooltip describeChild title={inOneLanguage(deal.note, language)} placement="bottom-start">
        <TableCell sx={{ minWidth: 108 }}>{name(deal.seller)}</TableCell>
      </Tooltip>
      <TableCell sx={{ minWidth: 96 }}>{inOneLanguage(deal.kind, language) || noValue}</TableCell>
      <TableCell align="right">
        <MoneyText fen={deal.priceFen} />
      </TableCell>
      <TableCell align="right">
        <MoneyText fen={deal.principalFen} />
      </TableCell>
      <TableCell align="right">
        <RatioText ratio={deal.priceToPrincipal} reason={t("market.principalNotPublished")} />
      </TableCell>
      <TableCell align="right">
        <RatioText ratio={deal.priceToClaim} reason={t("market.claimNotPublished")} />
      </TableCell>
      <TableCell sx={{ color: "text.secondary", minWidth: 120, maxWidth: 260 }} data-selectable>
        {inOneLanguage(deal.source, language)}
      </TableCell>
      <TableCell sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>{originOf(deal, t)}</TableCell>
      <RowActions onEdit={() => onEdit(deal)} onRemove={() => onRemove(deal)} testId={`market-deal-${deal.id}`} />
    </TableRow>
  );
}
