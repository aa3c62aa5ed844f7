import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type BreakEven, type ReverseStress } from "../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftKeys } from "../../shared/domain/shifts.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { plainTable } from "../analyses/plain-table.ts";
import { measureText, shiftText, shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

interface BreakEvenAnswerProps {
  readonly answer: BreakEven | ReverseStress;
  readonly moved: ShiftKey | number;
  /** Name of what moves. */
  readonly name: string;
}

/** The answer as a sentence, and every crossing with what holds there. */
export function BreakEvenAnswer({ answer, moved, name }: BreakEvenAnswerProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { start, holdsAtStart, from, to, crossings } = answer;
  const placeText = (at: number): string =>
    typeof moved === "string" ? shiftText(moved, at, language, t, 4) : t("sensitivity.breakEven.multiple", { multiple: formatNumber(at, 4) });
  const startText =
    typeof moved === "string" ? shortShiftText(moved, start, language, t) : t("sensitivity.breakEven.multiple", { multiple: formatNumber(start) });
  const [first] = crossings;
  const sentence = (): string => {
    if (first === undefined)
      return t(holdsAtStart ? "sensitivity.breakEven.noneHolds" : "sensitivity.breakEven.noneFails", { from: placeText(from), to: placeText(to) });
    const values = { what: name, at: placeText(first.at) };
    if (first.failsAbove) return t(holdsAtStart ? "sensitivity.breakEven.riseTo" : "sensitivity.breakEven.atMost", values);
    return t(holdsAtStart ? "sensitivity.breakEven.fallTo" : "sensitivity.breakEven.atLeast", values);
  };
  const inUnit = (heading: string): string => t("sensitivity.withUnit", { name: heading, unit: moneyUnitLabel(unit, language) });
  const shiftsAt = "shifts" in answer ? answer.shifts : [];
  return (
    <Box data-testid="break-even-answer">
      <Box sx={{ fontSize: 12, color: "text.secondary" }}>
        {t(holdsAtStart ? "sensitivity.breakEven.holds" : "sensitivity.breakEven.fails", { start: startText })}
      </Box>
      <Box sx={{ fontSize: 14, fontWeight: 600, my: 0.5 }} data-selectable data-testid="break-even-sentence">
        {sentence()}
      </Box>
      {crossings.length > 1 ? (
        <Box role="alert" sx={{ fontSize: 12.5, color: "warning.main", mb: 0.5 }}>
          {t("sensitivity.breakEven.more", { count: crossings.length - 1 })}
        </Box>
      ) : null}
      {first === undefined ? null : (
        <Box component="table" sx={plainTable}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("sensitivity.breakEven.at")}
              </th>
              <th scope="col">{t("sensitivity.breakEven.holdsSide")}</th>
              {shiftsAt.length === 0 ? null : <th scope="col">{t("scenarios.shifts")}</th>}
              <th scope="col" className="number">
                {inUnit(t("pricing.measure.maxBid"))}
              </th>
              {(["irr", "moic", "wal"] as const).map((measure) => (
                <th scope="col" className="number" key={measure}>
                  {t(`pricing.measure.${measure}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {inUnit(t("pricing.measure.profit"))}
              </th>
            </tr>
          </thead>
          <tbody>
            {crossings.map(({ at, failsAbove, cell }, index) => (
              <tr key={at}>
                <td>{placeText(at)}</td>
                <Box component="td" sx={{ textAlign: "left !important" }}>
                  {t(failsAbove ? "sensitivity.breakEven.below" : "sensitivity.breakEven.above")}
                </Box>
                {shiftsAt.length === 0 ? null : (
                  <td className="words">
                    {shiftKeys
                      .filter((key) => (shiftsAt[index]?.all[key] ?? 0) !== 0)
                      .map((key) => `${t(`pricing.shift.${key}`)} ${shortShiftText(key, shiftsAt[index]?.all[key] ?? 0, language, t)}`)
                      .join(t("gaps.separator"))}
                  </td>
                )}
                <td>{formatMoney(cell.maxBidFen, unit)}</td>
                {(["irr", "moic", "wal"] as const).map((measure) => (
                  <td key={measure}>{measureText(cell, measure, unit)}</td>
                ))}
                <td>{formatMoney(cell.profitFen, unit)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  );
}
