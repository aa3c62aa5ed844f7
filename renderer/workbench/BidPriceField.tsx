import InputBase from "@mui/material/InputBase";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney, parseMoney } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** The desk's own price, priced with every key; empty stands for the base case's highest bid. */
export function BidPriceField() {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const stored = useWorkbench((state) => state.draft?.bidPriceFen ?? null);
  const isInvalid = useWorkbench((state) => state.invalidPaths.has("bidPriceFen"));
  const fallback = useWorkbench((state) => state.result?.cases.find((result) => result.caseName === "base")?.maxBidFen ?? null);
  const edit = useWorkbench((state) => state.edit);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (stored === null || Number.isNaN(stored) ? "" : formatMoney(stored, unit));
  return (
    <InputBase
      value={text}
      error={isInvalid}
      placeholder={formatMoney(fallback, unit)}
      title={isInvalid ? t("pricing.field.invalid") : t("pricing.bid.hint")}
      onFocus={(event) => {
        setTyped(text);
        event.target.select();
      }}
      onBlur={() => setTyped((current) => (isInvalid ? current : null))}
      onChange={(event) => {
        setTyped(event.target.value);
        const fen = parseMoney(event.target.value, unit);
        edit(["bidPriceFen"], fen === undefined ? Number.NaN : fen);
      }}
      inputProps={{ "aria-label": t("pricing.bid.label"), "aria-invalid": isInvalid, inputMode: "decimal", "data-testid": "bid-price" }}
      sx={{
        width: 150,
        height: 28,
        border: 1,
        borderColor: isInvalid ? "error.main" : "primary.main",
        borderRadius: 0.5,
        bgcolor: "background.paper",
        "&.Mui-focused": { boxShadow: (theme) => `0 0 0 1px ${isInvalid ? theme.palette.error.main : theme.palette.primary.main}` },
        "& input": { p: "0 8px", textAlign: "right", fontWeight: 600, fontSize: 14, fontVariantNumeric: "tabular-nums" },
      }}
    />
  );
}
