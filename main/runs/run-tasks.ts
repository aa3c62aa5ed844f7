import type { Moves, RunChangeKey } from "../../shared/domain/run-comparison.ts";
import { EngineInputError } from "../engine/engine-errors.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import { type PackageInput, pricePackage } from "../engine/price-package.ts";
import type { Task } from "../jobs/task-types.ts";
import { movesInOrder, type PricesOf, pricingsOf, shapleyMoves } from "./part-moves.ts";

export interface CompareInput {
  readonly from: PackageInput;
  readonly to: PackageInput;
  /** Changes that may move a price. */
  readonly keys: readonly RunChangeKey[];
  readonly method: "shapley" | "order";
}

export interface CompareOutput {
  /** Null where the engine refuses the terms of the two runs together. */
  readonly parts: { readonly moves: readonly Moves[]; readonly from: Moves; readonly to: Moves } | null;
}

/** The terms of `from` with some of its changes made. */
function mixed({ from, to, keys }: CompareInput, set: number): PackageInput {
  const made = new Set(keys.filter((_, index) => (set >> index) & 1));
  // One of the two at the most: own estimates are compared on the same loans.
  const side = made.has("package") || made.has("ownEstimates") ? to : from;
  const assumptions = Object.fromEntries(
    Object.keys(from.assumptions).map((key) => [key, (made.has(key as RunChangeKey) ? to : from).assumptions[key as keyof PackageInput["assumptions"]]]),
  );
  return {
    columns: side.columns,
    debtorCount: side.debtorCount,
    cutOffDate: side.cutOffDate ?? null,
    assumptions: assumptions as PackageInput["assumptions"], // every key of one of the two
    cases: (made.has("cases") ? to : from).cases,
    bidPriceFen: (made.has("bidPriceFen") ? to : from).bidPriceFen,
  };
}

const compareRunsWith =
  (teamFor: (loanCount: number) => KernelTeam): Task<CompareInput, CompareOutput> =>
  (input, context) => {
    const known = new Map<number, Moves>();
    const count = input.keys.length;
    const pricesOf: PricesOf = (set) => {
      const found = known.get(set);
      if (found !== undefined) return found;
      context.step(known.size / pricingsOf[input.method](count));
      const terms = mixed(input, set);
      const { result } = pricePackage(terms, teamFor(terms.columns.loanCount), "whereAtHand");
      const maxBid = (name: "low" | "base" | "high") => result.cases.find(({ caseName }) => caseName === name)?.maxBidFen ?? 0;
      const prices = { bid: result.bidPriceFen, low: maxBid("low"), base: maxBid("base"), high: maxBid("high") };
      known.set(set, prices);
      return prices;
    };
    try {
      const moves = input.method === "shapley" ? shapleyMoves(count, pricesOf) : movesInOrder(count, pricesOf);
      return { parts: { moves, from: pricesOf(0), to: pricesOf(2 ** count - 1) } };
    } catch (error) {
      if (error instanceof EngineInputError) return { parts: null };
      throw error;
    }
  };

export const runTasks = (teamFor: (loanCount: number) => KernelTeam) => ({ compareRuns: compareRunsWith(teamFor) });
export type RunTasks = ReturnType<typeof runTasks>;
