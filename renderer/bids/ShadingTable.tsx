import { useTranslation } from "react-i18next";
import type { BidFigures } from "../../shared/domain/bid-figures.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

const heads = ["chance", "sealed", "ascending", "worth"] as const;

/** What each number of bidders makes of the own value. */
export function ShadingTable({ figures: { byBidders } }: { readonly figures: BidFigures }) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("bids.shading.title")} data-testid="bid-shading">
      <thead>
        <tr>
          <th scope="col">{t("bids.shading.bidders")}</th>
          {heads.map((key) => (
            <th scope="col" key={key} className="number">
              {t(`bids.shading.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byBidders.map(({ bidders, chance, sealed, ascending, worthIfWon }) => (
          <tr key={bidders}>
            <th scope="row">{formatNumber(bidders)}</th>
            <td className="number">{formatRate(chance, 1)}</td>
            <td className="number">{formatRate(sealed)}</td>
            <td className="number">{formatRate(ascending)}</td>
            <td className="number">{formatRate(worthIfWon)}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
