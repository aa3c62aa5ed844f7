import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { LoanSortKey } from "../../shared/domain/loan-sort.ts";
import type { StrataFilter } from "../../shared/domain/strata.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { type LoadedPackage, sharedColumn } from "../packages/loaded-package.ts";
import { idAt } from "../tapes/loan-ids.ts";
import type { LoanKeys } from "./loan-keys.ts";
import { loanAppraisal, loanRow } from "./loan-row.ts";
import { type LoanTextColumn, readStatedLoans } from "./loan-row-queries.ts";
import type { PricingTasks } from "./pricing-tasks.ts";

/** Which loans, in what order and as priced in which case. */
export interface LoanQuery {
  readonly caseName: CaseName;
  readonly sortBy: LoanSortKey;
  readonly descending: boolean;
  readonly search: string;
  /** Left out: of the whole package. */
  readonly strata?: readonly StrataFilter[] | undefined;
}

export interface LoanPageQuery extends LoanQuery {
  readonly offset: number;
  readonly limit: number;
}

/** Orders kept of one pricing; a desk goes back and forth between a few. */
const keptOrders = 6;

const textColumns: Partial<Record<LoanSortKey, LoanTextColumn>> = { contractNo: "contract_no", debtorName: "debtor_name", region: "region" };

export interface LoanPagesParts {
  readonly db: Kysely<DeskSchema>;
  readonly jobs: Pick<JobRunner<PricingTasks>, "run">;
  /** The keys of the package, made once. */
  readonly keys: () => Promise<LoanKeys>;
  /** 1 for each loan that is in all of some strata. */
  readonly mask: (chosen: readonly StrataFilter[]) => Promise<Uint8Array>;
}

/** The priced loans of one deal, page by page: numbers from the pricing, facts from the database by id; workers order and search them. */
export class LoanPages {
  readonly #parts: LoanPagesParts;
  readonly #loaded: LoadedPackage;
  readonly #output: PricedPackage;
  readonly #orders = new LRUCache<string, Promise<Uint32Array>>({ max: keptOrders });
  #found: { readonly search: string; readonly hits: Promise<Uint8Array> } | null = null;
  #masked: { readonly strata: string; readonly mask: Promise<Uint8Array> } | null = null;

  constructor(parts: LoanPagesParts, loaded: LoadedPackage, output: PricedPackage) {
    this.#parts = parts;
    this.#loaded = loaded;
    this.#output = output;
  }

  async page(query: LoanPageQuery): Promise<{ total: number; rows: LoanRow[] }> {
    const { offset, limit } = query;
    const found = await this.found(query);
    return { total: found.length, rows: await this.rows(Array.from(found.subarray(offset, offset + limit)), query.caseName) };
  }

  /** Places of the loans that a query finds, in its order: shared memory. */
  async found(query: LoanQuery): Promise<Uint32Array> {
    const order = await this.#order(query);
    const search = query.search.trim();
    const hits = search === "" ? null : await this.#search(search);
    const mask = query.strata === undefined || query.strata.length === 0 ? null : await this.#mask(query.strata);
    if (hits === null && mask === null) return order;
    const found = order.filter((index) => (hits === null || hits[index] === 1) && (mask === null || mask[index] === 1));
    const kept = sharedColumn.words(found.length);
    kept.set(found);
    return kept;
  }

  async rows(indexes: readonly number[], caseName: CaseName): Promise<LoanRow[]> {
    if (indexes.length === 0) return [];
    const { ids, columns } = this.#loaded;
    const figures = { columns, results: this.#output.loanResults[caseName], allocatedFen: this.#output.allocatedFen };
    const facts = new Map(
      (
        await readStatedLoans(
          this.#parts.db,
          indexes.map((index) => idAt(ids, index)),
        )
      ).map((row) => [row.id, row]),
    );
    return indexes.flatMap((index) => {
      const loan = facts.get(idAt(ids, index));
      return loan === undefined ? [] : [loanRow(figures, index, loan)];
    });
  }

  #order({ caseName, sortBy, descending }: LoanQuery): Promise<Uint32Array> {
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
    if (sortBy === "appraisalFen") return each((index) => loanAppraisal(columns, index));
    if (sortBy === "collateralRecoveryFen") return results.collateralRecovery;
    if (sortBy === "guarantorRecoveryFen") return results.guarantorRecovery;
    if (sortBy === "cashRecoveryFen") return results.cashRecovery;
    if (sortBy === "ownRecoveryFen") return results.ownRecovery ?? each(() => 0);
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

  #mask(chosen: readonly StrataFilter[]): Promise<Uint8Array> {
    const strata = JSON.stringify(chosen);
    if (this.#masked?.strata === strata) return this.#masked.mask;
    const mask = this.#parts.mask(chosen);
    this.#masked = { strata, mask };
    mask.catch(() => {
      if (this.#masked?.mask === mask) this.#masked = null;
    });
    return mask;
  }

  async #findHits(search: string): Promise<Uint8Array> {
    const { searched, starts } = await this.#parts.keys();
    return this.#parts.jobs.run("searchLoans", { searched, starts, text: search }, { kind: null });
  }
}
