import { type BridgeCause, bridgeCauses, type FenByCase } from "../../../shared/domain/bid-bridge.ts";
import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { assertAssumptions } from "../checks/assumptions-check.ts";
import { proveColumns } from "../checks/proven-columns.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { alone } from "../kernel/pricing-kernel.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { partsOfTotal } from "../numbers/parts-of-total.ts";
import { sumOf } from "../numbers/summation.ts";
import { type LoanPlaces, laySideBySide } from "./bridge-sides.ts";
import { assumptionsBit, bitOf } from "./column-causes.ts";
import { joinedCauses } from "./joined-loans.ts";
import { loanDifferences } from "./loan-differences.ts";
import { addPoolParts } from "./pool-terms.ts";
import { type BridgeTerms, emptyParts, type LikeLoans, Mixtures } from "./price-mixtures.ts";
import { shapleyShares, sizeOf } from "./shapley-shares.ts";

/** A priced state of a package: its columns, and the terms under which it is priced. */
export interface BridgeState extends BridgeTerms {
  readonly columns: PackageColumns;
  /** Its highest bids as they were found before; sums in another order may round to the next fen, and these are the ones to lead to. */
  readonly bids?: FenByCase;
  /** [row] parts of the loan on which the desk has its own word (`editPartBit`). */
  readonly edited?: Uint8Array | null;
}

/** One cause of a bid's move. Fen by case; the loans' fen and `ofPackage` add up to `moves`. */
export interface CauseShares {
  readonly cause: BridgeCause;
  readonly moves: FenByCase;
  /** What belongs to no loan: overhead, deal costs, an incentive fee, a settlement, a bid that would fall below zero. */
  readonly ofPackage: FenByCase;
  /** Places of the loans with a part in it in some case, ascending, and their parts. */
  readonly places: Uint32Array;
  readonly ofLoans: Readonly<Record<CaseName, Float64Array>>;
}

export interface StateBridge {
  readonly from: FenByCase;
  readonly to: FenByCase;
  /** Causes in which the states differ, in the order of `bridgeCauses`. */
  readonly causes: readonly CauseShares[];
}

/** Below this many yuan a part of a loan is the noise of float64 sums and not a part. */
const NOISE_YUAN = 1e-5;

/**
 * The bridge between the highest bids of two priced states of a package (报价桥), in each case: the share of each cause in
 * the move, exact Shapley values over the causes (`shareFactor`), whole fen by largest remainder, so that the shares of the
 * causes add up to the move and the shares of the loans, with the package's own, to that of their cause.
 *
 * Worth of a set of causes: the highest bid of the package in which those causes have come about and the others have
 * not. Loans are priced in the sets of their own causes only, since what happens elsewhere doesn't move them; the
 * present values add up to the pool, and from the pool the bid follows as `pricePackage` finds it, floor at zero,
 * incentive fee and settlement included. As long as those leave the bid linear, every yuan of it belongs to a loan or to
 * overhead and deal costs; what they bend belongs to the package.
 * @param match loans side by side; in an order that no row decides, the order of the tapes' loans decides no byte
 * @param onStep share of the work that is done, 0 … 1
 * @throws EngineInputError for columns or terms that the engine refuses, also in a mixture of the two states
 */
export function bridgeBids(
  from: BridgeState,
  to: BridgeState,
  match: LoanPlaces,
  teamFor: (loanCount: number) => KernelTeam = () => alone,
  onStep: (done: number) => void = () => undefined,
): StateBridge {
  for (const { columns, assumptions, cases } of [from, to]) {
    proveColumns(columns);
    assertAssumptions(assumptions, cases);
  }
  assertMatch(match.from, from.columns.loanCount);
  assertMatch(match.to, to.columns.loanCount);
  const sides = laySideBySide(from.columns, to.columns, match, [from.edited ?? null, to.edited ?? null]);
  const nets = [from, to].some(({ assumptions }) => assumptions.priorities.surplusShare > 0);
  const groups = likeLoans(joinedCauses(sides, loanDifferences(sides), nets));
  const areTermsSame = JSON.stringify([from.assumptions, from.cases]) === JSON.stringify([to.assumptions, to.cases]);
  const players = groups.reduce((set, { causes }) => set | causes, areTermsSame ? 0 : assumptionsBit);
  const mixtures = new Mixtures(sides, [from, to], players, teamFor);
  const states = groups.reduce((sum, { causes }) => sum + 2 ** sizeOf(causes), 0);
  let done = 0;
  for (const group of groups) mixtures.price(group, () => onStep(++done / states));
  return addUp(mixtures, groups, players, [from.bids, to.bids]);
}

type StatedBids = FenByCase | undefined;

/** Bids that were stated, where they are the same but for the last fen. */
function sameBids(found: FenByCase, stated: StatedBids): FenByCase {
  const near = (caseName: CaseName): number => (stated !== undefined && Math.abs(stated[caseName] - found[caseName]) <= 1 ? stated[caseName] : found[caseName]);
  return { low: near("low"), base: near("base"), high: near("high") };
}

