import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { WorkerConnection } from "../db/worker-connection.ts";
import { identifierKey } from "../tapes/cells/parse-cells.ts";
import { certificateText } from "../tapes/rows/same-asset.ts";
import type { DecidedPair, LoanMatch, MatchableLoan } from "./loan-match.ts";
import type { Unmatched } from "./rules/match-by-contract.ts";
import type { AssetsOf } from "./rules/match-by-facts.ts";
import { matchLoans } from "./rules/match-loans.ts";
import { eachLoan, eachPart, readEditedCells, readRemovedRows } from "./seller-rows-queries.ts";

/** Two tapes of one deal. */
export interface TwoTapes {
  readonly olderTapeId: number;
  readonly newerTapeId: number;
}

const columns = ["id", "contract_no", "debtor_id", "debtor_name", "principal_fen", "drawdown_date", "maturity_date"] as const;
const text = (value: CellValue | undefined) => (value === null || value === undefined ? null : String(value));

function loanOf(at: (column: (typeof columns)[number]) => CellValue | undefined): MatchableLoan {
  return {
    id: Number(at("id")),
    contractNo: String(at("contract_no")),
    debtorId: text(at("debtor_id")),
    debtorName: text(at("debtor_name")),
    principalFen: Number(at("principal_fen")),
    drawdownDate: text(at("drawdown_date")),
    maturityDate: text(at("maturity_date")),
  };
}

/** The loans of a tape as its file stated them, those that the desk took away among them, and with those that it added. */
async function readLoans(connection: WorkerConnection, tapeId: number, beat: () => void): Promise<MatchableLoan[]> {
  const edited = new Map<number, Map<string, CellValue>>();
  for (const { row_id, place, seller } of await readEditedCells(connection.kysely, tapeId, "loan"))
    edited.set(row_id, (edited.get(row_id) ?? new Map<string, CellValue>()).set(place, seller));
  const loans: MatchableLoan[] = [];
  const take = (id: number, valueOf: (column: (typeof columns)[number]) => CellValue | undefined) => {
    const own = edited.get(id);
    loans.push(loanOf(own === undefined ? valueOf : (column) => (own.has(column) ? own.get(column) : valueOf(column))));
  };
  eachLoan(connection, tapeId, columns, (row) => {
    beat();
    take(Number(row[0]), (column) => row[columns.indexOf(column)]);
  });
  for (const row of await readRemovedRows(connection.kysely, tapeId, "loan")) take(row.id, (column) => row[column]);
  return loans;
}

const assetColumns = ["loan_id", "asset_no", "collateral_kind", "area_sqm", "address", "appraisal_fen"] as const;

/** What tells an item in both versions: its certificate, else kind, place and appraisal together. */
function assetText([, assetNo, kind, area, address, appraisal]: readonly CellValue[]): string | null {
  const certificate = certificateText({ assetNo: text(assetNo), collateralKind: text(kind), areaSqm: area === null ? null : Number(area) });
  if (certificate !== null) return certificate;
  return address === null || appraisal === null ? null : JSON.stringify([kind, identifierKey(String(address)), appraisal]);
}

const noAssets: ReadonlySet<string> = new Set();

/** The assets of loans that no contract number tells. */
function readAssets(connection: WorkerConnection, { olderTapeId, newerTapeId }: TwoTapes, left: Unmatched, beat: () => void): AssetsOf {
  const assets = new Map<number, Set<string>>([...left.older, ...left.newer].map(({ id }) => [id, new Set()]));
  if (left.older.length === 0 || left.newer.length === 0) return () => noAssets;
  for (const tapeId of [olderTapeId, newerTapeId])
    eachPart(connection, tapeId, "collateral", assetColumns, (row) => {
      beat();
      const asset = assetText(row);
      if (asset !== null) assets.get(Number(row[0]))?.add(asset);
    });
  return (loanId) => assets.get(loanId) ?? noAssets;
}

/** The loans of two tapes, and which are one. */
export interface MatchedTapes {
  readonly all: Unmatched;
  readonly match: LoanMatch;
}

/** Reads the loans of two tapes and matches them. For a worker; `beat` is called for each row and may throw to leave. */
export async function readMatchedTapes(
  connection: WorkerConnection,
  tapes: TwoTapes,
  decided: readonly DecidedPair[],
  beat: () => void,
): Promise<MatchedTapes> {
  const older = await readLoans(connection, tapes.olderTapeId, beat);
  const newer = await readLoans(connection, tapes.newerTapeId, beat);
  const all = { older, newer };
  return { all, match: matchLoans(all, decided, (left) => readAssets(connection, tapes, left, beat), beat) };
}

/**
 * The loans of one tape as those of the other, by their ids. For a worker; `beat` is called for each row and may throw to leave.
 * Loans that an edit added or took away are in it too, so that any two packages of these tapes can be told by it.
 */
export async function matchTapes(
  connection: WorkerConnection,
  tapes: TwoTapes,
  decided: readonly DecidedPair[],
  beat: () => void = () => undefined,
): Promise<LoanMatch> {
  return (await readMatchedTapes(connection, tapes, decided, beat)).match;
}
