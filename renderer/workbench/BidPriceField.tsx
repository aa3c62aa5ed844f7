import { useTranslation } from "react-i18next";
import { modelEditSchema } from "../../shared/contract/assumption-channels.ts";
import { rangeAt } from "../../shared/domain/number-range.ts";
import { bidDoubt } from "../../shared/domain/unusual-inputs.ts";
import { formatPrice, moneyUnitLabel } from "../../shared/format.ts";
import { moneyStep, stepped } from "../../shared/typed/number-step.ts";
import { readMoney } from "../../shared/typed/typed-number.ts";
import { writeMoney } from "../../shared/typed/written-number.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { numberProblem } from "../ui/fields/number-problem.ts";
import { TypedInput } from "../ui/fields/TypedInput.tsx";
import { isUnread } from "../ui/fields/unread.ts";
import { useTypedField } from "../ui/fields/use-typed-field.ts";

/** The desk's own price, priced with every key; empty stands for the base case's highest bid. */
export function BidPriceField() {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const value = useWorkbench((state) => state.draft?.bidPriceFen ?? null);
  const isInvalid = useWorkbench((state) => state.invalidPaths.has("bidPriceFen"));
  const result = useWorkbench((state) => state.result);
  const edit = useWorkbench((state) => state.edit);
  const fallback = result?.cases.find((one) => one.caseName === "base")?.maxBidFen ?? null;
  const leave = useWorkbench((state) => state.leave);
  const { input, refusal, isComposing } = useTypedField<number>({
    value,
    read: (text) => readMoney(text, unit),
    write: (fen) => writeMoney(fen, unit),
    onChange: (next) => edit(["bidPriceFen"], next),
    step: (steps) => {
      const from = isUnread(value) ? null : (value ?? fallback);
      return from === null ? null : Math.max(0, Math.round(stepped(from, moneyStep(from), steps)));
    },
    onLeave: leave,
  });
  const range = rangeAt(modelEditSchema, ["bidPriceFen"]);
  const problem = isComposing ? null : numberProblem({ value, refusal, range, isInvalid, write: (fen) => writeMoney(fen, unit) }, t);
  const doubt = typeof value === "number" && result !== null ? bidDoubt(value, result.totals) : null;
  return (
    <TypedInput
      label={t("pricing.bid.label")}
      input={input}
      problem={problem}
      isInvalid={isInvalid}
      doubt={doubt === null ? null : t(`unusual.${doubt}`)}
      placeholder={formatPrice(fallback, unit, t("bidRemark.none"))}
      unit={unitName}
      hint={t("pricing.bid.hint")}
      testId="bid-price"
      sx={{
        typography: "h2",
        width: 190,
        height: 28,
        pr: 0.75,
        "&:not(.Mui-error):not([data-doubt=true])": { borderColor: "primary.main" },
        "& input": { p: "0 8px" },
      }}
    />
  );
}
