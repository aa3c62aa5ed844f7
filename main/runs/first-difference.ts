import type { PricedPackage } from "../engine/price-package.ts";

interface Priced {
  /** As it stands in the run. */
  readonly result: unknown;
  readonly loans: Pick<PricedPackage, "allocatedFen" | "loanResults">;
}

interface Difference {
  /** Where: `cases.1.maxBidFen`, or `loans.12.base.presentValue`; the first loan is 1. */
  readonly place: string;
  readonly saved: string;
  readonly found: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const shown = (value: unknown) => (value === undefined ? "–" : (JSON.stringify(value) ?? "–"));

function differenceIn(saved: unknown, found: unknown, path: readonly string[]): Difference | null {
  if (isObject(saved) && isObject(found)) {
    for (const key of new Set([...Object.keys(saved), ...Object.keys(found)])) {
      const within = differenceIn(saved[key], found[key], [...path, key]);
      if (within !== null) return within;
    }
    return null;
  }
  return Object.is(saved, found) ? null : { place: path.join("."), saved: shown(saved), found: shown(found) };
}

/** The first thing in which a pricing differs from the one that was saved: of the package, then of its loans. */
export function firstDifference(saved: Priced, found: Priced): Difference {
  const ofResult = differenceIn(saved.result, JSON.parse(JSON.stringify(found.result)), []);
  if (ofResult !== null) return ofResult;
  const columnsOf = ({ allocatedFen, loanResults }: Priced["loans"]) => {
    const columns = Object.entries(loanResults).flatMap(([name, results]) =>
      Object.entries(results).map(([key, column]) => [`${name}.${key}`, column] as const),
    );
    return new Map<string, ArrayLike<unknown> | null>([["allocatedFen", allocatedFen], ...columns]);
  };
  const [before, now] = [columnsOf(saved.loans), columnsOf(found.loans)];
  for (const [name, column] of now) {
    const old = before.get(name) ?? null;
    const length = Math.max(column?.length ?? 0, old?.length ?? 0);
    for (let at = 0; at < length; at += 1) {
      if (!Object.is(old?.[at], column?.[at])) return { place: `loans.${at + 1}.${name}`, saved: shown(old?.[at]), found: shown(column?.[at]) };
    }
  }
  // What was hashed beside the numbers.
  return { place: "record", saved: "–", found: "–" };
}
