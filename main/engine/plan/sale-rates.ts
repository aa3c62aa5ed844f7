import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { debtorTypes } from "../../../shared/domain/codes.ts";
import {
  type SaleTax,
  type SaleTaxTable,
  saleTaxes,
  saleTaxRate,
  saleTaxTableOn,
  type TakeOverCost,
  takeOverCosts,
} from "../../../shared/domain/sale-taxes.ts";
import { collateralKindOf } from "../column-codes.ts";
import { dayNumber } from "../numbers/discounting.ts";
import { monthDays } from "../numbers/flow-dates.ts";
import { BY_TABLES, type CasePlan, type PriceClass } from "./plan-types.ts";

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

/**
 * What an asset taken for a debt costs until it is sold again, as shares of what the resale brings: deed tax and carry are
 * charged on the take-over price, of which the resale brings `realisationShare`.
 */
function takeOverRates({ debtForAsset }: TaxTerms["collateral"]): Readonly<Record<TakeOverCost, number>> {
  const { realisationShare, gapMonths, deedTaxRate, carryRate, resaleRate } = debtForAsset;
  const ofTakeOver = realisationShare > 0 ? 1 / realisationShare : 0;
  return { deedTax: deedTaxRate * ofTakeOver, carry: carryRate * (gapMonths / 12) * ofTakeOver, resaleCost: resaleRate };
}

/** Part of a price that is left after the seller's taxes, the sale costs and, of an asset taken for a debt, its own costs: all shares of it. */
export function netShareOf({ collateral }: TaxTerms, table: SaleTaxTable | null, priceClass: PriceClass, isTaken: boolean): number {
  const rates = taxRates(table, priceClass);
  const taxes = saleTaxes.reduce((sum, tax) => sum + rates[tax], 0);
  const costs = takeOverRates(collateral);
  const taken = isTaken ? costs.deedTax + costs.carry + costs.resaleCost : 0;
  return Math.max(0, 1 - collateral.sellerTaxRate - taxes - collateral.saleCostRate - taken);
}

/** A deduction that is a share of the price. */
export interface SaleRate {
  readonly key: "sellerTax" | SaleTax | "saleCost" | TakeOverCost;
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

/** What a sale of a class in an outcome's month bears before all claims, in its order. */
export function saleRatesAt(plan: CasePlan, priceClass: number, outcome: number): readonly SaleRate[] {
  const { assumptions, classes, outcomeCount } = plan;
  const month = plan.outcomeMonth[priceClass * outcomeCount + outcome];
  const table = taxTablesByMonth(assumptions, classes.cutOffDate, month)(month);
  const rates = taxRates(table, classes.priceClasses[priceClass]);
  const { sellerTaxRate, saleCostRate } = assumptions.collateral;
  const costs = takeOverRates(assumptions.collateral);
  return [
    { key: "sellerTax", rate: sellerTaxRate, assumptionGroup: "collateral" },
    ...saleTaxes.map((key) => ({ key, rate: rates[key], assumptionGroup: "saleTaxes" as const })),
    { key: "saleCost", rate: saleCostRate, assumptionGroup: "collateral" },
    ...(isTakenForDebt(plan, priceClass, outcome) ? takeOverCosts.map((key) => ({ key, rate: costs[key], assumptionGroup: "collateral" as const })) : []),
  ];
}
