import { type Assumptions, assumptionsSchema, type Cases, casesSchema } from "../../../shared/domain/assumptions.ts";
import { EngineInputError } from "../engine-errors.ts";

/**
 * Refuses assumptions and cases that could make a number meaningless: anything outside the ranges of their schema, NaN
 * and infinities included.
 * @throws EngineInputError outOfRange with the path of the field, `assumptions.costs.fileCostYuan`
 */
export function assertAssumptions(assumptions: Assumptions, cases: Cases): void {
  const checked = [
    ["assumptions", assumptionsSchema.safeParse(assumptions)],
    ["cases", casesSchema.safeParse(cases)],
  ] as const;
  for (const [root, { error }] of checked) {
    const issue = error?.issues[0];
    if (issue !== undefined) throw new EngineInputError("outOfRange", `${root}.${issue.path.map(String).join(".")}`);
  }
}
