/** A place where a condition changes between "holds" and "fails". */
export interface Crossing {
  /** The place on the side where the condition holds. */
  readonly at: number;
  readonly failsAbove: boolean;
}

/** What holds where its margin is not negative. Margins of many places at once, since pools are priced together. */
export type Margins = (places: readonly number[]) => readonly number[];

const bracketsOf = (places: readonly number[], margins: readonly number[]): number[] =>
  places.slice(1).flatMap((_, index) => (holds(margins[index]) === holds(margins[index + 1]) ? [] : [index]));

const holds = (margin: number): boolean => margin >= 0;

/**
 * Crossings of a margin over ascending places (METHOD §5): each pair of neighbours of which only one holds has one, bracketed
 * and narrowed to `tolerance`; the end that holds is the answer. Nothing is assumed about the margin's shape, so
 * crossings that come and go between two neighbours stay unseen.
 */
export function findCrossings(places: readonly number[], marginsOf: Margins, tolerance: number): Crossing[] {
  const margins = marginsOf(places);
  return bracketsOf(places, margins).map((index) => {
    const [from, to] = [places[index], places[index + 1]];
    const [atFrom, atTo] = [margins[index], margins[index + 1]];
    const failsAbove = holds(atFrom);
    const [low, high] = narrow([from, to], [atFrom, atTo], marginsOf, tolerance);
    return { at: (failsAbove ? low : high) + 0, failsAbove };
  });
}

/** The same over whole numbers: the neighbour that holds is the answer. */
export function findWholeCrossings(places: readonly number[], marginsOf: Margins): Crossing[] {
  const margins = marginsOf(places);
  return bracketsOf(places, margins).map((index) => {
    const failsAbove = holds(margins[index]);
    return { at: places[failsAbove ? index : index + 1] + 0, failsAbove };
  });
}

/**
 * Narrows a bracket by false position (Illinois), and by halves where three steps did not halve it: a margin may jump,
 * and stand still beside the jump. Ends where the bracket is no wider than the tolerance or as narrow as float64 allows.
 */
function narrow(bracket: [number, number], margins: [number, number], marginsOf: Margins, tolerance: number): [number, number] {
  let [low, high] = bracket;
  let [atLow, atHigh] = margins;
  const lowHolds = holds(atLow);
  let side = 0;
  let widthToHalve = high - low;
  for (let step = 1; high - low > tolerance; step++) {
    const isSlow = step % 3 === 0 && high - low > widthToHalve / 2;
    if (step % 3 === 0) widthToHalve = high - low;
    const falsePosition = low + ((high - low) * atLow) / (atLow - atHigh);
    // Half a tolerance beside the false position, so that the end that never moves is caught too.
    const nudged = falsePosition + side * tolerance * 0.5;
    const middle = isSlow || !(nudged > low && nudged < high) ? low + (high - low) / 2 : nudged;
    if (middle <= low || middle >= high) break;
    const [margin] = marginsOf([middle]);
    if (holds(margin) === lowHolds) {
      low = middle;
      atLow = margin;
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      high = middle;
      atHigh = margin;
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return [low, high];
}
