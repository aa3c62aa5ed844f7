import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { formatNumber, formatRate, noValue } from "../../../shared/format.ts";
import { maskIdentifier } from "../../../shared/masked-identifier.ts";
import { captionBlock, factsBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";
import { editsBlocks } from "./edits-section.tsx";
import { exceptionBlocks } from "./exceptions-section.tsx";

const shownWarnings = 40;
/** Longest piece of a cell's text that is printed. */
const shownRaw = 120;

export function qualityBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const { counts } = memo.tape.report;
  const text = words.quality;
  const number = (value: number) => formatNumber(value);
  const isByHand = memo.tape.fileName === "";
  const hash = (
    <span key="hash" className="memo-hash">
      {memo.tape.fileSha256}
    </span>
  );
  return [
    sectionBlock("quality-heading", text.heading),
    factsBlock("quality-file", [
      [text.file, isByHand ? text.byHand : memo.tape.fileName],
      ...(isByHand ? [] : [[text.fileHash, hash] as const]),
      [text.rowsIn, number(counts.loanRows)],
      [text.collateralRows, number(counts.collateralRows)],
      [text.rowsKept, number(counts.loansKept)],
      [text.collateralKept, number(counts.collateralKept)],
      [text.rowsRejected, number(counts.loansRejected)],
      [text.collateralRejected, number(counts.collateralRejected)],
      [text.withoutDebtor, number(counts.loansWithoutDebtor)],
      [text.collateralJoined, number(counts.collateralJoined)],
      [text.rowsSkipped, number(counts.skippedRows)],
      [text.collateralOrphans, number(counts.collateralOrphans)],
      [text.warnings, number(warningsInAll(context))],
      [text.collateralOnRejected, number(counts.collateralOnRejectedLoans)],
    ]),
    noteBlock(
      "quality-check",
      fill(counts.partsJoined > 0 ? text.checkJoined : text.check, {
        in: number(counts.loanRows),
        kept: number(counts.loansKept),
        joined: number(counts.partsJoined),
        rejected: number(counts.loansRejected),
      }),
    ),
    ...exceptionBlocks(context),
    ...editsBlocks(context),
    ...validityBlocks(context),
    ...fillsBlocks(context),
    ...reconciliationBlocks(context),
    ...findingsBlocks(context),
  ];
}

