import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type BandedStratum, bandedStrata, isBanded, type StrataCut, type StrataLine } from "../../shared/domain/strata.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { fenPerUnit } from "../../shared/money.ts";

const mostDecimals = 6;

/** An edge of bands as it is typed and shown: an amount in the unit, a share in percent, days. */
export function edgeText(field: BandedStratum, edge: number, unit: MoneyUnit): string {
  if (bandedStrata[field] === "share") return formatRate(edge, Number.isInteger(edge * 100) ? 0 : 2);
  if (bandedStrata[field] === "days") return formatNumber(edge);
  const amount = edge / fenPerUnit[unit];
  const decimals = Array.from({ length: mostDecimals }, (_, count) => count).find((count) => Math.abs(amount - Number(amount.toFixed(count))) < 1e-9);
  return formatNumber(amount, decimals ?? mostDecimals);
}

function bandText({ field, edges }: StrataCut, band: number, unit: MoneyUnit, t: TFunction): string {
  if (!isBanded(field)) return "";
  const [from, to] = [edges[band - 1], edges[band]];
  if (from === undefined) return t("strata.below", { to: edgeText(field, to ?? 0, unit) });
  return to === undefined
    ? t("strata.from", { from: edgeText(field, from, unit) })
    : t("strata.between", { from: edgeText(field, from, unit), to: edgeText(field, to, unit) });
}

/** What a stratum is called. */
export function strataLineText(cut: StrataCut, { member, rest, name }: StrataLine, unit: MoneyUnit, t: TFunction): string {
  const { field } = cut;
  if (rest > 0) return t("strata.rest", { count: rest });
  if (member === null && field === "ownToModel") return t("strata.noOwnEstimate");
  if (member === null) return t(field === "appraisal" || field === "appraisalToClaim" ? "strata.noCollateral" : "strata.notStated");
  if (isBanded(field)) return bandText(cut, Number(member), unit, t);
  if (field === "debtor") return name ?? t("chart.debtors.unnamed");
  const key = `code.${field}.${member}`;
  return isTextKey(key) ? t(key) : member;
}
