import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { qualityFeature } from "../../shared/contract/quality-channels.ts";
import type { QualityService } from "./quality-service.ts";
import type { SellerReportService } from "./seller-report-service.ts";

export const qualityHandlers = (quality: QualityService, reports: SellerReportService): HandlersOf<typeof qualityFeature> => ({
  "quality.get": ({ dealId }) => quality.get(dealId),
  "quality.rows": (query) => quality.rows(query),
  "quality.state": ({ dealId }) => quality.state(dealId),
  "quality.confirm": (one) => quality.confirm(one),
  "quality.saveReport": (request) => reports.save(request),
  "quality.printReport": (request) => reports.print(request),
  "quality.withdraw": ({ dealId, confirmationId }) => quality.withdraw(dealId, confirmationId),
});
