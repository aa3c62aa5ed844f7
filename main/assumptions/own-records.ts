import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import { type AssumptionGroup, assumptionGroups } from "../../shared/domain/assumptions.ts";
import { wereChangedSince } from "../../shared/domain/source-evidence.ts";
import { canonicalJson } from "../db/canonical-json.ts";

type Terms = Pick<AssumptionSet, "assumptions" | "sources">;

/** Terms with some groups' values and sources replaced. */
export function withParts<T extends Terms>(terms: T, parts: { readonly assumptions: Partial<T["assumptions"]>; readonly sources: Partial<T["sources"]> }): T {
  return { ...terms, assumptions: { ...terms.assumptions, ...parts.assumptions }, sources: { ...terms.sources, ...parts.sources } };
}

const hasLeft = ({ assumptions, sources }: Terms, group: AssumptionGroup) => wereChangedSince(sources[group].evidence, assumptions[group]);

/** Whether a group names a file as its source whose values it no longer has. */
export const hasLeftFile = (terms: Terms): boolean => assumptionGroups.some((group) => hasLeft(terms, group));

/** A group that was taken back to what its set says has the set's source again. */
export function withSetSources(model: DealModel, set: Terms): DealModel {
  const back = assumptionGroups.filter((group) => hasLeft(model, group) && canonicalJson(model.assumptions[group]) === canonicalJson(set.assumptions[group]));
  return { ...model, sources: { ...model.sources, ...Object.fromEntries(back.map((group) => [group, set.sources[group]])) } };
}
