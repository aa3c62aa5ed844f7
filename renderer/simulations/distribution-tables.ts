import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportKind, ExportTable } from "../../shared/domain/export-tables.ts";
import { type Distribution, percentiles, type RateSpread, type Spread } from "../../shared/domain/simulation-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";

/** Mean, spread and percentiles of what was simulated. */
export function distributionTables({ maxBid, presentValue, irr }: Distribution, unit: MoneyUnit, language: Language, t: TFunction): readonly ExportTable[] {
  const withUnit = (head: string) => t("exports.headWithUnit", { head, unit: moneyUnitLabel(unit, language) });
  const lineOf = (name: string, kind: ExportKind, spread: Spread | RateSpread | null) => [
    name,
    ...(spread === null ? [] : [spread.mean, spread.standardDeviation, spread.expectedShortfall, ...spread.percentiles]).map((value) => ({ kind, value })),
  ];
  return [
    {
      name: t("simulation.table.title"),
      columns: [
        { head: t("exports.measure"), kind: "text" },
        ...[
          t("simulation.table.mean"),
          t("simulation.table.standardDeviation"),
          t("simulation.table.expectedShortfall"),
          ...percentiles.map((percent) => `P${percent}`),
        ].map((head) => ({ head, kind: "number" as const })),
      ],
      rows: [
        lineOf(withUnit(t("simulation.table.maxBid")), "money", maxBid),
        lineOf(withUnit(t("simulation.table.presentValue")), "money", presentValue),
        lineOf(t("simulation.table.irr"), "rate", irr),
      ],
    },
  ];
}
