import Box from "@mui/material/Box";
import { formatMoney } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

/** Money in the unit on show, which the head of its column names. */
export function MoneyText({ fen }: { readonly fen: number | null | undefined }) {
  const unit = useMoneyUnit();
  return (
    <Box component="span" sx={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
      {formatMoney(fen, unit)}
    </Box>
  );
}
