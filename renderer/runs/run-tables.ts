import type { TFunction } from "i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { formatDateTime } from "../../shared/format.ts";

/** The saved runs, the newest first. */
export function runTables(runs: readonly PricingRun[], t: TFunction): readonly ExportTable[] {
  return [
    {
      name: t("runs.title"),
      columns: [
        { head: t("runs.name"), kind: "text" },
        { head: t("runs.bid"), kind: "money" },
        { head: t("runs.irr"), kind: "rate" },
        ...(["caseName", "savedBy", "savedAt", "note"] as const).map((head) => ({ head: t(`runs.${head}`), kind: "text" as const })),
      ],
      rows: runs.map(({ name, result, caseName, savedBy, createdAt, note }) => {
        const irr = result.cases.find((one) => one.caseName === caseName)?.atBidPrice.irr;
        return [name, result.bidPriceFen, irr?.kind === "one" ? irr.rate : null, t(`code.caseName.${caseName}`), savedBy, formatDateTime(createdAt), note];
      }),
    },
  ];
}
