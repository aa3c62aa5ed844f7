import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import { isAmountMeasure, outcomeCell } from "../model/outcome-cells.ts";
import type { ScenarioColumn } from "./scenario-columns.ts";
import { scenarioSections } from "./scenario-rows.ts";

/** Cases and scenarios side by side: what each shifts, and its measures. */
export function scenarioTables(columns: readonly ScenarioColumn[], unit: MoneyUnit, language: Language, t: TFunction): readonly ExportTable[] {
  const withUnit = (head: string) => t("exports.headWithUnit", { head, unit: moneyUnitLabel(unit, language) });
  const [first] = columns;
  return [
    {
      name: t("pricing.view.scenarios"),
      columns: [
        { head: t("exports.section"), kind: "text" },
        { head: t("exports.measure"), kind: "text" },
        ...columns.map(({ scenario, caseName }) => ({
          head: scenario?.name ?? (caseName === null ? "" : t(`code.caseName.${caseName}`)),
          kind: "number" as const,
        })),
      ],
      rows: [
        ...shiftKeys.map((key) => [
          t("scenarios.shifts"),
          t(`pricing.shift.${key}`),
          ...columns.map(({ shifts }) => (shifts === undefined || !Number.isFinite(shifts[key]) ? null : shortShiftText(key, shifts[key], language, t))),
        ]),
        ...scenarioSections(unit, t).flatMap(({ key: section, rows }) =>
          rows.map(({ key, text }) => {
            const measure = t(`pricing.measure.${key}`);
            const isAmount = first !== undefined && isAmountMeasure(key, first.outcome);
            return [
              t(`pricing.cases.${section}`),
              isAmount ? withUnit(measure) : measure,
              ...columns.map(({ outcome }) => outcomeCell(key, outcome, text(outcome))),
            ];
          }),
        ),
      ],
    },
  ];
}
