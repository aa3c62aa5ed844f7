import Box from "@mui/material/Box";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";
import { buyerSums, countedDeals, type DealSum, regionRows, sumsBy, yearOf } from "../../shared/domain/market-sums.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import { DealTimeline } from "./DealTimeline.tsx";
import { usePartyName } from "./party-name.ts";

function SumCells({ sum }: { readonly sum: DealSum }) {
  return (
    <>
      <td className="number">{formatNumber(sum.count)}</td>
      <td className="number">
        <MoneyText fen={sum.totalFen} />
      </td>
      <td className="number">{sum.unpriced === 0 ? "" : formatNumber(sum.unpriced)}</td>
    </>
  );
}

/** Heads of a table of sums after what they are of. */
function SumHeads({ of }: { readonly of: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
        {[t("market.count"), t("market.total"), t("market.unpriced")].map((head) => (
          <th scope="col" className="number" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What each buyer bought by month and by year, added up from the records. */
function BuyerTable({ deals }: { readonly deals: readonly MarketDeal[] }) {
  const { t } = useTranslation();
  const nameOf = usePartyName(deals);
  const title = t("market.sumsOfBuyers", { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="market-buyers">
        <SumHeads of={[t("market.period")]} />
        {buyerSums(deals).map((buyer) => (
          <tbody key={buyer.key}>
            <SectionRow title={nameOf(buyer.key)} columns={4} />
            {[...buyer.months, ...buyer.years].map((sum) => (
              <tr key={sum.key} data-sum={`${buyer.key}|${sum.key}`}>
                <th scope="row">{sum.key}</th>
                <SumCells sum={sum} />
              </tr>
            ))}
            <tr data-sum={`${buyer.key}|all`}>
              <th scope="row">
                <b>{t("market.all")}</b>
              </th>
              <SumCells sum={buyer} />
            </tr>
          </tbody>
        ))}
      </ListTable>
    </TitledPanel>
  );
}

function PlainSums({
  of,
  sums,
  textOf,
}: {
  readonly of: "year" | "province" | "process";
  readonly sums: readonly DealSum[];
  readonly textOf: (key: string) => string;
}) {
  const { t } = useTranslation();
  const title = t(`market.sumsOf.${of}`, { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid={`market-by-${of}`}>
        <SumHeads of={[t(of === "year" ? "market.period" : `market.${of}`)]} />
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.key}>
              <th scope="row">{textOf(sum.key)}</th>
              <SumCells sum={sum} />
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}

/** Which banks sold, to whom. */
function RegionTable({ deals }: { readonly deals: readonly MarketDeal[] }) {
  const { t } = useTranslation();
  const nameOf = usePartyName(deals);
  const title = t("market.regions", { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="market-regions">
        <SumHeads of={[t("market.province"), t("market.seller"), t("market.buyer")]} />
        <tbody>
          {regionRows(deals).map((row) => (
            <tr key={row.key}>
              <td>{row.province || t("market.noProvince")}</td>
              <th scope="row">{nameOf(row.seller)}</th>
              <td>{nameOf(row.buyer)}</td>
              <SumCells sum={row} />
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}

/** What the records add up to. */
export function SumsPage({ deals }: { readonly deals: readonly MarketDeal[] }) {
  const { t } = useTranslation();
  const counted = useMemo(() => countedDeals(deals), [deals]);
  const years = sumsBy(counted, yearOf).toSorted((one, other) => other.key.localeCompare(one.key));
  if (counted.length === 0) return <EmptyState title={t("market.noSums")} />;
  const processText = (key: string) => {
    const process = counted.find(({ facts }) => facts.process === key)?.facts.process;
    return process === undefined ? key : t(`market.processOf.${process}`);
  };
  return (
    <Box tabIndex={-1} sx={{ p: 2, overflowY: "auto", flex: 1, display: "flex", flexDirection: "column", gap: 1.5 }}>
      <DealTimeline deals={counted} />
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)", gap: 1.5, alignItems: "start", flexShrink: 0 }}>
        <BuyerTable deals={counted} />
        <Box sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          <PlainSums of="year" sums={years} textOf={(year) => year} />
          <PlainSums of="process" sums={sumsBy(counted, ({ facts }) => facts.process)} textOf={processText} />
          <PlainSums of="province" sums={sumsBy(counted, ({ facts }) => facts.province)} textOf={(province) => province || t("market.noProvince")} />
        </Box>
      </Box>
      <RegionTable deals={counted} />
    </Box>
  );
}
