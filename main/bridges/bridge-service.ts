import { LRUCache } from "lru-cache";
import type { BridgeListRequest, BridgeLoansPage, BridgeLoansQuery, RunPair } from "../../shared/contract/bridge-channels.ts";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { BidBridge, BridgeLoan, FenByCase, PrintedBridge } from "../../shared/domain/bid-bridge.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { caseNamed } from "../../shared/domain/pricing-results.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { ExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { packNames } from "../runs/loan-names.ts";
import type { BridgeableRun, RunService } from "../runs/run-service.ts";
import type { VersionService } from "../versions/version-service.ts";
import { readConsecutiveNames } from "./bridge-queries.ts";
import type { BridgedRun, BridgeTasks, MatchedLoans } from "./bridge-tasks.ts";
import type { CauseLoans, OpenBridge } from "./open-bridge.ts";

export interface BridgeService {
  /** The causes that lead from the highest bids of one run to those of another. */
  bridge(pair: RunPair): Promise<BidBridge>;
  /** Loans with a part in one cause, the largest moves of a case first. */
  loans(query: BridgeLoansQuery): Promise<BridgeLoansPage>;
  /** A bridge as a memo prints it. */
  printed(pair: RunPair): Promise<PrintedBridge>;
  /** Writes causes and loans to a file that the user chooses. Null where the user cancels. */
  save(request: BridgeListRequest): Promise<SavedList | null>;
}

interface BridgeServiceParts {
  readonly db: DeskDatabase;
  readonly runs: Pick<RunService, "bridgeable">;
  readonly jobs: Pick<JobRunner<BridgeTasks>, "run">;
  readonly exports: Pick<ExportService, "saveAs">;
  readonly versions: Pick<VersionService, "matched">;
}

/** Bridges that were looked at last; runs never change, and neither do they. */
const bridgesKept = 3;

/** Loans that a memo prints of each cause. */
const loansPrinted = 5;

/** The bridge between two saved runs, computed in a worker from what they froze. */
export function createBridgeService({ db, runs, jobs, exports, versions }: BridgeServiceParts): BridgeService {
  const known = new LRUCache<string, Promise<OpenBridge>>({ max: bridgesKept });

  const bridgedRun = async ({ run, tapeId, input, firstLoanId, names, edited }: BridgeableRun): Promise<BridgedRun> => {
    const bidOf = (name: CaseName) => caseNamed(run.result.cases, name).maxBidFen;
    const known = names ?? (await namesOfTape(tapeId, firstLoanId, input.columns.loanCount));
    if (known === null) throw new DeskError("bridge.loansUnnamed", { name: run.name });
    return { input, names: known, edited, bids: { low: bidOf("low"), base: bidOf("base"), high: bidOf("high") } };
  };

  /** A run that was saved before runs kept names asks its tape, as long as that still has the loans that were priced. */
  const namesOfTape = async (tapeId: number, firstLoanId: number, loanCount: number) => {
    const loans = await readConsecutiveNames(db.kysely, { tapeId, firstLoanId, loanCount });
    return loans.length === loanCount ? packNames(loans) : null;
  };

  /** Loans of runs of two versions of a tape, as the desk matched these; none known where they are of one tape, or one was undone. */
  const matchedLoans = async (from: BridgeableRun, to: BridgeableRun): Promise<MatchedLoans | null> => {
    if (from.tapeId === to.tapeId) return null;
    const isForward = from.tapeId < to.tapeId;
    const [olderTapeId, newerTapeId] = isForward ? [from.tapeId, to.tapeId] : [to.tapeId, from.tapeId];
    const match = await versions.matched(from.run.dealId, { olderTapeId, newerTapeId });
    if (match === null) return null;
    return isForward ? { from: match.older, to: match.newer } : { from: match.newer, to: match.older };
  };

  const make = async ({ fromId, toId }: RunPair): Promise<OpenBridge> => {
    const [earlier, later] = [await runs.bridgeable(fromId), await runs.bridgeable(toId)];
    const [from, to] = [await bridgedRun(earlier), await bridgedRun(later)];
    return jobs.run("bridgeRuns", { from, to, known: await matchedLoans(earlier, later) }, { kind: "bridgeRuns" });
  };

  /** Whoever asks while it is made waits for the same one; one that failed is made again. */
  const open = ({ fromId, toId }: RunPair): Promise<OpenBridge> => {
    const key = `${fromId}/${toId}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make({ fromId, toId });
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
  };

  return {
    bridge: async (pair) => (await open(pair)).bridge,
    loans: async ({ fromId, toId, cause, caseName, offset, limit }) => {
      const opened = await open({ fromId, toId });
      const loans = opened.causes.find((one) => one.cause === cause);
      if (loans === undefined) return { total: 0, rows: [] };
      const page = loans.order[caseName].subarray(offset, offset + limit);
      return { total: loans.places.length, rows: Array.from(page, (at) => loanAt(opened, loans, at)) };
    },
    printed: async (pair) => {
      const opened = await open(pair);
      const { name, createdAt, runHash } = (await runs.bridgeable(pair.fromId)).run;
      const largest = opened.causes.map((loans) => ({
        cause: loans.cause,
        loans: Array.from(loans.order.base.subarray(0, loansPrinted), (at) => loanAt(opened, loans, at)),
      }));
      return { fromName: name, fromCreatedAt: createdAt, fromRunHash: runHash, bridge: opened.bridge, largest };
    },
    save: async ({ fileName, unit, language, ...pair }) => {
      const { bridge, loans, causes } = await open(pair);
      return exports.saveAs({
        fileName,
        unit,
        write: async (place) => jobs.run("exportBridge", { bridge, loans, causes, language, place }, { kind: "exportTable" }),
      });
    },
  };
}

function loanAt({ loans }: OpenBridge, { places, fen }: CauseLoans, at: number): BridgeLoan {
  const loan = loans.get(places[at] ?? -1);
  const moves: FenByCase = { low: fen.low[at] ?? 0, base: fen.base[at] ?? 0, high: fen.high[at] ?? 0 };
  return { contractNo: loan?.contractNo ?? "", debtorName: loan?.debtorName ?? null, fate: loan?.fate ?? "kept", moves };
}
