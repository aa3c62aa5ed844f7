import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { FindingListRequest } from "../../shared/contract/tape-channels.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { ExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { countFindings } from "./finding-queries.ts";
import type { TapeTasks } from "./tape-tasks.ts";

export interface FindingListService {
  /** Writes all findings of a kind to a file that the user chooses. Null where the user cancels. */
  save(request: FindingListRequest): Promise<SavedList | null>;
}

interface FindingListServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<TapeTasks>, "run">;
  readonly exports: Pick<ExportService, "saveAs">;
}

/** What is said of the rows of a tape as a file: what goes back to the seller. */
export function createFindingListService({ db, jobs, exports }: FindingListServiceParts): FindingListService {
  return {
    save: async ({ fileName, ...asked }) => {
      const count = await countFindings(db.kysely, asked);
      return exports.saveAs({
        fileName,
        // No amount among them.
        unit: "yuan",
        write: async (place) => {
          await jobs.run("exportFindings", { source: { ...asked, desk: db.forWorkers, count }, place }, { kind: "exportTable" });
          return count;
        },
      });
    },
  };
}
