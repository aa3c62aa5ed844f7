import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { debtorTypes } from "../../../shared/domain/codes.ts";
import { type SaleTax, type SaleTaxTable, saleTaxes, saleTaxRate, saleTaxTableOn, type TakeOverCost } from "../../../shared/domain/sale-taxes.ts";
import { collateralKindOf } from "../column-codes.ts";
import { dayNumber, monthlyFactor } from "../numbers/discounting.ts";
import { monthDays } from "../numbers/flow-dates.ts";
import { BY_TABLES, type CasePlan, type PriceClass, type TakeOverTerms } from "./plan-types.ts";

type TaxTerms = Pick<Assumptions, "saleTaxes" | "collateral">;

/** The table of taxes that is in force in each month after cut-off, months 0 … `lastMonth`. */
export function taxTablesByMonth({ saleTaxes: tables }: TaxTerms, cutOffDate: string | null, lastMonth: number): (month: number) => SaleTaxTable | null {
  if (tables.length < 2 || cutOffDate === null) {
    const only = saleTaxTableOn(tables, null);
    return () => only;
  }
  const starts = tables.map(({ from }) => dayNumber(from));
  const byMonth = monthDays(cutOffDate, lastMonth + 1).map(
    (day) =>
      tables[
        Math.max(
          0,
          starts.findLastIndex((start) => start <= day),
        )
      ],
  );
  return (month) => byMonth[month];
}

/** Rates of the taxes of a sale in a class, in their order. */
function taxRates(table: SaleTaxTable | null, { kind, owner }: PriceClass): Readonly<Record<SaleTax, number>> {
  const [kindName, ownerName] = [collateralKindOf(kind), debtorTypes[owner]];
  const rateOf = (tax: SaleTax): number => saleTaxRate(table, tax, kindName, ownerName);
  return { saleVat: rateOf("saleVat"), landVat: rateOf("landVat"), stampDuty: rateOf("stampDuty") };
}

/** Worked out once, on the assumptions as they stand: no case's shift changes it. */
export function takeOverTerms({ collateral: { debtForAsset }, hurdleRate }: Pick<Assumptions, "collateral" | "hurdleRate">): TakeOverTerms {
  const { gapMonths, realisationShare } = debtForAsset;
  const rates = takeOverRates(debtForAsset);
  const outlay = 1 + rates.deedTax;
  const proceeds = Math.max(0, realisationShare - rates.resaleCost - rates.carry);
  return { outlay, proceeds, least: Math.max(0, outlay - proceeds * monthlyFactor(hurdleRate, gapMonths)), gapMonths };
}

/** What taking an asset over costs on top of its price, each as a share of the take-over price. */
export function takeOverRates({
  realisationShare,
  gapMonths,
  deedTaxRate,
  carryRate,
  resaleRate,
}: Assumptions["collateral"]["debtForAsset"]): Readonly<Record<TakeOverCost, number>> {
  return { deedTax: deedTaxRate, carry: carryRate * (gapMonths / 12), resaleCost: realisationShare * resaleRate };
}

/** Part of a price that is left after the seller's taxes and the sale costs, all shares of it. */
export function netShareOf({ collateral }: TaxTerms, table: SaleTaxTable | null, priceClass: PriceClass): number {
  const rates = taxRates(table, priceClass);
  const taxes = saleTaxes.reduce((sum, tax) => sum + rates[tax], 0);
  return Math.max(0, 1 - collateral.sellerTaxRate - taxes - collateral.saleCostRate);
}

/** A deduction that is a share of the price. */
export interface SaleRate {
  readonly key: "sellerTax" | SaleTax | "saleCost";
  readonly rate: number;
  readonly assumptionGroup: "collateral" | "saleTaxes";
}

/** Whether an outcome of a class is an asset taken for the debt (以物抵债), not a sale. */
export function isTakenForDebt(
  { classes, debtForAssetOutcome }: Pick<CasePlan, "classes" | "debtForAssetOutcome">,
  priceClass: number,
  outcome: number,
): boolean {
  return outcome === debtForAssetOutcome && classes.priceClasses[priceClass].ownMonth === BY_TABLES;
}

/** Price at which a class is taken over, per yuan of value; 0 where it is not. */
export function takeOverFactor(plan: CasePlan, priceClass: number): number {
  const { outcomeCount, debtForAssetOutcome, priceFactor } = plan;
  const isTaken = debtForAssetOutcome < outcomeCount && isTakenForDebt(plan, priceClass, debtForAssetOutcome);
  return isTaken ? priceFactor[priceClass * outcomeCount + debtForAssetOutcome] : 0;
}

/** Month in which an outcome of a class has its price: of the sale, or of the take-over, which the resale follows. */
export function priceMonth(
  plan: Pick<CasePlan, "classes" | "debtForAssetOutcome" | "outcomeCount" | "outcomeMonth" | "takeOver">,
  priceClass: number,
  outcome: number,
): number {
  const month = plan.outcomeMonth[priceClass * plan.outcomeCount + outcome];
  return isTakenForDebt(plan, priceClass, outcome) ? month - plan.takeOver.gapMonths : month;
}

/** What a sale of a class in an outcome's month bears before all claims, in its order. */
export function saleRatesAt(plan: CasePlan, priceClass: number, outcome: number): readonly SaleRate[] {
  const { assumptions, classes } = plan;
  const month = priceMonth(plan, priceClass, outcome);
  const table = taxTablesByMonth(assumptions, classes.cutOffDate, month)(month);
  const rates = taxRates(table, classes.priceClasses[priceClass]);
  const { sellerTaxRate, saleCostRate } = assumptions.collateral;
  return [
    { key: "sellerTax", rate: sellerTaxRate, assumptionGroup: "collateral" },
    ...saleTaxes.map((key) => ({ key, rate: rates[key], assumptionGroup: "saleTaxes" as const })),
    { key: "saleCost", rate: saleCostRate, assumptionGroup: "collateral" },
  ];
}
