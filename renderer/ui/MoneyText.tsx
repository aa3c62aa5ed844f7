import Box from "@mui/material/Box";
import { formatMoney, moneyUnitLabel, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

interface MoneyTextProps {
  readonly fen: number | null | undefined;
  /** Shows the unit behind the figure; leave out in tables whose head names it. */
  readonly withUnit?: boolean;
}

export function MoneyText({ fen, withUnit = false }: MoneyTextProps) {
  const unit = useMoneyUnit();
  const language = useLanguage();
  const text = formatMoney(fen, unit);
  return (
    <Box component="span" sx={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
      {text}
      {withUnit && text !== noValue && (
        <Box component="span" sx={{ ml: 0.5, color: "text.secondary", fontSize: "0.85em", fontWeight: 400 }}>
          {moneyUnitLabel(unit, language)}
        </Box>
      )}
    </Box>
  );
}
