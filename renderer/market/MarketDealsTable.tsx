import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TableSortLabel from "@mui/material/TableSortLabel";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";
import { isSaleParty } from "../../shared/domain/own-sales.ts";
import { formatRate, noValue } from "../../shared/format.ts";
import { inOneLanguage, nameInOneLanguage } from "../../shared/one-language.ts";
import { offerCommands } from "../desk/commands.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Pager } from "../ui/Pager.tsx";
import { RowActions } from "../ui/tables/RowActions.tsx";
import { factLines } from "./fact-lines.ts";
import { originOf } from "./market-tables.ts";
import { RatioText } from "./RatioText.tsx";
import { rowCommands } from "./row-commands.ts";
import { dealsOfPage, type SortColumn, useSortedDeals } from "./sorted-deals.ts";

interface MarketDealsTableProps {
  readonly deals: readonly MarketDeal[];
  /** Records whose place another took. */
  readonly superseded: ReadonlySet<number>;
  /** What is said where a search left none. */
  readonly emptyText: string | undefined;
  readonly onEdit: (deal: MarketDeal) => void;
  readonly onRemove: (deal: MarketDeal) => void;
}

/** Reported deals, the newest first until another order is chosen; a ratio that was not published says why. */
export function MarketDealsTable({ deals, superseded, emptyText, onEdit, onRemove }: MarketDealsTableProps) {
  const { t } = useTranslation();
  const { sort, sortBy, rows, page, setPage } = useSortedDeals(deals);
  const head = (by: SortColumn, text: string, align: "left" | "right" = "left") => (
    <TableCell align={align} sortDirection={sort.by === by ? (sort.descending ? "desc" : "asc") : false}>
      <TableSortLabel active={sort.by === by} direction={sort.by === by && sort.descending ? "desc" : "asc"} onClick={() => sortBy(by)}>
        {text}
      </TableSortLabel>
    </TableCell>
  );
  return (
    <>
      <Pager count={deals.length} size={dealsOfPage} page={page} onPage={setPage} />
      <Table size="small" stickyHeader aria-label={t("market.deals")} sx={tableLook}>
        <TableHead>
          <TableRow>
            {head("reportedOn", t("market.reportedOn"))}
            {head("buyer", t("market.buyer"))}
            {head("seller", t("market.seller"))}
            {head("kind", t("market.kind"))}
            {head("priceFen", t("market.price"), "right")}
            {head("principalFen", t("market.principal"), "right")}
            {head("priceToPrincipal", t("market.priceToPrincipal"), "right")}
            {head("priceToClaim", t("market.priceToClaim"), "right")}
            <TableCell>{t("market.source")}</TableCell>
            <TableCell component="td" aria-label={t("common.actions")} />
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((deal) => (
            <DealRow key={deal.id} deal={deal} isSuperseded={superseded.has(deal.id)} onEdit={onEdit} onRemove={onRemove} />
          ))}
          {deals.length === 0 && (
            <TableRow>
              <TableCell colSpan={10} sx={{ color: "text.secondary" }}>
                {emptyText ?? t("market.emptyDeals")}
              </TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </>
  );
}

const tableLook = {
  // A head may break into lines, and no word of it sign by sign.
  "& th": { whiteSpace: "normal", lineHeight: 1.3, minWidth: 76 },
  // What can be done with a record stays in view when the rest is scrolled.
  "& tr > td:last-of-type:not([colspan])": { position: "sticky", right: 0, bgcolor: "background.paper" },
  "& thead tr > td:last-of-type:not([colspan])": { bgcolor: "background.default" },
} as const;

interface DealRowProps extends Pick<MarketDealsTableProps, "onEdit" | "onRemove"> {
  readonly deal: MarketDeal;
  readonly isSuperseded: boolean;
}

/** Days, parts of the price, class and process, as far as they are known. */
function FactLines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <Box key={line} component="span" sx={{ display: "block", typography: "fine", color: "text.secondary" }}>
      {line}
    </Box>
  ));
}

function DealRow({ deal, isSuperseded, onEdit, onRemove }: DealRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // What is built in states both languages; what the desk entered stands as it was typed.
  const unit = useMoneyUnit();
  const lines = factLines(deal.facts, unit, t);
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
      <TableCell sx={{ whiteSpace: "nowrap" }}>
        {deal.reportedOn}
        <FactLines lines={lines.days} />
      </TableCell>
      <TableCell sx={{ minWidth: 84 }}>{name(deal.buyer)}</TableCell>
      <Tooltip describeChild title={inOneLanguage(deal.note, language)} placement="bottom-start">
        <TableCell sx={{ minWidth: 108 }}>
          {name(deal.seller)}
          <FactLines lines={isSuperseded ? [t("market.superseded")] : []} />
        </TableCell>
      </Tooltip>
      <TableCell sx={{ minWidth: 96 }}>
        {inOneLanguage(deal.kind, language) || noValue}
        <FactLines lines={lines.kinds} />
      </TableCell>
      <TableCell align="right" sx={{ minWidth: 110, maxWidth: 170 }} data-testid="market-price">
        <MoneyText fen={deal.priceFen} />
        <FactLines lines={lines.parts} />
      </TableCell>
      <TableCell align="right">
        <MoneyText fen={deal.principalFen} />
      </TableCell>
      <TableCell align="right">
        <RatioText ratio={deal.priceToPrincipal} reason={t("market.principalNotPublished")} />
        <FactLines lines={deal.worthToPrincipal === null ? [] : [`${t("market.worthToPrincipal")} ${formatRate(deal.worthToPrincipal)}`]} />
      </TableCell>
      <TableCell align="right">
        <RatioText ratio={deal.priceToClaim} reason={t("market.claimNotPublished")} />
        <FactLines lines={deal.priceToNet === null ? [] : [`${t("market.priceToNet")} ${formatRate(deal.priceToNet)}`]} />
      </TableCell>
      <TableCell sx={{ color: "text.secondary", minWidth: 120, maxWidth: 260 }} data-selectable>
        {inOneLanguage(deal.source, language)}
        <FactLines lines={[...lines.source, originOf(deal, t)]} />
      </TableCell>
      <RowActions onEdit={() => onEdit(deal)} onRemove={() => onRemove(deal)} testId={`market-deal-${deal.id}`} />
    </TableRow>
  );
}
