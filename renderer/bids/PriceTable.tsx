import { useTranslation } from "react-i18next";
import { formatExactMoney, formatMoney, formatMultiple, formatRate } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import type { PriceLine, PriceMark } from "./price-lines.ts";

const heads = ["price", "irr", "moic", "miss", "win", "expected", "worthIfWon", "ifWon"] as const;

/** Prices of the room are stated to the fen; the others are worked out. */
const isStated = (mark: PriceMark): boolean => mark === "list" || mark === "opening" || mark === "target" || mark === "limit";

/** Every named price with what it earns and how likely it wins. */
export function PriceTable({ lines }: { readonly lines: readonly PriceLine[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <ListTable aria-label={t("bids.prices.title")} data-testid="bid-prices">
      <thead>
        <tr>
          <th scope="col">{t("bids.prices.mark")}</th>
          {heads.map((key) => (
            <th scope="col" key={key} className="number">
              {t(`bids.prices.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ mark, priceFen, point }) => (
          <tr key={mark} data-testid={`bid-price-${mark}`}>
            <th scope="row">{t(`bids.prices.${mark}`)}</th>
            <td className="number">{isStated(mark) ? formatExactMoney(priceFen, unit) : formatMoney(priceFen, unit)}</td>
            <td className="number">{point === null ? formatRate(null) : irrText(point.irr, t)}</td>
            <td className="number">{formatMultiple(point?.moic)}</td>
            <td className="number">{formatRate(point?.missChance, 1)}</td>
            <td className="number">{formatRate(point?.winChance, 1)}</td>
            <td className="number">{formatMoney(point?.expectedProfitFen, unit)}</td>
            <td className="number">{formatMoney(point?.worthIfWonFen, unit)}</td>
            <td className="number">{formatMoney(point?.profitIfWonFen, unit)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
