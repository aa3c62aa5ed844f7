import type { NoticeFigures } from "../../shared/domain/notice-figures.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { PackageService } from "../packages/package-service.ts";
import type { noticeTasks } from "./notice-tasks.ts";

export interface NoticeService {
  /** What a notice of sale states of the deal's package as it stands now. */
  figures(dealId: number): Promise<NoticeFigures>;
}

interface NoticeServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof noticeTasks>, "run">;
  readonly packages: Pick<PackageService, "load">;
}

export function createNoticeService({ db, jobs, packages }: NoticeServiceParts): NoticeService {
  return {
    figures: async (dealId) => {
      const { ids, cutOffDate, debtors, columns } = await packages.load(dealId);
      const { count, named } = debtors;
      return jobs.run("noticeFigures", { desk: db.forWorkers, ids, cutOffDate, debtors: { ofLoan: columns.debtor, count, named } }, { kind: null });
    },
  };
}
