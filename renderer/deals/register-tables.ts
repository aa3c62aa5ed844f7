import type { TFunction } from "i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { formatDate } from "../../shared/format.ts";

/** The deals that the register shows, with all that it keeps of them. */
export function registerTables(deals: readonly Deal[], t: TFunction): readonly ExportTable[] {
  return [
    {
      name: t("deals.title"),
      columns: [
        ...(["name", "seller", "kind", "process"] as const).map((head) => ({ head: t(`deals.${head}`), kind: "text" as const })),
        { head: t("deals.cutOffDate"), kind: "date" },
        { head: t("deals.bidDeadline"), kind: "date" },
        ...(["stage", "status", "owner"] as const).map((head) => ({ head: t(`deals.${head}`), kind: "text" as const })),
        { head: t("deals.loans"), kind: "number" },
        { head: t("exports.principal"), kind: "money" },
        { head: t("exports.claim"), kind: "money" },
        { head: t("deals.updatedAt"), kind: "date" },
        { head: t("exports.note"), kind: "text" },
      ],
      rows: deals.map((deal) => [
        deal.name,
        deal.seller,
        t(`code.dealKind.${deal.kind}`),
        t(`code.saleProcess.${deal.process}`),
        deal.cutOffDate,
        deal.bidDeadline,
        t(`code.dealStage.${deal.stage}`),
        t(`code.dealStatus.${deal.status}`),
        deal.owner,
        deal.package?.loans ?? null,
        deal.package?.upbFen ?? null,
        deal.package?.claimFen ?? null,
        formatDate(deal.updatedAt),
        deal.notes,
      ]),
    },
  ];
}
