import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { type CaseName, claimValidityChecks, fillRules } from "../../shared/domain/codes.ts";
import type { LoanSortKey } from "../../shared/domain/loan-sort.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { DeskSchema } from "../db/schema.ts";
import { segmentOf } from "../engine/column-codes.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { LoanKeys } from "./loan-keys.ts";
import { type LoanTextColumn, readStatedLoans, type StatedLoan } from "./loan-row-queries.ts";
import type { PricingTasks } from "./pricing-tasks.ts";

export interface LoanPageQuery {
  readonly caseName: CaseName;
  readonly offset: number;
  readonly limit: number;
  readonly sortBy: LoanSortKey;
  readonly descending: boolean;
  readonly search: string;
}

/** Orders kept of one pricing; a desk goes back and forth between a few. */
const keptOrders = 6;

const textColumns: Partial<Record<LoanSortKey, LoanTextColumn>> = { contractNo: "contract_no", debtorName: "debtor_name", region: "region" };

export interface LoanPagesParts {
  readonly db: Kysely<DeskSchema>;
  readonly jobs: Pick<JobRunner<PricingTasks>, "run">;
  /** The keys of the package, made once. */
  readonly keys: () => Promise<LoanKeys>;
}

/** The priced loans of one deal, page by page: numbers from the pricing, facts from the database by id; workers order and search them. */
export class LoanPages {
  readonly #parts: LoanPagesParts;
  readonly #loaded: LoadedPackage;
  readonly #output: PricedPackage;
  readonly #orders = new LRUCache<string, Promise<Uint32Array>>({ max: keptOrders });
  #found: { readonly search: string; readonly hits: Promise<Uint8Array> } | null = null;

  constructor(parts: LoanPagesParts, loaded: LoadedPackage, output: PricedPackage) {
    this.#parts = parts;
    this.#loaded = loaded;
    this.#output = output;
  }

  async page(query: LoanPageQuery): Promise<{ total: number; rows: LoanRow[] }> {
    const order = await this.#order(query);
    const search = query.search.trim();
    const hits = search === "" ? null : await this.#search(search);
    const indexes: number[] = [];
    let total = 0;
    for (const index of order) {
      if (hits !== null && hits[index] !== 1) continue;
      if (total >= query.offset && indexes.length < query.limit) indexes.push(index);
      total += 1;
    }
    return { total, rows: await this.rows(indexes, query.caseName) };
  }

  async rows(indexes: readonly number[], caseName: CaseName): Promise<LoanRow[]> {
    if (indexes.length === 0) return [];
    const { firstLoanId } = this.#loaded;
    const facts = new Map(
      (
        await readStatedLoans(
          this.#parts.db,
          indexes.map((index) => firstLoanId + index),
        )
      ).map((row) => [row.id, row]),
    );
    return indexes.flatMap((index) => {
      const loan = facts.get(firstLoanId + index);
      return loan === undefined ? [] : [this.#row(index, loan, caseName)];
    });
  }

  #row(index: number, loan: StatedLoan, caseName: CaseName): LoanRow {
    const { columns } = this.#loaded;
    const results = this.#output.loanResults[caseName];
    const fen = (column: Float64Array) => fenFromYuan(column[index] ?? 0);
    const mask = columns.fillMask[index] ?? 0;
    const monthsToCash = results.monthsToCash[index] ?? Number.NaN;
    return {
      loanId: loan.id,
      contractNo: loan.contract_no,
      debtorName: loan.debtor_name ?? "",
      region: loan.region,
      fiveTierClass: loan.five_tier_class,
      securityKind: loan.security_kind,
      litigationStage: loan.litigation_stage,
      segment: segmentOf(columns.segment[index]),
      upbFen: fen(columns.upb),
      claimFen: fen(columns.upb) + fen(columns.interest) + fen(columns.fees),
      appraisalFen: fenFromYuan(this.#appraisalOf(index)),
      collateralRecoveryFen: fen(results.collateralRecovery),
      guarantorRecoveryFen: fen(results.guarantorRecovery),
      cashRecoveryFen: fen(results.cashRecovery),
      costsFen: fen(results.costs),
      presentValueFen: fen(results.presentValue),
      monthsToCash: Number.isNaN(monthsToCash) ? null : monthsToCash,
      allocatedFen: this.#output.allocatedFen[index] ?? 0,
      failedChecks: claimValidityChecks.filter((_, check) => ((columns.failedChecks[index] ?? 0) & (1 << check)) !== 0),
      fills: fillRules.filter((_, rule) => (mask & (1 << rule)) !== 0),
    };
  }

  #appraisalOf(index: number): number {
    const { collateralStart, appraisal } = this.#loaded.columns;
    let sum = 0;
    for (let item = collateralStart[index] ?? 0; item < (collateralStart[index + 1] ?? 0); item++) sum += appraisal[item] ?? 0;
    return sum;
  }

  #order({ caseName, sortBy, descending }: LoanPageQuery): Promise<Uint32Array> {
    const key = `${caseName}/${sortBy}/${descending}`;
    const known = this.#orders.get(key);
    if (known !== undefined) return known;
    const order = this.#sort(caseName, sortBy, descending);
    this.#orders.set(key, order);
    order.catch(() => this.#orders.delete(key));
    return order;
  }

  async #sort(caseName: CaseName, sortBy: LoanSortKey, descending: boolean): Promise<Uint32Array> {
    const text = textColumns[sortBy];
    const column = text === undefined ? this.#numbers(caseName, sortBy) : (await this.#parts.keys()).ranks[text];
    return this.#parts.jobs.run("orderLoans", { column, descending }, { kind: null });
  }

  #numbers(caseName: CaseName, sortBy: LoanSortKey): Float64Array {
    const { columns } = this.#loaded;
    const results = this.#output.loanResults[caseName];
    const each = (value: (index: number) => number) => {
      const column = new Float64Array(columns.loanCount);
      for (let index = 0; index < column.length; index += 1) column[index] = value(index);
      return column;
    };
    if (sortBy === "upbFen") return columns.upb;
    if (sortBy === "claimFen") return each((index) => (columns.upb[index] ?? 0) + (columns.interest[index] ?? 0) + (columns.fees[index] ?? 0));
    if (sortBy === "appraisalFen") return each((index) => this.#appraisalOf(index));
    if (sortBy === "collateralRecoveryFen") return results.collateralRecovery;
    if (sortBy === "guarantorRecoveryFen") return results.guarantorRecovery;
    if (sortBy === "cashRecoveryFen") return results.cashRecovery;
    if (sortBy === "costsFen") return results.costs;
    if (sortBy === "presentValueFen") return results.presentValue;
    return sortBy === "monthsToCash" ? results.monthsToCash : this.#output.allocatedFen;
  }

  #search(search: string): Promise<Uint8Array> {
    if (this.#found?.search === search) return this.#found.hits;
    const hits = this.#findHits(search);
    this.#found = { search, hits };
    hits.catch(() => {
      if (this.#found?.hits === hits) this.#found = null;
    });
    return hits;
  }

  async #findHits(search: string): Promise<Uint8Array> {
    const { searched, starts } = await this.#parts.keys();
    return this.#parts.jobs.run("searchLoans", { searched, starts, text: search }, { kind: null });
  }
}
