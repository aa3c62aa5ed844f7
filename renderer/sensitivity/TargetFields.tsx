import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import { RateField } from "../ui/fields/RateField.tsx";
import { useRateDoubt } from "../ui/fields/use-rate-doubt.ts";

const targetKinds = ["irr", "profit", "maxBid"] as const;
const targetTexts = {
  irr: "sensitivity.breakEven.targetIrr",
  profit: "sensitivity.breakEven.targetProfit",
  maxBid: "sensitivity.breakEven.targetMaxBid",
} as const;

/** The target that must not fail, and how high it is. */
export function TargetFields() {
  const { t } = useTranslation();
  const targetKind = useAnalysisSettings((state) => state.targetKind);
  return (
    <>
      <ChoiceField
        label={t("sensitivity.breakEven.target")}
        value={targetKind}
        options={targetKinds}
        textOf={(kind) => t(targetTexts[kind])}
        onChange={(next) => changeSettings({ targetKind: next })}
        width={190}
        testId="break-even-target"
      />
      <Box sx={{ width: 190 }}>
        <TargetField />
      </Box>
    </>
  );
}

function TargetField() {
  const { t } = useTranslation();
  const { targetKind, targetRate, targetProfitFen, targetBidFen } = useAnalysisSettings();
  const label = t("sensitivity.breakEven.value");
  const doubtOf = useRateDoubt();
  switch (targetKind) {
    case "irr":
      return (
        <RateField
          label={label}
          value={targetRate}
          onChange={(rate) => changeSettings({ targetRate: rate })}
          doubt={doubtOf("hurdleRate", targetRate)}
          fullWidth
          testId="break-even-rate"
        />
      );
    case "profit":
      return (
        <MoneyField
          label={label}
          valueFen={targetProfitFen}
          onChange={(fen) => changeSettings({ targetProfitFen: fen })}
          placeholder="0"
          fullWidth
          testId="break-even-profit"
        />
      );
    case "maxBid":
      return (
        <MoneyField
          label={label}
          valueFen={targetBidFen}
          onChange={(fen) => changeSettings({ targetBidFen: fen })}
          placeholder={t("sensitivity.breakEven.targetBid")}
          fullWidth
          testId="break-even-bid"
        />
      );
  }
}
