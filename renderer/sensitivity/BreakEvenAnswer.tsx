import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { BreakEven, ReverseStress } from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { formatNumber } from "../../shared/format.ts";
import { placeText } from "../analyses/crossing-text.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage } from "../desk/session-store.ts";
import { CrossingTable } from "./CrossingTable.tsx";

interface BreakEvenAnswerProps {
  readonly answer: BreakEven | ReverseStress;
  readonly moved: ShiftKey | number;
  /** Name of what moves. */
  readonly name: string;
}

/** The answer as a sentence, and every crossing with what holds there. */
export function BreakEvenAnswer({ answer, moved, name }: BreakEvenAnswerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { start, holdsAtStart, from, to, crossings } = answer;
  const placeOf = (at: number, failsAbove: boolean | null) => placeText(moved, at, failsAbove, language, t);
  const startText =
    typeof moved === "string" ? shortShiftText(moved, start, language, t) : t("sensitivity.breakEven.multiple", { multiple: formatNumber(start) });
  const [first] = crossings;
  const sentence = (): string => {
    if (first === undefined)
      return t(holdsAtStart ? "sensitivity.breakEven.noneHolds" : "sensitivity.breakEven.noneFails", {
        from: placeOf(from, null).short,
        to: placeOf(to, null).short,
      });
    const values = { what: name, at: placeOf(first.at, first.failsAbove).short };
    if (first.failsAbove) return t(holdsAtStart ? "sensitivity.breakEven.riseTo" : "sensitivity.breakEven.atMost", values);
    return t(holdsAtStart ? "sensitivity.breakEven.fallTo" : "sensitivity.breakEven.atLeast", values);
  };
  return (
    <Box data-testid="break-even-answer">
      <Typography variant="body2" color="textSecondary">
        {t(holdsAtStart ? "sensitivity.breakEven.holds" : "sensitivity.breakEven.fails", { start: startText })}
      </Typography>
      <Typography
        variant="h2"
        component="p"
        sx={{ my: 0.5 }}
        data-selectable
        title={first === undefined ? undefined : placeOf(first.at, first.failsAbove).exact}
        data-testid="break-even-sentence"
      >
        {sentence()}
      </Typography>
      {crossings.length > 1 ? (
        <Typography variant="body2" role="alert" color="warning" sx={{ mb: 0.5 }}>
          {t("sensitivity.breakEven.more", { count: crossings.length - 1 })}
        </Typography>
      ) : null}
      {first === undefined ? null : <CrossingTable answer={answer} placeOf={placeOf} />}
    </Box>
  );
}
