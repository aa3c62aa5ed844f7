import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import { type ExportPlace, writeTables } from "../exports/write-table.ts";
import type { Task } from "../jobs/task-types.ts";
import { type QualityScan, type QualityScanInput, scanTape } from "./scan-tape.ts";
import { printedReport, reportTables, type SellerReportInput, sellerReport } from "./seller-report.ts";

const qualityScan: Task<QualityScanInput, QualityScan> = (input, context) => scanTape(input, context);

/** Writes the report to the seller and answers its questions. */
const sellerWorkbook: Task<{ readonly report: SellerReportInput; readonly place: ExportPlace }, number> = async ({ report: input, place }, context) => {
  const report = await sellerReport(input, context);
  await writeTables(reportTables(report), place, context);
  return report.parts.at(-1)?.table.rows.length ?? 0;
};

const sellerPages: Task<SellerReportInput, PrintedReport> = async (input, context) => printedReport(await sellerReport(input, context), input);

export const qualityTasks = { qualityScan, sellerWorkbook, sellerPages };
export type QualityTasks = typeof qualityTasks;
