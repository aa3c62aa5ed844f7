import type { Stratum } from "../../shared/domain/memo.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { grossRecoveryOf, type ResultColumns } from "../engine/gross-recovery.ts";
import { factCodes, notStatedCode, notStatedRegion, type PackageFacts } from "../packages/loaded-package.ts";

export interface StrataInput {
  readonly columns: PackageColumns;
  readonly facts: PackageFacts;
  readonly base: ResultColumns;
  readonly allocatedFen: Float64Array;
}

export interface PackageStrata {
  readonly fiveTierClass: Stratum[];
  readonly securityKind: Stratum[];
  readonly litigationStage: Stratum[];
  readonly region: Stratum[];
}

interface Sums {
  loans: number;
  upbFen: number;
  claimFen: number;
  recoveryYuan: number;
  allocatedFen: number;
}

function sumsByCode({ columns, base, allocatedFen }: StrataInput, codes: Uint8Array | Uint32Array): Map<number, Sums> {
  const sums = new Map<number, Sums>();
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const code = codes[loan] ?? notStatedCode;
    let sum = sums.get(code);
    if (sum === undefined) {
      sum = { loans: 0, upbFen: 0, claimFen: 0, recoveryYuan: 0, allocatedFen: 0 };
      sums.set(code, sum);
    }
    // Whole fen per loan, so that the lines of a table add up to its total.
    const upbFen = fenFromYuan(columns.upb[loan] ?? 0);
    sum.loans += 1;
    sum.upbFen += upbFen;
    sum.claimFen += upbFen + fenFromYuan(columns.interest[loan] ?? 0) + fenFromYuan(columns.fees[loan] ?? 0);
    sum.recoveryYuan += grossRecoveryOf(base, loan);
    sum.allocatedFen += allocatedFen[loan] ?? 0;
  }
  return sums;
}

function stratum(key: string | null, sums: Sums, totalUpbFen: number): Stratum {
  return {
    key,
    loans: sums.loans,
    upbFen: sums.upbFen,
    claimFen: sums.claimFen,
    upbShare: totalUpbFen > 0 ? sums.upbFen / totalUpbFen : 0,
    recoveryRate: sums.claimFen > 0 ? (sums.recoveryYuan * 100) / sums.claimFen : null,
    allocatedFen: sums.allocatedFen,
  };
}

function strataOf(input: StrataInput, codes: Uint8Array | Uint32Array, keyOf: (code: number) => string | null): Stratum[] {
  const sums = [...sumsByCode(input, codes)];
  const totalUpbFen = sums.reduce((total, [, sum]) => total + sum.upbFen, 0);
  return sums.map(([code, sum]) => stratum(keyOf(code), sum, totalUpbFen));
}

/** Lines in the order of their code list; what isn't stated comes last. */
function codedStrata(input: StrataInput, fact: keyof typeof factCodes): Stratum[] {
  const list: readonly string[] = factCodes[fact];
  const position = ({ key }: Stratum) => (key === null ? list.length : list.indexOf(key));
  return strataOf(input, input.facts[fact], (code) => list[code] ?? null).sort((a, b) => position(a) - position(b));
}

/** Regions by principal, the largest first. */
function regionStrata(input: StrataInput): Stratum[] {
  const { region, regions } = input.facts;
  return strataOf(input, region, (code) => (code === notStatedRegion ? null : (regions[code] ?? null))).sort(
    (a, b) => b.upbFen - a.upbFen || (a.key ?? "").localeCompare(b.key ?? ""),
  );
}

/** A package cut by what the tape states, with the base case's recovery and the part of the bid that falls on each stratum. */
export function cutStrata(input: StrataInput): PackageStrata {
  return {
    fiveTierClass: codedStrata(input, "fiveTierClass"),
    securityKind: codedStrata(input, "securityKind"),
    litigationStage: codedStrata(input, "litigationStage"),
    region: regionStrata(input),
  };
}
