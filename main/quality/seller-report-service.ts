import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal } from "../deals/deal-service.ts";
import type { ExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { MemoService } from "../memos/memo-service.ts";
import { getLoanIds } from "../tapes/tape-service.ts";
import type { QualityTasks } from "./quality-tasks.ts";
import type { SellerReportInput } from "./seller-report.ts";

type Request = ChannelInput<"quality.saveReport">;

export interface SellerReportService {
  /** Writes the report as a workbook or as lists. Null where the user cancels. */
  save(request: Request): Promise<SavedList | null>;
  /** Writes the report as a PDF. Null where the user cancels. */
  print(request: Request): Promise<ChannelOutput<"quality.printReport">>;
}

interface SellerReportServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<QualityTasks>, "run">;
  readonly exports: Pick<ExportService, "saveAs">;
  readonly memos: Pick<MemoService, "saveReport">;
  readonly now: () => string;
}

/** Rows that a workbook asks about at most, and that are printed. */
const mostRows = { workbook: 50_000, pages: 300 } as const;

/** What goes back to the seller of a tape: what is missing in it, and a question for each row in doubt. */
export function createSellerReportService({ db, jobs, exports, memos, now }: SellerReportServiceParts): SellerReportService {
  const { kysely } = db;
  const inputOf = async ({ dealId, language, unit, isMasked }: Request, most: number): Promise<SellerReportInput> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const { tapeId } = deal.package;
    const { cutOffDate, name: dealName, seller } = deal;
    return {
      desk: db.forWorkers,
      tapeId,
      ids: await getLoanIds(kysely, tapeId),
      cutOffDate,
      language,
      unit,
      isMasked,
      dealName,
      seller,
      printedAt: now(),
      mostRows: most,
    };
  };
  return {
    save: async (request) => {
      const report = await inputOf(request, mostRows.workbook);
      return exports.saveAs({
        fileName: request.fileName,
        unit: request.unit,
        write: (place) => jobs.run("sellerWorkbook", { report, place }, { kind: "exportTable" }),
      });
    },
    print: async (request) => {
      const report = await jobs.run("sellerPages", await inputOf(request, mostRows.pages), { kind: "checkQuality" });
      return memos.saveReport(report, request.fileName);
    },
  };
}
