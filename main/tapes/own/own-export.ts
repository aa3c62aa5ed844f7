import type { Language } from "../../../shared/domain/codes.ts";
import type { ExportCell, ExportTable } from "../../../shared/domain/export-tables.ts";
import { flatTexts, type TextKey } from "../../../shared/locales/texts.ts";
import { type DeskFile, WorkerConnection } from "../../db/worker-connection.ts";
import { type ExportPlace, writeRows, writeTables } from "../../exports/write-table.ts";
import type { Task, TaskContext } from "../../jobs/task-types.ts";
import { idRanges, type LoanIds } from "../loan-ids.ts";
import { OwnDigest, type OwnList, type OwnValue, ownCell, ownColumns, ownHead } from "./own-format.ts";
import { listsOf, type OwnStoredRow, readOrphans, readOwnRows } from "./own-queries.ts";

export interface OwnExportInput {
  readonly desk: DeskFile;
  readonly tapeId: number;
  readonly ids: LoanIds;
  readonly cutOffDate: string | null;
  readonly language: Language;
  /** Of all lists. */
  readonly rowCount: number;
  readonly place: ExportPlace;
}

type Cells = readonly ExportCell[];

/** Loans read at once, with what hangs on them. */
const loansPerRead = 2000;
/** Rows up to which each list has a sheet of its own; more are written as they are read, one list below the other. */
const mostInSheets = 20_000;

async function* storedRows({ tapeId, ids }: OwnExportInput, connection: WorkerConnection, list: OwnList): AsyncGenerator<OwnStoredRow> {
  for (const range of idRanges(ids, loansPerRead)) yield* await readOwnRows(connection.kysely, tapeId, list, range);
  if (list !== "collateral" && list !== "repayment") return;
  for (let after = 0; ; ) {
    const rows = await readOrphans(connection.kysely, tapeId, list, after, loansPerRead);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** The rows of a list and its end. */
async function* rowsOf(input: OwnExportInput, connection: WorkerConnection, list: OwnList): AsyncGenerator<Cells> {
  const { cutOffDate, language } = input;
  const columns = ownColumns[list];
  const digest = new OwnDigest();
  for await (const row of storedRows(input, connection, list)) {
    const values = columns.map(({ place }): OwnValue => (place === null ? cutOffDate : (row[place] ?? null)));
    digest.add(values);
    yield columns.map((column, at) => ownCell(column, values[at] ?? null, language));
  }
  yield [...columns.map(() => null), { kind: "text", value: digest.end() }];
}

async function* listsBelowEachOther(input: OwnExportInput, connection: WorkerConnection, lists: readonly OwnList[]): AsyncGenerator<Cells> {
  for (const list of lists) {
    if (list !== "loan") yield ownHead(list, input.language, input.cutOffDate).map(({ head }) => ({ kind: "text", value: head }));
    yield* rowsOf(input, connection, list);
  }
}

const nameOf: Readonly<Record<OwnList, TextKey>> = {
  loan: "tapeSheet.list.loan",
  collateral: "tapeSheet.list.collateral",
  guarantor: "tapeSheet.list.guarantor",
  repayment: "tape.role.repayments",
  part: "ownTape.parts",
};

async function sheetsOf(input: OwnExportInput, connection: WorkerConnection, context: TaskContext, lists: readonly OwnList[]): Promise<ExportTable[]> {
  const tables: ExportTable[] = [];
  for (const list of lists) {
    const rows: ExportTable["rows"] = [];
    for await (const row of rowsOf(input, connection, list)) rows.push([...row]);
    context.step(tables.length / lists.length);
    tables.push({ name: flatTexts[input.language][nameOf[list]] ?? list, columns: ownHead(list, input.language, input.cutOffDate), rows });
  }
  return tables;
}

/** Writes all rows of a package with all fields, as they now are, so that it can be imported again as it is. */
export const exportOwnTape: Task<OwnExportInput, void> = async (input, context) => {
  const { desk, language, cutOffDate, rowCount, place } = input;
  const connection = new WorkerConnection(desk);
  try {
    const lists = await listsOf(connection.kysely, input.tapeId);
    if (place.format === "xlsx" && rowCount <= mostInSheets) return await writeTables(await sheetsOf(input, connection, context, lists), place, context);
    const name = flatTexts[language]["tapeSheet.list.loan"] ?? "loan";
    await writeRows({ name, columns: ownHead("loan", language, cutOffDate), rowCount, rows: listsBelowEachOther(input, connection, lists) }, place, context);
  } finally {
    connection.close();
  }
};
