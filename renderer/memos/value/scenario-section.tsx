import { formatMultiple } from "../../../shared/format.ts";
import { captionBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import type { MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";

/** The deal's scenarios beside its three cases, all at one bid. */
export function scenarioBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, codes, money, price } = context;
  const text = words.value.scenarios;
  if (memo.analyses === null) return [];
  const { scenarios } = memo.analyses;
  if (scenarios.every(({ name }) => name === null)) return [noteBlock("scenarios-none", text.none)];
  return [
    captionBlock("scenarios-caption", text.caption),
    tableBlock(
      "scenarios",
      [
        { label: text.name, width: 24 },
        { label: text.grossRecovery, width: 15, numeric: true },
        { label: text.costs, width: 13, numeric: true },
        { label: text.maxBid, width: 15, numeric: true },
        { label: text.irr, width: 11, numeric: true },
        { label: text.moic, width: 9, numeric: true },
        { label: text.profit, width: 13, numeric: true },
      ],
      scenarios.map(({ name, caseName, outcome }) => ({
        cells: [
          name ?? (caseName === null ? "" : codes.caseName[caseName]),
          money(outcome.grossRecoveryFen),
          money(outcome.costsFen),
          price(outcome.maxBidFen),
          irrLine(outcome.atBidPrice.irr, context),
          formatMultiple(outcome.atBidPrice.moic),
          money(outcome.atBidPrice.profitFen),
        ],
      })),
    ),
  ];
}
