import { debtorConditions, litigationStages, segments } from "../../../shared/domain/codes.ts";
import { isGuarantorLive, unnamedGuarantors } from "../../engine/plan/guarantor-tables.ts";
import { hasOwnCurve } from "../../engine/plan/loan-estimates.ts";
import { agedCurveOf, mayExit } from "../../engine/plan/package-classes.ts";
import { NOT_AGED } from "../../engine/plan/plan-types.ts";
import { at, type TwinSource } from "./twin-source.ts";

/** Loans whose claim left is paid alike. */
export interface TwinCurve {
  readonly segment: number;
  /** Row among all curves by age, from 1; 0: that of the segment. */
  readonly aged: number;
  readonly condition: number;
  readonly terminated: number;
  readonly bankrupt: number;
  readonly exits: number;
  /** NaN: no curve of the loan's own. */
  readonly ownRate: number;
  readonly ownDecay: number;
  /** Guarantors without a cap. */
  readonly guarantors: number;
}

export interface CurveClasses {
  readonly classes: readonly TwinCurve[];
  /** [loan] its class, from 0. */
  readonly classOf: Int32Array;
}

/** Sorts loans by the curve that their claim left is paid on, by facts alone. */
export function curveClasses(source: TwinSource): CurveClasses {
  const { columns, assumptions } = source;
  const found = new Map<string, number>();
  const classes: TwinCurve[] = [];
  const classOf = new Int32Array(columns.loanCount);
  const firstAged = agedStarts(source);
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const { estimates } = columns;
    const own = estimates !== null && hasOwnCurve(estimates, loan) ? estimates : null;
    const guarantors = uncappedGuarantors(source, loan);
    const stage = litigationStages[at(columns.stage, loan)];
    const aged = own === null ? agedCurveOf(columns, loan, assumptions) : NOT_AGED;
    const one: TwinCurve = {
      segment: at(columns.segment, loan) + 1,
      aged: aged === NOT_AGED ? 0 : (firstAged[at(columns.segment, loan)] ?? 0) + aged + 1,
      condition: own === null ? at(columns.debtorCondition, loan) + 1 : debtorConditions.indexOf("unknown") + 1,
      terminated: Number(own === null && stage === "executionTerminated"),
      bankrupt: Number(own === null && stage === "bankruptcy"),
      exits: Number(own === null && mayExit(columns, loan, guarantors)),
      ownRate: own === null ? Number.NaN : at(own.firstMonthRate, loan),
      ownDecay: own === null ? Number.NaN : at(own.monthlyDecay, loan),
      guarantors,
    };
    const key = Object.values(one).join(" ");
    const known = found.get(key) ?? classes.push(one) - 1;
    found.set(key, known);
    classOf[loan] = known;
  }
  return { classes, classOf };
}

/** [segment] curves by age of the segments before it. */
function agedStarts({ assumptions }: TwinSource): number[] {
  let before = 0;
  return segments.map((segment) => {
    const start = before;
    before += assumptions.agedCurves[segment].length;
    return start;
  });
}

function uncappedGuarantors({ columns, assumptions }: TwinSource, loan: number): number {
  let count = unnamedGuarantors(columns, loan, { assumptions });
  for (let guarantor = at(columns.guarantorStart, loan); guarantor < at(columns.guarantorStart, loan + 1); guarantor++) {
    if (Number.isNaN(columns.guarantorCap[guarantor]) && isGuarantorLive(columns, guarantor, { assumptions })) count += 1;
  }
  return count;
}
