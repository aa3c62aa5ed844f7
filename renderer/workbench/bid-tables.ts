import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { type CaseResult, type PricingResult, recoveryRoutesOf } from "../../shared/domain/pricing-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { casesSections } from "../model/cases-rows.ts";
import { isAmountMeasure, outcomeCell } from "../model/outcome-cells.ts";

/**
 * The cases with all their measures, then what comes in and goes out each month of each of them.
 * @param beyondUnknown what stands where it isn't known yet what lies beyond the horizon
 */
export function bidTables(result: PricingResult, unit: MoneyUnit, language: Language, t: TFunction, beyondUnknown: string): readonly ExportTable[] {
  return [casesTable(result, unit, language, t, beyondUnknown), ...result.cases.map((one) => flowTable(one, t))];
}

function casesTable({ cases }: PricingResult, unit: MoneyUnit, language: Language, t: TFunction, beyondUnknown: string): ExportTable {
  const withUnit = (head: string) => t("exports.headWithUnit", { head, unit: moneyUnitLabel(unit, language) });
  const routes = recoveryRoutesOf(cases);
  const sections = casesSections(cases, unit, t, beyondUnknown).filter(({ key }) => key !== "routes");
  return {
    name: t("pricing.cases.title"),
    columns: [
      { head: t("exports.section"), kind: "text" },
      { head: t("exports.measure"), kind: "text" },
      ...cases.map(({ caseName }) => ({ head: t(`code.caseName.${caseName}`), kind: "number" as const })),
    ],
    rows: [
      ...sections.flatMap(({ key: section, rows }) =>
        rows.map(({ key, text }) => {
          const [first] = cases;
          const measure = t(`pricing.measure.${key}`);
          const isAmount = first !== undefined && isAmountMeasure(key, first);
          return [t(`pricing.cases.${section}`), isAmount ? withUnit(measure) : measure, ...cases.map((one) => outcomeCell(key, one, text(one)))];
        }),
      ),
      ...routes.map((route) => [
        t("pricing.cases.routes"),
        t(`pricing.measure.route.${route}`),
        ...cases.map((one) => ({ kind: "rate" as const, value: one.routes.find((value) => value.route === route)?.share ?? null })),
      ]),
    ],
  };
}

/** Month 0 is the cut-off day; own estimates of the desk stand in a column of their own where there are any. */
function flowTable({ caseName, flows }: CaseResult, t: TFunction): ExportTable {
  const { own } = flows;
  const parts = [
    { head: t("pricing.flow.collateral"), yuan: flows.collateral },
    { head: t("pricing.flow.guarantor"), yuan: flows.guarantor },
    { head: t("pricing.flow.cash"), yuan: flows.cash },
    ...(own === undefined || own === null ? [] : [{ head: t("pricing.flow.own"), yuan: own }]),
    { head: t("pricing.flow.costs"), yuan: flows.costs },
    { head: t("pricing.measure.netCashFlow"), yuan: flows.net },
  ];
  let sum = 0;
  return {
    name: t("exports.flowsOf", { caseName: t(`code.caseName.${caseName}`) }),
    columns: [
      { head: t("pricing.flow.month"), kind: "number" },
      ...[...parts.map(({ head }) => head), t("exports.cumulative")].map((head) => ({ head, kind: "money" as const })),
    ],
    rows: flows.net.map((net, month) => {
      sum += net;
      return [month, ...parts.map(({ yuan }) => fenFromYuan(yuan[month] ?? 0)), fenFromYuan(sum)];
    }),
  };
}
