import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { PriceMeasures } from "../../shared/domain/pricing-results.ts";
import { formatPriceRatio } from "../../shared/format.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { BidPriceField } from "./BidPriceField.tsx";

interface BidPlaceProps {
  /** The measures at the bid price in any case: a ratio to a balance is the same in all. */
  readonly measures: PriceMeasures | undefined;
  readonly onExplain: (opened: OpenFigure) => void;
}

const ratios = [
  { name: "priceToPrincipal", text: "pricing.bid.ofPrincipal" },
  { name: "priceToClaim", text: "pricing.bid.ofClaim" },
] as const;

/** Where the bid is typed, with its share of principal and claim. */
export function BidPlace({ measures, onExplain }: BidPlaceProps) {
  const { t } = useTranslation();
  return (
    <NoteArea>
      <Box sx={{ display: "flex", alignItems: "center", justifyContent: "flex-end", gap: 1, py: 0.25, mr: -0.5 }}>
        <Box sx={{ typography: "fine", color: "text.secondary", lineHeight: 1.25 }}>
          {ratios.map(({ name, text }) => {
            const ratio = t(text, { ratio: formatPriceRatio(measures?.[name]) });
            return (
              <div key={name}>
                <button
                  type="button"
                  aria-label={t("figure.open", { measure: t(`pricing.measure.${name}`), caseName: t("code.caseName.base"), value: ratio })}
                  onClick={() => onExplain({ caseName: "base", figure: { name, price: "bidPrice", months: null, loanId: null } })}
                >
                  {ratio}
                </button>
              </div>
            );
          })}
        </Box>
        <BidPriceField />
      </Box>
    </NoteArea>
  );
}
