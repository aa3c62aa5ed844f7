import { type DealBearing, type RuleFigures, type RuleFormula, type RuleGap, type RuleLine, ruleLines } from "./rule-lines.ts";

/** A rule at a price. Money in fen, since a limit is a limit to the fen. */
interface RuleVerdict {
  readonly verdict: "pass" | "fail" | "cannotTell";
  /** What isn't entered, where it cannot be told. */
  readonly missing: readonly RuleGap[];
  /** Room that is left at the price, negative where the rule is broken; null where it cannot be told. */
  readonly headroomFen: number | null;
  /** Largest price at which it holds; null where any price does, none does, or it cannot be told. */
  readonly largestFen: number | null;
  /** Least price from which it holds, where a purchase helps it; null otherwise. */
  readonly leastFen: number | null;
  /** It fails at every price. */
  readonly isBrokenAnyway: boolean;
  /** Whom it is about, of several. */
  readonly about: string;
}

const roomAt = (line: RuleLine, fen: number): number => line.atZero + (line.perYuan * fen) / 100;
const holds = (lines: readonly RuleLine[], fen: number): boolean => lines.every((line) => roomAt(line, fen) >= 0);

/** The last fen at which falling lines hold: the quotient, put right by at most a few fen for what division rounds. */
function lastThatHolds(falling: readonly RuleLine[]): number | null {
  if (falling.length === 0) return null;
  let fen = Math.floor(Math.min(...falling.map((line) => line.atZero / -line.perYuan)) * 100);
  // No price is as large as that: the rule allows any.
  if (fen >= Number.MAX_SAFE_INTEGER) return null;
  while (fen > 0 && !holds(falling, fen)) fen -= 1;
  while (holds(falling, fen + 1)) fen += 1;
  return Math.max(0, fen);
}

function firstThatHolds(rising: readonly RuleLine[]): number | null {
  const short = rising.filter(({ atZero }) => atZero < 0);
  if (short.length === 0) return null;
  let fen = Math.ceil(Math.max(...short.map((line) => -line.atZero / line.perYuan)) * 100);
  if (fen >= Number.MAX_SAFE_INTEGER) return null;
  while (!holds(short, fen)) fen += 1;
  while (fen > 0 && holds(short, fen - 1)) fen -= 1;
  return fen;
}

/**
 * Whether a rule holds at a price, the room it leaves, and the price up to which it does: at `largestFen` it passes and at one
 * fen more it fails. What isn't entered is never a pass.
 */
export function judgeRule(formula: RuleFormula, limit: number, figures: RuleFigures, bearing: DealBearing, priceFen: number): RuleVerdict {
  const found = ruleLines(formula, limit, figures, bearing);
  const unknown = { headroomFen: null, largestFen: null, leastFen: null, isBrokenAnyway: false, about: "" } as const;
  if ("missing" in found) return { verdict: "cannotTell", missing: found.missing, ...unknown };
  const { lines } = found;
  const isBrokenAnyway = lines.some(({ atZero, perYuan }) => atZero < 0 && perYuan <= 0);
  const tightest = lines.reduce<RuleLine | null>((least, line) => (least === null || roomAt(line, priceFen) < roomAt(least, priceFen) ? line : least), null);
  return {
    verdict: holds(lines, priceFen) ? "pass" : "fail",
    missing: [],
    // Never 0 or more for a rule that is broken by less than a fen.
    headroomFen: tightest === null ? null : Math.floor(roomAt(tightest, priceFen) * 100),
    largestFen: isBrokenAnyway ? null : lastThatHolds(lines.filter(({ perYuan }) => perYuan < 0)),
    leastFen: firstThatHolds(lines.filter(({ perYuan }) => perYuan > 0)),
    isBrokenAnyway,
    about: tightest?.name ?? "",
  };
}
