import { useTranslation } from "react-i18next";
import type { BidLadder } from "../../shared/domain/bid-rounds.ts";
import { formatExactMoney, formatMultiple, formatNumber, formatRate, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface LadderTableProps {
  readonly ladder: BidLadder;
  /** Only these rungs: a page has room for two columns of them. */
  readonly from?: number;
  readonly to?: number;
}

const heads = ["step", "price", "irr", "cost", "moic", "miss"] as const;

/** From the list price to the limit, with what each step costs us in rate of return. */
export function LadderTable({ ladder: { rungs, steps }, from = 0, to = rungs.length }: LadderTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const costOf = (place: number): string => {
    const [before, here] = [rungs[place - 1], rungs[place]];
    if (before?.irr.kind !== "one" || here?.irr.kind !== "one") return noValue;
    return formatNumber((100 * (before.irr.rate - here.irr.rate)) / (here.step - before.step), 3);
  };
  return (
    <ListTable aria-label={t("bids.card.ladder")} data-testid="card-ladder" data-steps={steps}>
      <thead>
        <tr>
          {heads.map((key) => (
            <th scope="col" key={key} className="number">
              {t(`bids.card.head.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rungs.slice(from, to).map(({ step, priceFen, irr, moic, missChance }, place) => (
          <tr key={step}>
            <th scope="row" className="number">
              {formatNumber(step)}
            </th>
            <td className="number">{formatExactMoney(priceFen, unit)}</td>
            <td className="number">{irrText(irr, t)}</td>
            <td className="number">{costOf(from + place)}</td>
            <td className="number">{formatMultiple(moic)}</td>
            <td className="number">{formatRate(missChance, 1)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
