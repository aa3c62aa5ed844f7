import type { AssumptionGroup, AssumptionSources, Assumptions } from "./assumptions.ts";
import type { CaseResult, RecoveryRoute } from "./pricing-results.ts";
import { areOfFile, wereChangedSince } from "./source-evidence.ts";

/** Groups of assumptions that a route's receipts hang on; the desk's own estimates hang on none. */
const groupsOfRoute = {
  sale: ["collateral", "timing", "saleTaxes", "priorities"],
  debtForAsset: ["collateral", "timing", "saleTaxes", "priorities"],
  guarantor: ["guarantors"],
  cash: ["curves", "agedCurves", "conditions", "exits"],
  own: [],
} as const satisfies Readonly<Record<RecoveryRoute, readonly AssumptionGroup[]>>;
type RouteGroup = (typeof groupsOfRoute)[RecoveryRoute][number];

/** Groups whose values a public source or the desk's own records give. */
export function sourcedGroups(
  assumptions: Assumptions,
  sources: AssumptionSources,
  isChanged: (group: AssumptionGroup) => boolean = () => false,
): ReadonlySet<AssumptionGroup> {
  const groups = Object.keys(sources) as AssumptionGroup[]; // the schema lets no other key in
  return new Set(
    groups.filter((group) => {
      const { evidence, sourced } = sources[group];
      if (areOfFile(evidence, assumptions[group])) return true;
      return sourced && !wereChangedSince(evidence, assumptions[group]) && !isChanged(group);
    }),
  );
}

/** Groups without a source that keep a route with receipts in a case from counting as sourced, in the order of routes. */
export function judgedGroups({ routes }: Pick<CaseResult, "routes">, sourced: ReadonlySet<AssumptionGroup>): RouteGroup[] {
  const groups = routes.flatMap(({ route, share }): readonly RouteGroup[] => (share !== null && share > 0 ? groupsOfRoute[route] : []));
  return [...new Set(groups)].filter((group) => !sourced.has(group));
}

/**
 * Share of the value of receipts (回款现值) that rests on sourced assumptions: of routes all of whose groups are sourced. The rest
 * is the desk's judgement. Null where nothing comes.
 */
export function sourcedShare({ routes }: Pick<CaseResult, "routes">, sourced: ReadonlySet<AssumptionGroup>): number | null {
  if (routes.every(({ share }) => share === null)) return null;
  const isSourced = (route: RecoveryRoute): boolean => {
    const groups: readonly RouteGroup[] = groupsOfRoute[route];
    return groups.length > 0 && groups.every((group) => sourced.has(group));
  };
  return routes.reduce((sum, { route, share }) => sum + (share !== null && isSourced(route) ? share : 0), 0);
}
