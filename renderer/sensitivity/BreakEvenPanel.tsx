import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings } from "../analyses/analysis-settings.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { BreakEvenAnswer } from "./BreakEvenAnswer.tsx";
import { TargetFields } from "./TargetFields.tsx";
import { useBreakEven } from "./use-break-even.ts";

/** How far a driver, or a whole scenario, may go before a target fails. */
export function BreakEvenPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const { moved, scenarios, nameOf, isTargetValid, answer, failure, isRunning, retry } = useBreakEven(dealId);
  return (
    <AnalysisFrame
      title={t("sensitivity.breakEven.title")}
      intro={t("sensitivity.breakEven.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={isTargetValid ? null : t("sensitivity.breakEven.invalid")}
      testId="break-even"
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, my: 1, alignItems: "flex-start" }}>
        <ChoiceField
          label={t("sensitivity.breakEven.what")}
          value={moved}
          options={[...shiftKeys, ...scenarios.map(({ id }) => id)]}
          textOf={nameOf}
          onChange={(next) => changeSettings({ moved: next })}
          width={260}
          testId="break-even-what"
        />
        <TargetFields />
      </Box>
      {answer === undefined ? null : <BreakEvenAnswer answer={answer} moved={moved} name={nameOf(moved)} />}
    </AnalysisFrame>
  );
}
