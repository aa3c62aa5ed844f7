import type { ExportCell } from "../../shared/domain/export-tables.ts";
import type { Irr } from "../../shared/domain/pricing-results.ts";
import type { ScenarioOutcome } from "../../shared/domain/scenario-results.ts";
import type { KeyUnder } from "../desk/i18n.ts";

type Measure = KeyUnder<"pricing.measure">;

const money = (value: number | null): ExportCell => ({ kind: "money", value });
const rate = (value: number | null): ExportCell => ({ kind: "rate", value });
const number = (value: number | null): ExportCell => ({ kind: "number", value });
const rateOf = (irr: Irr): ExportCell => rate(irr.kind === "one" ? irr.rate : null);

/** The measures of a case or a scenario with their whole values; those that are amounts are in fen. */
const cells: Partial<Record<Measure, (one: ScenarioOutcome, shown: string) => ExportCell>> = {
  hurdleRate: (one) => rate(one.hurdleRate),
  maxBid: (one) => money(one.maxBidFen),
  priceToPrincipal: (one) => rate(one.atMaxBid.priceToPrincipal),
  priceToClaim: (one) => rate(one.atMaxBid.priceToClaim),
  irr: (one) => rateOf(one.atBidPrice.irr),
  moic: (one) => number(one.atBidPrice.moic),
  wal: (one) => number(one.atBidPrice.walYears),
  payback: (one) => number(one.atBidPrice.paybackMonths),
  discountedPayback: (one) => number(one.atBidPrice.discountedPaybackMonths),
  profit: (one) => money(one.atBidPrice.profitFen),
  grossRecovery: (one) => money(one.grossRecoveryFen),
  collateralRecovery: (one) => money(one.collateralRecoveryFen),
  guarantorRecovery: (one) => money(one.guarantorRecoveryFen),
  cashRecovery: (one) => money(one.cashRecoveryFen),
  ownRecovery: (one) => money(one.ownRecoveryFen ?? 0),
  costs: (one) => money(one.costsFen),
  settlement: (one) => money(one.transition?.changeFen ?? 0),
  netCashFlow: (one) => money(one.netCashFlowFen),
  beyondHorizon: (one, shown) => (one.beyondHorizon === null ? shown : money(one.beyondHorizon.receiptsFen)),
};

/** A measure as a file gets it; one that isn't among them as it is shown. */
export const outcomeCell = (measure: Measure, one: ScenarioOutcome, shown: string): ExportCell => cells[measure]?.(one, shown) ?? shown;

/** Whether a measure is an amount, so that its name needs the unit. */
export const isAmountMeasure = (measure: Measure, one: ScenarioOutcome): boolean => {
  if (measure === "beyondHorizon") return true; // even where it isn't known
  const cell = cells[measure]?.(one, "");
  return typeof cell === "object" && cell !== null && cell.kind === "money";
};
