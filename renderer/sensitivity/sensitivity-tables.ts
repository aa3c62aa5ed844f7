import type { TFunction } from "i18next";
import type { Language } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import type { ScenarioGrid, SensitivityMeasure, Tornado } from "../../shared/domain/scenario-results.ts";
import { measureKinds, measureValue } from "../analyses/measure-cell.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import { axisLabels } from "./grid-option.ts";

/** Each driver with the ends of its range and the measure there; the start stands in each line. */
export function tornadoTables(tornado: Tornado, measure: SensitivityMeasure, measureName: string, language: Language, t: TFunction): readonly ExportTable[] {
  const kind = measureKinds[measure];
  const ends = ["low", "high"] as const;
  return [
    {
      name: t("sensitivity.tornado.title"),
      columns: [
        { head: t("exports.driver"), kind: "text" },
        ...ends.flatMap((end) => {
          const name = t(end === "low" ? "sensitivity.tornado.lowEnd" : "sensitivity.tornado.highEnd");
          return [
            { head: name, kind: "text" as const },
            { head: t("exports.atEnd", { measure: measureName, end: name }), kind },
          ];
        }),
        { head: t("exports.atStart", { measure: measureName }), kind },
      ],
      rows: tornado.bars.map((bar) => [
        t(`pricing.shift.${bar.driver}`),
        ...ends.flatMap((end) => [shortShiftText(bar.driver, bar[end].shift, language, t), measureValue(bar[end].cell, measure)]),
        measureValue(tornado.start, measure),
      ]),
    },
  ];
}

/** The grid as it is drawn: one driver down, the other across. */
export function gridTables(grid: ScenarioGrid, measure: SensitivityMeasure, measureName: string, language: Language, t: TFunction): readonly ExportTable[] {
  const labels = axisLabels(grid, language, t);
  const width = labels.across.length;
  const corner = t("strata.corner", { rows: t(`pricing.shift.${grid.down.driver}`), columns: t(`pricing.shift.${grid.across.driver}`) });
  return [
    {
      name: measureName,
      columns: [{ head: corner, kind: "text" }, ...labels.across.map((head) => ({ head, kind: measureKinds[measure] }))],
      rows: labels.down.map((label, row) => [label, ...grid.cells.slice(row * width, (row + 1) * width).map((cell) => measureValue(cell, measure))]),
    },
  ];
}
