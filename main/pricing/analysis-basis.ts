import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { ScenarioBasis } from "../engine/sensitivity/scenario-prices.ts";
import { type SentColumns, sentColumns } from "../packages/held-columns.ts";
import type { PricedDeal } from "./priced-deal.ts";

/** The package and the terms of a pricing: what every analysis of it starts from. */
export interface AnalysisBasis extends ScenarioBasis, SentColumns {
  /** Shifts of the case from which the analysis starts. */
  readonly start: CaseShifts;
}

/** A pricing as an analysis takes it: exactly what the workbench shows. */
export function analysisBasis({ loaded, terms, output }: PricedDeal, caseName: CaseName): AnalysisBasis {
  return {
    ...sentColumns(loaded),
    cutOffDate: loaded.cutOffDate,
    assumptions: terms.assumptions,
    start: terms.cases[caseName],
    own: { caseName, shifts: terms.cases[caseName] },
    bidPriceFen: output.result.bidPriceFen,
  };
}
