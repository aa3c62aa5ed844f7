import { type OwnEstimate, ownCaseNames } from "../../shared/domain/debtor-sheet.ts";
import { yuanFromFen } from "../../shared/money.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { allocate } from "../engine/numbers/allocate.ts";
import type { OwnEstimates } from "../engine/package-columns.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import { emptyOwnEstimates, type OwnEstimateSource } from "../packages/own-estimate-source.ts";
import { estimatesRevision } from "./debtor-queries.ts";
import { matchLines } from "./matched-lines.ts";

/** Claims of a debtor's loans in whole fen, by which its figures are parted; principal alone where none is owed. */
function weightsOf({ upb, interest, fees }: LoadedPackage["columns"], loans: readonly number[]): Float64Array {
  return Float64Array.from(loans, (loan) => (upb[loan] ?? 0) + (interest[loan] ?? 0) + (fees[loan] ?? 0));
}

/** The loans of some debtors, in the order of the tape. */
function loansByDebtor(debtor: Uint32Array, wanted: ReadonlyMap<number, unknown>): ReadonlyMap<number, readonly number[]> {
  const loans = new Map<number, number[]>([...wanted.keys()].map((at) => [at, []]));
  for (let loan = 0; loan < debtor.length; loan += 1) loans.get(debtor[loan] ?? 0)?.push(loan);
  return loans;
}

/** Parts an estimate over the loans of its debtor: the parts add up to it to the fen, and fall in one month. */
function part(own: OwnEstimates, name: "low" | "high", estimate: OwnEstimate, loans: readonly number[], weights: Float64Array): void {
  const [gross, costs] = [allocate(estimate.grossFen, weights, weights), allocate(estimate.costsFen, weights, weights)];
  loans.forEach((loan, place) => {
    own[`${name}Gross`][loan] = yuanFromFen(gross[place] ?? 0);
    own[`${name}Costs`][loan] = yuanFromFen(costs[place] ?? 0);
    own[`${name}Month`][loan] = estimate.months;
  });
}

/** The desk's own estimates of debtors as a loaded package takes them. */
export function createOwnEstimates({ db }: { readonly db: DeskDatabase }): OwnEstimateSource {
  const { kysely } = db;
  return {
    revision: async (dealId) => {
      const revision = await estimatesRevision(kysely, dealId);
      return revision === null ? null : String(revision);
    },
    estimates: async (dealId, loaded) => {
      const { byDebtor } = await matchLines(kysely, dealId, loaded);
      const stated = new Map([...byDebtor].filter(([, { entry }]) => entry.low !== null || entry.high !== null));
      if (stated.size === 0) return null;
      const { columns } = loaded;
      const own = emptyOwnEstimates(columns.loanCount);
      for (const [debtor, loans] of loansByDebtor(columns.debtor, stated)) {
        const entry = stated.get(debtor)?.entry;
        const weights = weightsOf(columns, loans);
        for (const name of ownCaseNames) {
          const estimate = entry?.[name] ?? null;
          if (estimate !== null) part(own, name, estimate, loans, weights);
        }
        for (const loan of loans) own.lowWeight[loan] = entry?.lowWeight ?? Number.NaN;
      }
      return own;
    },
  };
}
