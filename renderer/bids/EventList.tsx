import { useTranslation } from "react-i18next";
import { shanghaiDay, shanghaiTime } from "../../shared/domain/bid-dates.ts";
import type { BidEvent } from "../../shared/domain/bid-rounds.ts";
import { formatExactMoney } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** A moment by the clock of Shanghai, with seconds: bids come fast. */
const clockOf = (at: string): string => shanghaiTime(Date.parse(at));

/** What was written down of the sale, the latest first; what was struck stays, crossed out. */
export function EventList({ events, isDated = false }: { readonly events: readonly BidEvent[]; readonly isDated?: boolean }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <TitledPanel title={t("bids.card.events")}>
      <ListTable aria-label={t("bids.card.events")} data-testid="card-events">
        <thead>
          <tr>
            <th scope="col">{`${t("bids.card.at")} (${t("calendar.zone")})`}</th>
            <th scope="col">{t("bids.card.what")}</th>
            <th scope="col" className="number">
              {t("bids.prices.price")}
            </th>
            <th scope="col">{t("bids.card.by")}</th>
            <th scope="col">{t("bids.card.note")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, kind, amountFen, at, typedBy, bidder, note, isStruck }) => (
            <tr key={id} {...(isStruck ? { style: { textDecoration: "line-through" } } : {})}>
              <td>{isDated ? `${shanghaiDay(Date.parse(at))} ${clockOf(at)}` : clockOf(at)}</td>
              <td>{isStruck ? t("bids.card.struck", { what: t(`bids.card.kind.${kind}`) }) : t(`bids.card.kind.${kind}`)}</td>
              <td className="number">{formatExactMoney(amountFen, unit)}</td>
              <td>{typedBy === "" ? t("memo.notStated") : typedBy}</td>
              <td>{[bidder, note].filter((part) => part !== "").join(t("bids.card.join"))}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
