const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/** How many bits of a set are on. */
export function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

/** The sets that are parts of a set, the empty one first. */
export function subsetsOf(set: number): number[] {
  const subsets = [0];
  for (let part = (0 - set) & set; part !== 0; part = (part - set) & set) subsets.push(part);
  return subsets;
}

/**
 * The factor with which the worth of one set of causes enters the share of one cause (Shapley value): the share of cause k
 * is Σ over the sets S of `players` of factor(S, k) · worth(S), with (s − 1)! (n − s)! ÷ n! where S holds k and
 * −s! (n − s − 1)! ÷ n! where it doesn't. It is the mean of what k adds over all orders in which causes can come, so that
 * no order decides and the shares add up to worth(players) − worth(∅). A cause that adds nothing to any set gets 0,
 * whether it counts among the players or not.
 */
export function shareFactor(players: number, set: number, cause: number): number {
  const n = sizeOf(players);
  const s = sizeOf(set);
  return (set & cause) === 0 ? (-factorial(s) * factorial(n - s - 1)) / factorial(n) : (factorial(s - 1) * factorial(n - s)) / factorial(n);
}

/** The share of each cause of `players`, by its bit, of a worth known for every set of them. */
export function shapleyShares(players: number, worthOf: (set: number) => number): Map<number, number> {
  const shares = new Map<number, number>();
  const worths = subsetsOf(players).map((set) => ({ set, worth: worthOf(set) }));
  for (let rest = players; rest !== 0; rest &= rest - 1) {
    const cause = rest & -rest;
    let share = 0;
    for (const { set, worth } of worths) share += shareFactor(players, set, cause) * worth;
    shares.set(cause, share);
  }
  return shares;
}
