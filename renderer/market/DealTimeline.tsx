import Paper from "@mui/material/Paper";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";
import { monthOf, sumsBy } from "../../shared/domain/market-sums.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { usePartyName } from "./party-name.ts";

/** Buyers with a colour of their own; the rest are one. */
const namedBuyers = 4;

/** What was bought month by month, stacked by buyer. */
export function DealTimeline({ deals }: { readonly deals: readonly MarketDeal[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const nameOf = usePartyName(deals);
  const { months, series } = useMemo(() => {
    const inOrder = [...new Set(deals.map(monthOf))].toSorted();
    const largest = sumsBy(deals, ({ buyer }) => buyer).map(({ key }) => key);
    const named = largest.slice(0, namedBuyers);
    const rest = largest.length > namedBuyers ? [{ name: t("market.otherBuyers"), isOf: (buyer: string) => !named.includes(buyer) }] : [];
    const groups = [...named.map((one) => ({ name: nameOf(one), isOf: (buyer: string) => buyer === one })), ...rest];
    const rows = groups.map(({ name, isOf }) => {
      const own = new Map(
        sumsBy(
          deals.filter(({ buyer }) => isOf(buyer)),
          monthOf,
        ).map(({ key, totalFen }) => [key, totalFen]),
      );
      return { name, fen: inOrder.map((month) => own.get(month) ?? 0) };
    });
    return { months: inOrder, series: rows };
  }, [deals, nameOf, t]);
  const option = useMemo(
    () => ({
      grid: plotArea(8),
      tooltip: numberTooltip(2),
      xAxis: { type: "category", data: months, axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", axisLabel: { formatter: amountLabels(unit, language, 2) } },
      series: series.map(({ name, fen }) => ({ type: "bar", stack: "deals", name, barMaxWidth: 48, data: fen.map((one) => one / fenPerUnit[unit]) })),
    }),
    [months, series, unit, language],
  );
  const title = t("market.timeline", { unit: moneyUnitLabel(unit, language) });
  const table = {
    head: [t("market.period"), ...series.map(({ name }) => name)],
    rows: months.map((month, at) => [month, ...series.map(({ fen }) => formatMoney(fen[at], unit))]),
  };
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1, flexShrink: 0 }}>
      <EChart caption={title} label={title} option={option} table={table} height={200} />
    </Paper>
  );
}
