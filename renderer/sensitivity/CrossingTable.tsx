import { useTranslation } from "react-i18next";
import type { BreakEven, ReverseStress } from "../../shared/domain/scenario-results.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { formatMoney, formatPrice, moneyUnitLabel } from "../../shared/format.ts";
import type { PlaceText } from "../analyses/crossing-text.ts";
import { measureText, shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

const ratios = ["irr", "moic", "wal"] as const;

interface CrossingTableProps {
  readonly answer: BreakEven | ReverseStress;
  readonly placeOf: (at: number, failsAbove: boolean) => PlaceText;
}

/** Where the target turns, and all measures there. */
export function CrossingTable({ answer, placeOf }: CrossingTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const shiftsAt = "shifts" in answer ? answer.shifts : null;
  const shiftWords = (index: number): string =>
    shiftKeys
      .filter((key) => (shiftsAt?.[index]?.all[key] ?? 0) !== 0)
      .map((key) => `${t(`pricing.shift.${key}`)} ${shortShiftText(key, shiftsAt?.[index]?.all[key] ?? 0, language, t)}`)
      .join(t("gaps.separator"));
  return (
    <PlainTable tabIndex={0}>
      <CrossingHeads hasShifts={shiftsAt !== null} />
      <tbody>
        {answer.crossings.map(({ at, failsAbove, cell }, index) => (
          <tr key={at}>
            <td title={placeOf(at, failsAbove).exact}>{placeOf(at, failsAbove).short}</td>
            <td className="words">{t(failsAbove ? "sensitivity.breakEven.below" : "sensitivity.breakEven.above")}</td>
            {shiftsAt === null ? null : <td className="words">{shiftWords(index)}</td>}
            <td>{formatPrice(cell.maxBidFen, unit, t("bidRemark.noneShort"))}</td>
            {ratios.map((measure) => (
              <td key={measure}>{measureText(cell, measure, unit, t)}</td>
            ))}
            <td>{formatMoney(cell.profitFen, unit)}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

function CrossingHeads({ hasShifts }: { readonly hasShifts: boolean }) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const figures = [
    t("sensitivity.withUnit", { name: t("pricing.measure.maxBid"), unit }),
    ...ratios.map((measure) => t(`pricing.measure.${measure}`)),
    t("sensitivity.withUnit", { name: t("pricing.measure.profit"), unit }),
  ];
  return (
    <thead>
      <tr>
        <th scope="col" className="number">
          {t("sensitivity.breakEven.at")}
        </th>
        <th scope="col">{t("sensitivity.breakEven.holdsSide")}</th>
        {hasShifts ? <th scope="col">{t("scenarios.shifts")}</th> : null}
        {figures.map((figure) => (
          <th scope="col" className="number" key={figure}>
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  );
}
