import { type Assumptions, assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { PackageTotals } from "../../shared/domain/pricing-results.ts";
import type { LeafChange, RunChangeKey } from "../../shared/domain/run-comparison.ts";
import type { PriceTerms } from "../pricing/priced-deal.ts";

/** What went into a run, as far as it is compared. */
export interface ComparedInputs {
  readonly terms: PriceTerms;
  readonly totals: PackageTotals;
  readonly cutOffDate: string | null;
  /** Of the columns that were priced, without and with the desk's own estimates. */
  readonly packageHash: { readonly tape: string; readonly priced: string };
}

export interface InputChange {
  readonly key: RunChangeKey;
  readonly leaves: LeafChange[];
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const statedOf = (value: unknown): LeafChange["after"] => (typeof value === "number" || typeof value === "string" || typeof value === "boolean" ? value : null);

/** Values that differ, by their path; what only one side has is null on the other. */
function leafChanges(before: unknown, after: unknown, path: LeafChange["path"]): LeafChange[] {
  if (!isBranch(before) && !isBranch(after))
    return before === after || (before ?? null) === (after ?? null) ? [] : [{ path, before: statedOf(before), after: statedOf(after) }];
  const [one, other] = [isBranch(before) ? before : {}, isBranch(after) ? after : {}];
  const isList = Array.isArray(before) || Array.isArray(after);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => leafChanges(one[key], other[key], [...path, isList ? Number(key) : key]));
}

const packageFacts = ({ totals, cutOffDate }: ComparedInputs) => ({ ...totals, cutOffDate });

/** What differs between two runs, group by group. */
export function inputChanges(from: ComparedInputs, to: ComparedInputs): InputChange[] {
  const groups: (keyof Assumptions)[] = [...assumptionGroups, "horizonMonths"];
  const all: InputChange[] = [
    ...groups.map((key) => ({ key, leaves: leafChanges(from.terms.assumptions[key], to.terms.assumptions[key], [key]) })),
    { key: "cases", leaves: leafChanges(from.terms.cases, to.terms.cases, ["cases"]) },
    { key: "bidPriceFen", leaves: leafChanges(from.terms.bidPriceFen, to.terms.bidPriceFen, ["bidPriceFen"]) },
  ];
  const changed = all.filter(({ leaves }) => leaves.length > 0);
  const [one, other] = [from.packageHash, to.packageHash];
  if (one.priced === other.priced) return changed;
  // Two packages may have the same sums and differ in their loans; own estimates of other loans are part of another package.
  return [
    ...changed,
    one.tape === other.tape ? { key: "ownEstimates", leaves: [] } : { key: "package", leaves: leafChanges(packageFacts(from), packageFacts(to), ["package"]) },
  ];
}
