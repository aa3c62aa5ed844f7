import type { AssumptionSources, Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";

/** Terms on which a package is priced; a bid price of null is the base case's highest bid. */
export interface PriceTerms {
  readonly assumptions: Assumptions;
  readonly cases: Cases;
  readonly bidPriceFen: number | null;
}

/** The package of a deal with the terms on which it was priced and what came out. */
export interface PricedDeal {
  readonly loaded: LoadedPackage;
  readonly terms: PriceTerms;
  readonly sources: AssumptionSources;
  /** The set that the model came from. */
  readonly assumptionSetId: number;
  readonly output: PricedPackage;
}
