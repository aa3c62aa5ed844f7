import type { TFunction } from "i18next";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { collateralKinds, debtorConditions, litigationStages, type MoneyUnit, segments } from "../../shared/domain/codes.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { traceValueFormats } from "../../shared/domain/trace-keys.ts";
import { formatMoney, formatNumber, formatRate } from "../../shared/format.ts";
import { fenFromYuan } from "../../shared/money.ts";

/** The values of one trace line as a reader sees them; money in the unit named at the head of the trace. */
export function traceTexts(values: TraceNode["values"], unit: MoneyUnit, t: TFunction): Record<string, string | number> {
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
  if (format === "collateralKind") return wordOf(collateralKinds, value, (kind) => t(`code.collateralKind.${kind}`));
  if (format === "litigationStage") return wordOf(litigationStages, value, (stage) => t(`code.litigationStage.${stage}`));
  if (format === "debtorCondition") return wordOf(debtorConditions, value, (condition) => t(`code.debtorCondition.${condition}`));
  if (format === "segment") return wordOf(segments, value, (segment) => t(`code.segment.${segment}`));
  return format === "assumptionGroup" ? wordOf(assumptionGroups, value, (group) => t(`pricing.group.${group}`)) : value;
}

/** The word for a code; one that is none of the list's stays as it is. */
function wordOf<Code extends string>(codes: readonly Code[], code: string, word: (known: Code) => string): string {
  const known = codes.find((one) => one === code);
  return known === undefined ? code : word(known);
}
