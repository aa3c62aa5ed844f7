import type { PrintedDebtor } from "../../../shared/domain/debtor-sheet.ts";
import { formatNumber, formatRate } from "../../../shared/format.ts";
import { captionBlock, headingBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** How much of the bid rests on the desk's own estimates; nothing in a run that kept no debtor sheet. */
export function ownEstimateBlocks({ memo: { debtors, result }, words: { debtors: text } }: MemoContext): MemoBlock[] {
  if (debtors === null) return [];
  const { own } = debtors;
  const share = result.bidPriceFen === 0 ? 0 : own.allocatedFen / result.bidPriceFen;
  const line = fill(text.ownLine, { debtors: formatNumber(own.debtors), inBase: formatNumber(own.inBase), share: formatRate(share) });
  return [noteBlock("own-estimates", own.debtors === 0 ? text.noOwn : line)];
}

/** The debtors that the base case values most, with whose figures they are. */
export function debtorAnnexBlocks(context: MemoContext): MemoBlock[] {
  const {
    memo: { debtors },
    words: { debtors: text, total },
    money,
  } = context;
  if (debtors === null) return [];
  const { largest, total: all } = debtors;
  const sum = (of: (line: PrintedDebtor) => number) => largest.reduce((added, line) => added + of(line), 0);
  const rest: MemoRow = {
    cells: [
      fill(text.rest, { n: formatNumber(debtors.debtors - largest.length) }),
      formatNumber(all.loans - sum(({ loans }) => loans)),
      money(all.claimFen - sum(({ claimFen }) => claimFen)),
      money(all.lowFen - sum(({ low }) => low.presentValueFen)),
      money(all.baseFen - sum(({ base }) => base.presentValueFen)),
      money(all.highFen - sum(({ high }) => high.presentValueFen)),
      "",
      money(all.allocatedFen - sum(({ allocatedFen }) => allocatedFen)),
    ],
  };
  const totals: MemoRow = {
    cells: [total, formatNumber(all.loans), money(all.claimFen), money(all.lowFen), money(all.baseFen), money(all.highFen), "", money(all.allocatedFen)],
    emphasis: "total",
  };
  const rows = [...largest.map((line) => lineOf(context, line)), ...(largest.length < debtors.debtors ? [rest] : []), totals];
  return [
    headingBlock("debtors-heading", text.heading),
    captionBlock("debtors-caption", fill(text.caption, { shown: formatNumber(largest.length), all: formatNumber(debtors.debtors) })),
    tableBlock("debtors", columnsOf(context), rows),
    noteBlock("debtors-note", text.note),
  ];
}

function columnsOf({ words: { debtors: text } }: MemoContext): MemoColumn[] {
  return [
    { label: text.debtor, width: 23 },
    { label: text.loans, width: 8, numeric: true },
    { label: text.claim, width: 13, numeric: true },
    { label: text.low, width: 12, numeric: true },
    { label: text.base, width: 12, numeric: true },
    { label: text.high, width: 12, numeric: true },
    { label: text.months, width: 8, numeric: true },
    { label: text.allocated, width: 12, numeric: true },
  ];
}

function lineOf({ words: { debtors: text }, money, personName }: MemoContext, line: PrintedDebtor): MemoRow {
  const value = (name: "low" | "base" | "high") => `${line[name].isOwn ? "● " : ""}${money(line[name].presentValueFen)}`;
  const name = line.debtorName === null ? text.nameless : personName(line.debtorName);
  return {
    cells: [
      line.method === null ? name : fill(text.byMethod, { name, method: text.methods[line.method] }),
      formatNumber(line.loans),
      money(line.claimFen),
      value("low"),
      value("base"),
      value("high"),
      formatNumber(line.base.months, 1),
      money(line.allocatedFen),
    ],
  };
}