/** Rejections and warnings share the counts by code; what is not a rejection is a warning. */
function warningsInAll({ memo: { tape } }: MemoContext): number {
  const findings = Object.values(tape.report.findingCounts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return Math.max(tape.report.warnings.length, findings - rejectionsInAll(tape.report));
}

function rejectionsInAll(report: MemoContext["memo"]["tape"]["report"]): number {
  return Math.max(report.rejections.length, report.counts.loansRejected + report.counts.collateralRejected);
}

/** Loans that fail a check of validity, counted as zero or not. */
function validityBlocks({ memo, words, money }: MemoContext): MemoBlock[] {
  const text = words.quality;
  const { validity } = memo.result;
  if (validity.length === 0) return [];
  return [
    captionBlock("validity-caption", text.validityHeading),
    tableBlock(
      "validity",
      [
        { label: text.validityCheck, width: 40 },
        { label: text.loans, width: 14, numeric: true },
        { label: text.claim, width: 22, numeric: true },
        { label: text.treatment, width: 24 },
      ],
      validity.map(({ check, loans, claimFen, isCounted }) => ({
        cells: [text[check], formatNumber(loans), money(claimFen), isCounted ? text.countedAsZero : text.notCounted],
      })),
    ),
  ];
}

function fillsBlocks({ memo, words, codes, money }: MemoContext): MemoBlock[] {
  const text = words.quality;
  const { fills, filledFen, bidPriceFen } = memo.result;
  const used = fills.filter((entry) => entry.loans > 0);
  if (used.length === 0) return [captionBlock("fills-caption", text.fillsHeading), noteBlock("fills-none", text.fillsNone)];
  return [
    captionBlock("fills-caption", text.fillsHeading),
    tableBlock(
      "fills",
      [
        { label: text.rule, width: 46 },
        { label: text.loans, width: 14, numeric: true },
        { label: text.allocated, width: 22, numeric: true },
        { label: text.shareOfBid, width: 18, numeric: true },
      ],
      used.map((entry) => ({
        cells: [
          wordOf(codes.fillRule, entry.rule, words.notStated),
          formatNumber(entry.loans),
          money(entry.allocatedFen),
          bidPriceFen === 0 ? noValue : formatRate(entry.allocatedFen / bidPriceFen, 1),
        ],
      })),
    ),
    noteBlock("fills-note", text.fillsNote),
    ...(filledFen === null || bidPriceFen === 0 ? [] : [noteBlock("fills-in-all", fill(text.fillsInAll, { share: formatRate(filledFen / bidPriceFen, 1) }))]),
  ];
}

function reconciliationBlocks({ memo, words, tapeWord, money }: MemoContext): MemoBlock[] {
  const text = words.quality;
  const stated = memo.tape.report.reconciliation.filter((line) => line.outcome !== "notStated");
  const caption = captionBlock("reconciliation-caption", text.reconciliationHeading);
  if (stated.length === 0) return [caption, noteBlock("reconciliation-none", text.reconciliationNone)];
  return [
    caption,
    tableBlock(
      "reconciliation",
      [
        { label: text.sheet, width: 14 },
        { label: text.field, width: 13 },
        { label: text.stated, width: 14, numeric: true },
        { label: text.kept, width: 14, numeric: true },
        { label: text.rejectedSum, width: 13, numeric: true },
        { label: text.difference, width: 13, numeric: true },
        { label: text.outcome, width: 19 },
      ],
      stated.map((line) => ({
        cells: [
          line.sheet,
          tapeWord("field", line.field, words.notStated),
          money(line.statedFen),
          money(line.keptFen),
          money(line.rejectedFen),
          money(line.differenceFen),
          tapeWord("outcome", line.outcome, words.notStated) + (line.rejectedUnreadable === 0 ? "" : fill(text.unreadable, { n: line.rejectedUnreadable })),
        ],
      })),
    ),
  ];
}

function findingsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const text = words.quality;
  const { report } = memo.tape;
  const columns: MemoColumn[] = [
    { label: text.sheet, width: 18 },
    { label: text.row, width: 9, numeric: true },
    { label: text.field, width: 16 },
    { label: text.reason, width: 27 },
    { label: text.raw, width: 30 },
  ];
  const list = (id: string, heading: string, findings: readonly TapeFinding[], inAll: number, none: string, more: string): MemoBlock[] => {
    const caption = captionBlock(`${id}-caption`, fill(heading, { n: formatNumber(inAll) }));
    if (findings.length === 0) return [caption, noteBlock(`${id}-none`, none)];
    const rest = inAll - findings.length;
    return [
      caption,
      tableBlock(
        id,
        columns,
        findings.map((finding) => findingRow(context, finding)),
      ),
      ...(rest > 0 ? [noteBlock(`${id}-more`, fill(more, { n: formatNumber(rest) }))] : []),
    ];
  };
  return [
    ...list("rejected", text.rejectedHeading, report.rejections, rejectionsInAll(report), text.rejectedNone, text.rejectedMore),
    ...list("warnings", text.warningsHeading, report.warnings.slice(0, shownWarnings), warningsInAll(context), text.warningsNone, text.warningsMore),
  ];
}

function findingRow({ words, tapeWord }: MemoContext, finding: TapeFinding): MemoRow {
  const text = finding.field === "debtorId" ? maskIdentifier(finding.raw) : finding.raw;
  const raw = text.length > shownRaw ? `${text.slice(0, shownRaw)}…` : text;
  return {
    cells: [
      finding.sheet,
      finding.row === null ? words.quality.wholeSheet : String(finding.row),
      tapeWord("field", finding.field, noValue),
      tapeWord("code", finding.code, words.notStated),
      raw,
    ],
  };
}
