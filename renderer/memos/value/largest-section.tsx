import type { PrintedDebtor } from "../../../shared/domain/debtor-sheet.ts";
import { formatNumber, formatRate, noValue } from "../../../shared/format.ts";
import { type MemoBlock, type MemoRow, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** Debtors that stand in the memo itself; the annex has more. */
const shownLargest = 20;

const routeKeys = ["collateral", "guarantor", "cash", "own"] as const;

function routeText({ routes }: PrintedDebtor, { words }: MemoContext): string {
  if (routes === null) return noValue;
  const all = routeKeys.reduce((sum, key) => sum + Math.max(0, routes[`${key}Fen`]), 0);
  if (all <= 0) return words.value.largest.noRoute;
  const main = routeKeys.reduce((best, key) => (routes[`${key}Fen`] > routes[`${best}Fen`] ? key : best));
  const name = words.cases.route[main === "collateral" ? "sale" : main];
  return fill(words.value.largest.routeShare, { route: name, share: formatRate(routes[`${main}Fen`] / all, 0) });
}

function collateralText({ collateral }: PrintedDebtor, { words, codes }: MemoContext): string {
  if (collateral === null) return noValue;
  if (collateral.items === 0) return words.value.largest.noItems;
  const kinds = collateral.kinds.map((kind) => codes.collateralKind[kind]).join(words.assumptions.listJoin);
  return fill(words.value.largest.items, { n: formatNumber(collateral.items), kinds });
}

/** The debtors that the base case values most, with what secures them and by which way they are expected to pay. */
export function largestBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money, personName } = context;
  const text = words.value.largest;
  const { debtors } = memo;
  const largest = debtors?.largest.slice(0, shownLargest) ?? [];
  const heading = sectionBlock("largest-heading", fill(text.heading, { n: formatNumber(largest.length === 0 ? shownLargest : largest.length) }));
  if (debtors === null) return [heading, noteBlock("largest-none", text.none)];
  const share = (fen: number) => formatRate(debtors.total.baseFen > 0 ? fen / debtors.total.baseFen : null);
  const sum = (of: (line: PrintedDebtor) => number) => largest.reduce((added, line) => added + of(line), 0);
  const rows: MemoRow[] = largest.map((line) => ({
    cells: [
      line.debtorName === null ? words.debtors.nameless : personName(line.debtorName),
      money(line.claimFen),
      collateralText(line, context),
      line.collateral === null ? noValue : money(line.collateral.appraisalFen),
      routeText(line, context),
      money(line.base.presentValueFen),
      share(line.base.presentValueFen),
    ],
  }));
  const valueFen = sum(({ base }) => base.presentValueFen);
  return [
    heading,
    tableBlock(
      "largest",
      [
        { label: text.debtor, width: 21 },
        { label: text.claim, width: 13, numeric: true },
        { label: text.collateral, width: 17 },
        { label: text.appraisal, width: 13, numeric: true },
        { label: text.route, width: 14 },
        { label: text.value, width: 12, numeric: true },
        { label: text.share, width: 10, numeric: true },
      ],
      [
        ...rows,
        { cells: [text.total, money(sum(({ claimFen }) => claimFen)), "", "", "", money(valueFen), share(valueFen)], emphasis: "total" },
        {
          cells: [fill(text.ofAll, { all: formatNumber(debtors.debtors) }), money(debtors.total.claimFen), "", "", "", money(debtors.total.baseFen), ""],
          emphasis: "part",
        },
      ],
    ),
    noteBlock("largest-note", text.note),
  ];
}
