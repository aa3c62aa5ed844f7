import { basename } from "node:path";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import { headText, type TrailHead } from "../../shared/domain/audit.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ShownTables } from "../../shared/domain/export-tables.ts";
import { DeskError } from "../../shared/result.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, replaceAtomically } from "../files/write-atomically.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { exportTasks } from "./export-tasks.ts";
import { type ExportFormat, type ExportPlace, exportFormats } from "./write-table.ts";

export interface ExportService {
  /** Writes what the page shows. Null where the user cancels. */
  save(shown: ShownTables): Promise<SavedList | null>;
  /** Asks for a file and has `write` fill it: the way of lists that are read row by row (`listTask`). */
  saveAs(list: ListToSave): Promise<SavedList | null>;
}

interface ListToSave {
  readonly fileName: readonly string[];
  readonly unit: MoneyUnit;
  /** Writes the list in a worker and answers its rows. */
  readonly write: (place: ExportPlace) => Promise<number>;
}

export interface ExportServiceParts {
  /** Where the trail stands: a workbook keeps it among its properties, so that a trail which was cut or built anew shows. */
  readonly trailHead: () => Promise<TrailHead | null>;
  readonly jobs: Pick<JobRunner<typeof exportTasks>, "run">;
  /** Asks where to write; null where the user cancels. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

/** By what a file is to be written: its name says it. */
function formatOf(file: string): ExportFormat {
  const format = exportFormats.find((ending) => file.toLowerCase().endsWith(`.${ending}`));
  if (format === undefined) throw new DeskError("exports.unknownFormat", { fileName: basename(file) });
  return format;
}

/** Tables as files, for other programs: as workbooks, and as lists. */
export function createExportService({ trailHead, jobs, chooseFile, admit }: ExportServiceParts): ExportService {
  const saveAs = async ({ fileName, unit, write }: ListToSave): Promise<SavedList | null> => {
    const file = await chooseFile(fileNameOf(fileName, "xlsx"));
    if (file === null) return null;
    const format = formatOf(file);
    await assertFileWritable(file);
    const head = await trailHead();
    let rows = 0;
    await replaceAtomically(file, async (temporary) => {
      rows = await write({ file: temporary, format, unit, head: head === null ? null : headText(head) });
    });
    return { fileName: basename(file), rows, fileToken: admit(file).fileToken };
  };
  return {
    saveAs,
    save: ({ fileName, unit, tables }) =>
      saveAs({
        fileName,
        unit,
        write: async (place) => {
          await jobs.run("exportTables", { tables, place }, { kind: "exportTable" });
          return tables.reduce((sum, { rows }) => sum + rows.length, 0);
        },
      }),
  };
}
