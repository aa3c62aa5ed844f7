import type { DealKind } from "../../shared/domain/codes.ts";
import { type AssumptionSetSeed, defaultAssumptionSet } from "./default-assumptions.ts";
import { retailBulkSet } from "./retail-bulk.ts";
import { singleCorporateSet } from "./single-corporate.ts";

/** The sets that came after the first, in the order in which they are listed. */
export const laterSets: readonly AssumptionSetSeed[] = [singleCorporateSet, retailBulkSet];

/** The set that a deal of a kind starts with. */
export function builtInSetOf(kind: DealKind): AssumptionSetSeed {
  return laterSets.find((set) => set.dealKind === setKindOf(kind)) ?? defaultAssumptionSet;
}

/** A deal of no named kind is priced as a corporate package. */
export function setKindOf(kind: DealKind): DealKind {
  return kind === "other" ? "corporateBulk" : kind;
}