/** Each row stands in one place. */
function assertMatch(rowOf: Int32Array, loanCount: number): void {
  const seen = new Uint8Array(loanCount);
  let count = 0;
  for (let place = 0; place < rowOf.length; place++) {
    const row = rowOf[place];
    if (row < 0) continue;
    if (row >= loanCount || seen[row] === 1) throw new EngineInputError("outOfRange", "loanCount", place);
    seen[row] = 1;
    count += 1;
  }
  if (count !== loanCount) throw new EngineInputError("wrongLength", "loanCount");
}

/** Loans by the causes in which they differ, each list in the order of places. */
function likeLoans(causes: Uint16Array): LikeLoans[] {
  const places = new Map<number, number[]>();
  causes.forEach((set, place) => {
    const like = places.get(set);
    if (like === undefined) places.set(set, [place]);
    else like.push(place);
  });
  return [...places].sort(([one], [other]) => one - other).map(([set, like]) => ({ causes: set, places: Uint32Array.from(like) }));
}

function addUp(mixtures: Mixtures, groups: readonly LikeLoans[], players: number, stated: readonly [StatedBids, StatedBids]): StateBridge {
  const bids = new Map<number, Record<CaseName, number>>();
  const bidsAt = (set: number): Record<CaseName, number> => {
    const known = bids.get(set);
    if (known !== undefined) return known;
    const pools = mixtures.pools(set);
    const total = emptyParts(pools);
    for (const group of groups) {
      const parts = mixtures.partsOf(group, set);
      for (const caseName of caseNames) addPoolParts(total[caseName], parts[caseName]);
    }
    const found = { low: 0, base: 0, high: 0 };
    for (const caseName of caseNames) found[caseName] = pools[caseName].bidOf(total[caseName]);
    bids.set(set, found);
    return found;
  };
  const [from, to] = [sameBids(fenOf(bidsAt(0)), stated[0]), sameBids(fenOf(bidsAt(players)), stated[1])];
  const causes = bridgeCauses.filter((cause) => (players & bitOf(cause)) !== 0);
  const inCase = (caseName: CaseName) => {
    const shares = shapleyShares(players, (set) => bidsAt(set)[caseName]);
    const yuan = causes.map((cause) => shares.get(bitOf(cause)) ?? 0);
    return { yuan, fen: partsOfTotal(yuan.map(inFen), to[caseName] - from[caseName]) };
  };
  const cases = { low: inCase("low"), base: inCase("base"), high: inCase("high") };
  return {
    from,
    to,
    causes: causes.map((cause, at) => {
      const moves = { low: cases.low.fen[at], base: cases.base.fen[at], high: cases.high.fen[at] };
      const yuan = { low: cases.low.yuan[at], base: cases.base.yuan[at], high: cases.high.yuan[at] };
      return { cause, moves, ...openCause(mixtures, bitOf(cause), moves, yuan) };
    }),
  };
}

const inFen = (yuan: number): number => yuan * 100;
const fenOf = ({ low, base, high }: FenByCase): FenByCase => ({
  low: resultFen(low, "maxBid"),
  base: resultFen(base, "maxBid"),
  high: resultFen(high, "maxBid"),
});

/** A cause opened to its loans. */
function openCause(mixtures: Mixtures, bit: number, moves: FenByCase, yuan: FenByCase): Omit<CauseShares, "cause" | "moves"> {
  const opened = {
    low: openCase(mixtures.shares.low.get(bit), moves.low, yuan.low),
    base: openCase(mixtures.shares.base.get(bit), moves.base, yuan.base),
    high: openCase(mixtures.shares.high.get(bit), moves.high, yuan.high),
  };
  const places = new Set(caseNames.flatMap((caseName) => opened[caseName].places));
  const listed = Uint32Array.from(places).sort();
  const partsIn = ({ places: own, fen }: OpenedCase): Float64Array => {
    const parts = new Map(own.map((place, at) => [place, fen[at]]));
    return Float64Array.from(listed, (place) => parts.get(place) ?? 0);
  };
  return {
    ofPackage: { low: opened.low.packageFen, base: opened.base.packageFen, high: opened.high.packageFen },
    places: listed,
    ofLoans: { low: partsIn(opened.low), base: partsIn(opened.base), high: partsIn(opened.high) },
  };
}

interface OpenedCase {
  readonly places: number[];
  readonly fen: number[];
  readonly packageFen: number;
}

/** Fen of the loans and of the package in one cause; loans whose part rounds to nothing are left out. */
function openCase(shares: Float64Array | undefined, moveFen: number, moveYuan: number): OpenedCase {
  const places: number[] = [];
  shares?.forEach((share, place) => {
    if (Math.abs(share) > NOISE_YUAN) places.push(place);
  });
  const yuan = places.map((place) => shares?.[place] ?? 0);
  const rest = moveYuan - sumOf(yuan);
  // Half a fen is what rounding leaves, unless there is no loan to take it.
  const hasRest = Math.abs(rest) >= 0.005 || (places.length === 0 && moveFen !== 0);
  const fen = partsOfTotal([...yuan.map(inFen), ...(hasRest ? [rest * 100] : [])], moveFen);
  const packageFen = hasRest ? fen[places.length] : 0;
  const kept = places.map((place, at) => ({ place, fen: fen[at] })).filter((part) => part.fen !== 0);
  return { places: kept.map(({ place }) => place), fen: kept.map((part) => part.fen), packageFen };
}
