import type { ChannelInput } from "../../../shared/contract/contract.ts";
import type { SavedList } from "../../../shared/contract/export-channels.ts";
import { DeskError } from "../../../shared/result.ts";
import type { DeskDatabase } from "../../db/open-database.ts";
import { getDeal } from "../../deals/deal-service.ts";
import type { ExportService } from "../../exports/export-service.ts";
import type { JobRunner } from "../../jobs/job-runner.ts";
import type { LoanIds } from "../loan-ids.ts";
import type { exportOwnTape } from "./own-export.ts";
import { countOwnRows } from "./own-queries.ts";

export interface TapeExportService {
  /** Writes all rows of the deal's package, as they now are, to a file that can be imported again. Null where the user cancels. */
  save(request: ChannelInput<"tapes.exportTape">): Promise<SavedList | null>;
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
  return {
    save: async ({ dealId, language, fileName }) => {
      const deal = await getDeal(kysely, dealId);
      if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
      const { tapeId } = deal.package;
      const rowCount = await countOwnRows(kysely, tapeId);
      return exports.saveAs({
        fileName,
        // To the fen in either form.
        unit: "yuan",
        write: async (place) => {
          const input = { desk: db.forWorkers, tapeId, ids: await loanIds(tapeId), cutOffDate: deal.cutOffDate, language, rowCount, place };
          await jobs.run("exportOwnTape", input, { kind: "exportTable" });
          return rowCount;
        },
      });
    },
  };
}
