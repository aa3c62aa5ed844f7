import type { ChannelInput } from "../../../shared/contract/contract.ts";
import type { SavedList } from "../../../shared/contract/export-channels.ts";
import type { Language } from "../../../shared/domain/codes.ts";
import { DeskError } from "../../../shared/result.ts";
import type { DeskDatabase } from "../../db/open-database.ts";
import { getDeal } from "../../deals/deal-service.ts";
import type { ExportService } from "../../exports/export-service.ts";
import type { ExportPlace } from "../../exports/write-table.ts";
import type { JobRunner } from "../../jobs/job-runner.ts";
import type { LoanIds } from "../loan-ids.ts";
import type { exportOwnTape } from "./own-export.ts";
import { countOwnRows } from "./own-queries.ts";

export interface TapeExportService {
  /** Writes all rows of the deal's package, as they now are, to a file that can be imported again. Null where the user cancels. */
  save(request: ChannelInput<"tapes.exportTape">): Promise<SavedList | null>;
  /** Writes them to a place that the app itself chose; answers the rows. */
  write(dealId: number, language: Language, place: ExportPlace): Promise<number>;
}

interface TapeExportServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<{ exportOwnTape: typeof exportOwnTape }>, "run">;
  readonly exports: Pick<ExportService, "saveAs">;
  readonly loanIds: (tapeId: number) => Promise<LoanIds>;
}

/** Packages as files: read and written in a worker, row by row. */
export function createTapeExportService({ db, jobs, exports, loanIds }: TapeExportServiceParts): TapeExportService {
  const { kysely } = db;
  const packageOf = async (dealId: number) => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    return { tapeId: deal.package.tapeId, cutOffDate: deal.cutOffDate };
  };
  const write = async (dealId: number, language: Language, place: ExportPlace): Promise<number> => {
    const { tapeId, cutOffDate } = await packageOf(dealId);
    const rowCount = await countOwnRows(kysely, tapeId);
    const input = { desk: db.forWorkers, tapeId, ids: await loanIds(tapeId), cutOffDate, language, rowCount, place };
    await jobs.run("exportOwnTape", input, { kind: "exportTable" });
    return rowCount;
  };
  return {
    write,
    save: async ({ dealId, language, fileName }) => {
      await packageOf(dealId);
      // To the fen in either form.
      return exports.saveAs({ fileName, unit: "yuan", write: (place) => write(dealId, language, place) });
    },
  };
}
