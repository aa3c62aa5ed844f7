import type { BidBridge, FenByCase } from "../../shared/domain/bid-bridge.ts";
import type { CaseName, Language } from "../../shared/domain/codes.ts";
import { type BridgeState, bridgeBids, type CauseShares } from "../engine/bridge/bid-bridge.ts";
import type { KernelTeam } from "../engine/kernel/kernel-team.ts";
import type { PackageInput } from "../engine/price-package.ts";
import { type ExportPlace, writeTables } from "../exports/write-table.ts";
import type { Task } from "../jobs/task-types.ts";
import { type EditedLoans, type LoanNames, unpackNames } from "../runs/loan-names.ts";
import { bridgeTables } from "./bridge-list.ts";
import type { BridgedLoan, OpenBridge } from "./open-bridge.ts";
import { type PairedLoans, pairLoans } from "./pair-loans.ts";

/** A run as the bridge reads it. */
export interface BridgedRun {
  readonly input: PackageInput;
  readonly names: LoanNames;
  readonly edited: EditedLoans | null;
  /** The highest bids with which it was saved. */
  readonly bids: FenByCase;
}

/** Ids of loans that are one: `from[i]` of one run is `to[i]` of the other. */
export interface MatchedLoans {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Loans that moved a bid most come first; of equal ones the earlier contract. */
function ordersOf({ ofLoans, places }: CauseShares): Record<CaseName, Uint32Array> {
  const orderIn = (fen: Float64Array): Uint32Array =>
    Uint32Array.from(places, (_, at) => at).sort((one, other) => Math.abs(fen[other] ?? 0) - Math.abs(fen[one] ?? 0) || one - other);
  return { low: orderIn(ofLoans.low), base: orderIn(ofLoans.base), high: orderIn(ofLoans.high) };
}

/** A run as the engine bridges it: what the desk typed over, by the rows of its columns. */
function stateOf({ input, bids, names, edited }: BridgedRun): BridgeState {
  if (edited === null) return { ...input, bids };
  const parts = new Map(Array.from(edited.ids, (id, at) => [id, edited.parts[at] ?? 0]));
  return { ...input, bids, edited: Uint8Array.from(names.ids, (id) => parts.get(id) ?? 0) };
}

function fateOf({ from, to }: PairedLoans, place: number): BridgedLoan["fate"] {
  return to[place] === -1 ? "dropped" : from[place] === -1 ? "added" : "kept";
}

const eachCase = (of: (caseName: CaseName) => number): FenByCase => ({ low: of("low"), base: of("base"), high: of("high") });

const bridgeRunsWith =
  (teamFor: (loanCount: number) => KernelTeam): Task<{ readonly from: BridgedRun; readonly to: BridgedRun; readonly known: MatchedLoans | null }, OpenBridge> =>
  ({ from, to, known }, context) => {
    const earlierOf = new Map(known === null ? [] : Array.from(known.to, (id, at) => [id, known.from[at] ?? id]));
    const match = pairLoans(unpackNames(from.names), unpackNames(to.names), earlierOf);
    const { from: before, to: after, causes } = bridgeBids(stateOf(from), stateOf(to), match, teamFor, (done) => context.step(done));
    const loans = new Map<number, BridgedLoan>();
    for (const { places } of causes) {
      for (const place of places) {
        const name = match.names[place];
        if (name !== undefined) loans.set(place, { ...name, fate: fateOf(match, place) });
      }
    }
    const count = (fate: BridgedLoan["fate"]) => match.names.reduce((sum, _, place) => sum + Number(fateOf(match, place) === fate), 0);
    const bridge: BidBridge = {
      from: from.bids,
      to: to.bids,
      causes: causes.map(({ cause, moves, ofPackage, places }) => ({ cause, moves, ofPackage, loans: places.length })),
      engine: eachCase((name) => to.bids[name] - from.bids[name] - (after[name] - before[name])),
      loans: { kept: count("kept"), dropped: count("dropped"), added: count("added") },
    };
    return { bridge, loans, causes: causes.map((shares) => ({ cause: shares.cause, places: shares.places, fen: shares.ofLoans, order: ordersOf(shares) })) };
  };

/** Writes causes and loans, and answers how many rows. */
const exportBridge: Task<OpenBridge & { readonly language: Language; readonly place: ExportPlace }, number> = async ({ language, place, ...open }, context) => {
  const tables = bridgeTables(open, language, place.unit);
  await writeTables(tables, place, context);
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
};

export const bridgeTasks = (teamFor: (loanCount: number) => KernelTeam) => ({ bridgeRuns: bridgeRunsWith(teamFor), exportBridge });
export type BridgeTasks = ReturnType<typeof bridgeTasks>;
