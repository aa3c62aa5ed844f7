import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { assumptionSourcesSchema, assumptionsSchema } from "../../shared/domain/assumptions.ts";
import { casesFromStored, storedCases } from "../../shared/domain/stored-shifts.ts";
import { canonicalJson } from "../db/canonical-json.ts";

type Terms = Pick<AssumptionSet, "assumptions" | "sources" | "cases">;

/** Terms as every table stores them: in sets, in the models of deals, in runs. */
export function termsColumns({ assumptions, sources, cases }: Terms) {
  return { assumptions: canonicalJson(assumptions), sources: canonicalJson(sources), cases: canonicalJson(storedCases(cases)) };
}

export function termsFrom(row: { assumptions: string; sources: string; cases: string }): Terms {
  return {
    assumptions: assumptionsSchema.parse(JSON.parse(row.assumptions)),
    sources: assumptionSourcesSchema.parse(JSON.parse(row.sources)),
    cases: casesFromStored(JSON.parse(row.cases)),
  };
}
