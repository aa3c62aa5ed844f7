import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { exportFeature } from "../../shared/contract/export-channels.ts";
import type { ExportService } from "./export-service.ts";

export const exportHandlers = (exports: ExportService): HandlersOf<typeof exportFeature> => ({
  "exports.save": (shown) => exports.save(shown),
});
