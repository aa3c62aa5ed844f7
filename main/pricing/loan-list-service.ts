import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { LoanListRequest } from "../../shared/contract/pricing-channels.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { ExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { PricingService } from "./pricing-service.ts";
import type { PricingTasks } from "./pricing-tasks.ts";

export interface LoanListService {
  /** Writes the loans that a query finds to a file that the user chooses. Null where the user cancels. */
  save(dealId: number, request: LoanListRequest): Promise<SavedList | null>;
}

interface LoanListServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<PricingTasks>, "run">;
  readonly pricing: Pick<PricingService, "loansFound">;
  readonly exports: Pick<ExportService, "saveAs">;
}

/** The loans of a pricing as a file: read, worked out and written in a worker, row by row. */
export function createLoanListService({ db, jobs, pricing, exports }: LoanListServiceParts): LoanListService {
  return {
    save: async (dealId, { keys, language, unit, fileName, ...query }) => {
      const { loaded, output, indexes } = await pricing.loansFound(dealId, query);
      const { ids, columns } = loaded;
      const figures = { columns, results: output.loanResults[query.caseName], allocatedFen: output.allocatedFen };
      return exports.saveAs({
        fileName,
        unit,
        write: async (place) => {
          const source = { ...figures, desk: db.forWorkers, ids, indexes, keys, language, unit };
          await jobs.run("exportLoans", { source, place }, { kind: "exportTable" });
          return indexes.length;
        },
      });
    },
  };
}
