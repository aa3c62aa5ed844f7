import { useTranslation } from "react-i18next";
import type { BidEvent } from "../../shared/domain/bid-rounds.ts";
import { formatDate, formatMoney } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** A moment on this machine's clock, with seconds: bids come fast. */
const clockOf = (at: string): string => new Date(at).toTimeString().slice(0, 8);

/** What was written down of the sale, the latest first; what was struck stays, crossed out. */
export function EventList({ events, isDated = false }: { readonly events: readonly BidEvent[]; readonly isDated?: boolean }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <TitledPanel title={t("bids.card.events")}>
      <ListTable aria-label={t("bids.card.events")} data-testid="card-events">
        <thead>
          <tr>
            <th scope="col">{t("bids.card.at")}</th>
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
              <td>{isDated ? `${formatDate(at)} ${clockOf(at)}` : clockOf(at)}</td>
              <td>{isStruck ? t("bids.card.struck", { what: t(`bids.card.kind.${kind}`) }) : t(`bids.card.kind.${kind}`)}</td>
              <td className="number">{formatMoney(amountFen, unit)}</td>
              <td>{typedBy === "" ? t("memo.notStated") : typedBy}</td>
              <td>{[bidder, note].filter((part) => part !== "").join(t("bids.card.join"))}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
