import { useTranslation } from "react-i18next";
import { formatMoney, parseMoney } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { useTypedText } from "../ui/fields/use-typed-text.ts";

/** The desk's own price, priced with every key; empty stands for the base case's highest bid. */
export function BidPriceField() {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const stored = useWorkbench((state) => state.draft?.bidPriceFen ?? null);
  const isInvalid = useWorkbench((state) => state.invalidPaths.has("bidPriceFen"));
  const fallback = useWorkbench((state) => state.result?.cases.find((result) => result.caseName === "base")?.maxBidFen ?? null);
  const edit = useWorkbench((state) => state.edit);
  const text = useTypedText(stored === null || Number.isNaN(stored) ? "" : formatMoney(stored, unit), isInvalid, (typed) => {
    const fen = parseMoney(typed, unit);
    edit(["bidPriceFen"], fen === undefined ? Number.NaN : fen);
  });
  return (
    <DenseInput
      {...text}
      error={isInvalid}
      placeholder={formatMoney(fallback, unit)}
      title={isInvalid ? t("pricing.field.invalid") : t("pricing.bid.hint")}
      inputProps={{ "aria-label": t("pricing.bid.label"), "aria-invalid": isInvalid, inputMode: "decimal", "data-testid": "bid-price" }}
      sx={{
        typography: "h2",
        width: 150,
        height: 28,
        "&:not(.Mui-error)": { borderColor: "primary.main" },
        "& input": { p: "0 8px", textAlign: "right", fontVariantNumeric: "tabular-nums" },
      }}
    />
  );
}
