import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { format } from "date-fns";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import { marketClasses } from "../../shared/domain/market-facts.ts";
import { type ClassRange, classRanges, countedDeals, leastForRange, monthsOfRange } from "../../shared/domain/market-sums.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { AverageChart } from "./AverageChart.tsx";
import { usePartyName } from "./party-name.ts";

interface RangesPageProps {
  readonly deals: readonly MarketDeal[];
  readonly averages: readonly MarketAverage[];
}

/** Prices to balance: what is published on average, and the deals' own by class and base. */
export function RangesPage({ deals, averages }: RangesPageProps) {
  const { t } = useTranslation();
  const [today] = useState(() => format(new Date(), "yyyy-MM-dd"));
  const counted = useMemo(() => countedDeals(deals), [deals]);
  const ranges = useMemo(() => classRanges(counted, marketClasses, today), [counted, today]);
  const title = t("market.ranges", { months: monthsOfRange });
  return (
    <Box tabIndex={-1} sx={{ p: 2, overflowY: "auto", flex: 1, display: "flex", flexDirection: "column", gap: 1.5 }}>
      <AverageChart averages={averages} />
      <TitledPanel title={title}>
        <ListTable aria-label={title} data-testid="market-ranges">
          <thead>
            <tr>
              <th scope="col">{t("market.marketClass")}</th>
              <th scope="col">{t("market.base")}</th>
              <th scope="col" className="number">
                {t("market.count")}
              </th>
              <th scope="col">{t("market.quartiles")}</th>
              <th scope="col">{t("market.listed")}</th>
            </tr>
          </thead>
          <tbody>
            {ranges.map((range) => (
              <RangeRow key={`${range.marketClass}-${range.base}`} range={range} deals={counted} />
            ))}
            {ranges.length === 0 && (
              <tr>
                <td colSpan={5}>{t("market.noRanges", { months: monthsOfRange })}</td>
              </tr>
            )}
          </tbody>
        </ListTable>
        <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
          {t("market.rangesNote", { least: leastForRange })}
        </Typography>
      </TitledPanel>
    </Box>
  );
}

/** A range where enough deals make one, else the deals. */
function RangeRow({ range: { marketClass, base, ratios, quartiles }, deals }: { readonly range: ClassRange; readonly deals: readonly MarketDeal[] }) {
  const { t } = useTranslation();
  const nameOf = usePartyName(deals);
  const sellerOf = (wanted: number) => nameOf(deals.find(({ id }) => id === wanted)?.seller ?? "");
  return (
    <tr data-range={`${marketClass}-${base}`}>
      <th scope="row">{t(`market.marketClassOf.${marketClass}`)}</th>
      <td>{t(`market.baseOf.${base}`)}</td>
      <td className="number">{formatNumber(ratios.length)}</td>
      <td>{quartiles === null ? t("market.sameBaseOnly", { least: leastForRange }) : quartiles.map((one) => formatRate(one)).join(" · ")}</td>
      <td>{quartiles === null ? ratios.map(({ id, ratio }) => `${sellerOf(id)} ${formatRate(ratio)}`).join("; ") : ""}</td>
    </tr>
  );
}
