import { LRUCache } from "lru-cache";
import type { SheetRow, SheetView } from "../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { fieldOf, readAdded, readNames, readRows, readSellerValues, type SellerValue } from "./sheet-queries.ts";
import type { FindInput, FoundCell } from "./sheet-scan.ts";
import type { sheetTasks } from "./sheet-tasks.ts";

/** A list of a tape as its rows stand at one revision. */
export interface SheetAt {
  readonly tapeId: number;
  readonly revision: number;
  readonly list: SheetList;
}

/** Views kept: a desk goes back and forth between lists and a few filters; one of a million rows takes 8 MB. */
const keptViews = 8;

/** The rows of lists as views show them: a worker finds and orders them, pages are read by id. */
export class SheetViews {
  readonly #db: DeskDatabase;
  readonly #jobs: Pick<JobRunner<typeof sheetTasks>, "run">;
  readonly #ids = new LRUCache<string, Promise<Float64Array>>({ max: keptViews });

  constructor(db: DeskDatabase, jobs: Pick<JobRunner<typeof sheetTasks>, "run">) {
    this.#db = db;
    this.#jobs = jobs;
  }

  /** Ids of a view's rows in its order. */
  ids({ tapeId, revision, list }: SheetAt, view: SheetView): Promise<Float64Array> {
    const key = JSON.stringify([tapeId, revision, list, view]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const found = this.#jobs.run("sheetView", { desk: this.#db.forWorkers, tapeId, list, view }, { kind: null });
    this.#ids.set(key, found);
    found.catch(() => this.#ids.delete(key));
    return found;
  }

  async figures({ tapeId, list }: SheetAt, ids: Float64Array, fields: readonly TapeField[]) {
    const figures = await this.#jobs.run("sheetFigures", { desk: this.#db.forWorkers, tapeId, list, ids, fields }, { kind: null });
    return { rows: ids.length, figures };
  }

  /** Cells of a view that hold a text as the sheet shows them. */
  find({ tapeId, list }: SheetAt, ids: Float64Array, wanted: Pick<FindInput, "fields" | "text" | "unit" | "from" | "most">): Promise<FoundCell[]> {
    return this.#jobs.run("findCells", { desk: this.#db.forWorkers, tapeId, list, ids, ...wanted }, { kind: null });
  }

  /** The rows with these ids, in their order. */
  async rows({ tapeId, list }: SheetAt, ids: readonly number[]): Promise<SheetRow[]> {
    const db = this.#db.kysely;
    const places = sheetColumns[list].map(({ column }) => column);
    const stored = new Map((await readRows(db, tapeId, list, ids, places)).map((row) => [row.id, row]));
    const names = await readNames(
      db,
      [...stored.values()].flatMap(({ loan_id }) => (loan_id === null ? [] : [loan_id])),
    );
    const seller = new Map<number, SellerValue[]>();
    for (const cell of await readSellerValues(db, tapeId, list, ids)) seller.set(cell.row_id, [...(seller.get(cell.row_id) ?? []), cell]);
    const added = await readAdded(db, tapeId, list, ids);
    return ids.flatMap((rowId): SheetRow[] => {
      const row = stored.get(rowId);
      if (row === undefined) return [];
      const named = row.loan_id === null ? undefined : names.get(row.loan_id);
      const values = sheetColumns[list].flatMap(({ field, column }) => (row[column] === null || row[column] === undefined ? [] : [[field, row[column]]]));
      const edited = (seller.get(rowId) ?? []).flatMap(({ place, old_value }) => {
        const field = fieldOf(list, place);
        return field === null || row[place] === old_value ? [] : [field];
      });
      return [
        {
          rowId,
          loanId: row.loan_id,
          contractNo: named?.contract_no ?? String(row["contract_no"] ?? ""),
          debtorName: named?.debtor_name ?? null,
          values: Object.fromEntries(values) as SheetRow["values"], // by field, of the values just read
          edited,
          isAdded: added.has(rowId),
        },
      ];
    });
  }
}
