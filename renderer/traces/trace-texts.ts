import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { traceValueFormats } from "../../shared/domain/trace-keys.ts";
import { formatMoney, formatNumber, formatRate } from "../../shared/format.ts";
import { fenFromYuan } from "../../shared/money.ts";

/** The values of one trace line as a reader sees them; money in the unit named at the head of the trace. */
export function traceTexts(values: TraceNode["values"], unit: MoneyUnit, t: TFunction): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, traceText(name, value, unit, t)]));
}

function traceText(name: string, value: number | string, unit: MoneyUnit, t: TFunction): string {
  const format = traceValueFormats[name];
  if (typeof value === "number") {
    if (format === "yuan") return formatMoney(fenFromYuan(value), unit);
    if (format === "percent") return formatRate(value);
    if (format === "factor") return formatNumber(value, 4);
    return format === "count" ? formatNumber(value) : String(value);
  }
  if (format === "collateralKind" || format === "litigationStage" || format === "segment") return t(`code.${format}.${value}`);
  return format === "assumptionGroup" ? t(`pricing.group.${value}`) : value;
}
