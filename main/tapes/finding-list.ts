import type { Language } from "../../shared/domain/codes.ts";
import type { ExportCell } from "../../shared/domain/export-tables.ts";
import { flatTexts, type TextKey } from "../../shared/locales/texts.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { listTask } from "../exports/export-tasks.ts";
import { readFindings } from "./finding-queries.ts";

/** What is said of the rows of a tape, to be listed in a file. */
export interface FindingListSource {
  readonly desk: DeskFile;
  readonly tapeId: number;
  readonly kind: "rejection" | "warning";
  readonly count: number;
  readonly language: Language;
}

/** Findings read at once. */
const findingsPerRead = 2000;

async function* rowsOf({ desk, tapeId, kind }: FindingListSource, say: (key: TextKey) => string): AsyncGenerator<readonly ExportCell[]> {
  const connection = new WorkerConnection(desk);
  try {
    let after = 0;
    for (;;) {
      const read = await readFindings(connection.kysely, { tapeId, kind, after, limit: findingsPerRead });
      for (const { sheet, row, field, code, raw } of read)
        yield [sheet, row, field === null ? null : say(`tape.field.${field}`), say(`tape.code.${code}`), raw];
      const last = read.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  } finally {
    connection.close();
  }
}

/** Writes all rejected rows of a tape, or all its notes, to a file: the report shows the first thousand. */
export const exportFindings = listTask((source: FindingListSource) => {
  const say = (key: TextKey) => flatTexts[source.language][key] ?? key;
  return {
    name: say(source.kind === "rejection" ? "pricing.tape.rejections" : "pricing.tape.warnings"),
    columns: [
      { head: say("pricing.tape.sheet"), kind: "text" },
      { head: say("pricing.tape.row"), kind: "number" },
      { head: say("pricing.tape.field"), kind: "text" },
      { head: say("pricing.tape.reason"), kind: "text" },
      { head: say("pricing.tape.raw"), kind: "text" },
    ],
    rowCount: source.count,
    rows: rowsOf(source, say),
  };
});
