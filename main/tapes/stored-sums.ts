import type { Kysely } from "kysely";
import type { TapeSums } from "../../shared/domain/import-report.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { TapePlace } from "./staged-tape.ts";

export type StoredSums = TapeSums & { readonly loans: number; readonly collateral: number };

/** Loans added up in one statement. */
const idsPerStatement = 20_000;

/** Sums over the rows of a tape as they stand in the database, to hold against its report. Loans are added up while others still come. */
export class StoredSumsOfTape {
  readonly #db: Kysely<DeskSchema>;
  readonly #place: TapePlace;
  readonly #total = { loans: 0, principalFen: 0, interestFen: 0, feesFen: 0 };
  /** Ids before which loans are stored, and before which they are added up. */
  #end: number;
  #summed: number;

  constructor(db: Kysely<DeskSchema>, place: TapePlace) {
    this.#db = db;
    this.#place = place;
    this.#end = this.#summed = place.firstLoanId;
  }

  /** So many more loans are stored. */
  async passLoans(count: number): Promise<void> {
    this.#end += count;
    if (this.#end - this.#summed >= idsPerStatement) await this.#addLoans();
  }

  async #addLoans(): Promise<void> {
    const sums = await this.#db
      .selectFrom("loan")
      .select(({ fn }) => [
        fn.countAll<number>().as("loans"),
        fn.sum<number | null>("principal_fen").as("principal"),
        fn.sum<number | null>("interest_fen").as("interest"),
        fn.sum<number | null>("fees_fen").as("fees"),
      ])
      .where("tape_id", "=", this.#place.tapeId)
      .where("id", ">=", this.#summed)
      .where("id", "<", this.#end)
      .executeTakeFirstOrThrow();
    this.#total.loans += sums.loans;
    this.#total.principalFen += sums.principal ?? 0;
    this.#total.interestFen += sums.interest ?? 0;
    this.#total.feesFen += sums.fees ?? 0;
    this.#summed = this.#end;
  }

  /** Of all rows, once the last has come. */
  async all(): Promise<StoredSums> {
    await this.#addLoans();
    const total = { ...this.#total, collateral: 0, appraisalFen: 0, appraisalJoinedFen: 0 };
    const items = await this.#db
      .selectFrom("collateral")
      .select(({ fn }) => ["link", fn.countAll<number>().as("items"), fn.sum<number | null>("appraisal_fen").as("appraisal")])
      .where("tape_id", "=", this.#place.tapeId)
      .groupBy("link")
      .execute();
    for (const { link, items: count, appraisal } of items) {
      total.collateral += count;
      total.appraisalFen += appraisal ?? 0;
      if (link === "joined") total.appraisalJoinedFen += appraisal ?? 0;
    }
    return total;
  }
}
