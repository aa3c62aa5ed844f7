import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { BidLedger } from "../../shared/domain/bid-rounds.ts";
import { formatNumber, formatPriceRatio, formatRate } from "../../shared/format.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** The same figures by seller and by rival; what rests on fewer than five sales is said to be too little. */
export function LedgerGroups({ bySeller, byRival }: Pick<BidLedger, "bySeller" | "byRival">) {
  const { t } = useTranslation();
  const few = t("bids.ledger.tooFew");
  return (
    <>
      <TitledPanel title={t("bids.ledger.bySeller")}>
        <ListTable aria-label={t("bids.ledger.bySeller")} data-testid="ledger-by-seller">
          <Heads texts={["seller", "sales", "bidsMade", "won", "hitRateShort", "distanceShort"]} />
          <tbody>
            {bySeller.map(({ name, sales, figures }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{formatNumber(sales)}</td>
                {figures === null ? (
                  <td colSpan={4}>{few}</td>
                ) : (
                  <>
                    <td className="number">{formatNumber(figures.bids)}</td>
                    <td className="number">{formatNumber(figures.won)}</td>
                    <td className="number">{formatRate(figures.hitRate, 1)}</td>
                    <td className="number">{formatRate(figures.distance, 1)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </ListTable>
      </TitledPanel>
      <TitledPanel title={t("bids.ledger.byRival")}>
        {byRival.length === 0 ? (
          <Typography sx={{ px: 1, pb: 1 }}>{t("bids.ledger.noRivals")}</Typography>
        ) : (
          <ListTable aria-label={t("bids.ledger.byRival")} data-testid="ledger-by-rival">
            <Heads texts={["rival", "met", "rivalWon", "winShare", "toOurs"]} />
            <tbody>
              {byRival.map(({ name, sales, won, winShare, toOurs }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{formatNumber(sales)}</td>
                  <td className="number">{formatNumber(won)}</td>
                  <td className="number">{winShare === null ? few : formatRate(winShare, 1)}</td>
                  <td className="number">{toOurs === null ? few : formatPriceRatio(toOurs)}</td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        )}
      </TitledPanel>
    </>
  );
}

type Head = "seller" | "sales" | "bidsMade" | "won" | "hitRateShort" | "distanceShort" | "rival" | "met" | "rivalWon" | "winShare" | "toOurs";

function Heads({ texts: [first, ...rest] }: { readonly texts: readonly [Head, ...Head[]] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t(`bids.ledger.${first}`)}</th>
        {rest.map((key) => (
          <th scope="col" key={key} className="number">
            {t(`bids.ledger.${key}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
