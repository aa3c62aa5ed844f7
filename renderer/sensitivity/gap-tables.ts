import type { TFunction } from "i18next";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";

/** The gaps as a file gets them, those without a price last. */
export function gapTables(gaps: GapPriceTag, t: TFunction): readonly ExportTable[] {
  const words = ["rule", "ask", "reason"] as const;
  const amounts = ["claim", "spread", "low", "asFilled", "high"] as const;
  const wordsOf = (rule: GapPriceTag["tags"][number]["rule"]) => [t(`code.fillRule.${rule}`), t(`gaps.asks.${rule}`), t(`gaps.reasons.${rule}`)];
  return [
    {
      name: t("pricing.view.gaps"),
      columns: [
        ...words.map((head) => ({ head: t(`gaps.${head}`), kind: "text" as const })),
        { head: t("gaps.loans"), kind: "number" },
        ...amounts.map((head) => ({ head: t(`gaps.${head}`), kind: "money" as const })),
      ],
      rows: [
        ...gaps.tags.map((tag) => [...wordsOf(tag.rule), tag.loans, tag.claimFen, tag.spreadFen, tag.lowFen, gaps.maxBidFen, tag.highFen]),
        ...gaps.unpriced.map(({ rule, loans }) => [...wordsOf(rule), loans]),
      ],
    },
  ];
}
