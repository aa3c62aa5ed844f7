import type { Stratum } from "../../../shared/domain/memo.ts";
import { formatDate, formatNumber, formatRate } from "../../../shared/format.ts";
import {
  captionBlock,
  factsBlock,
  flowBlock,
  type MemoBlock,
  type MemoColumn,
  type MemoRow,
  noteBlock,
  sectionBlock,
  tableBlock,
} from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";
import { paragraphsOf } from "../blocks/memo-paragraphs.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";
import { shareFigureOption } from "../figures/share-figure-option.ts";
import { foldStrata, sumStrata } from "./fold-strata.ts";

const shownRegions = 12;

/** The two days of a valuation report, and why they differ where they do. */
function dateFacts({ memo: { deal, form }, words }: MemoContext): (readonly [string, string])[] {
  const text = words.form.print;
  const day = (date: string | null) => (date === null ? words.notStated : formatDate(date));
  const valuationOn = form.valuationOn ?? deal.cutOffDate;
  const differ = form.diligenceOn !== null && form.diligenceOn !== valuationOn;
  return [
    [text.valuationOn, day(valuationOn)],
    [text.diligenceOn, day(form.diligenceOn)],
    ...(differ ? ([[text.datesReason, form.datesReason === "" ? text.noReason : form.datesReason]] as const) : []),
  ];
}

export function factsBlocks(context: MemoContext): MemoBlock[] {
  const {
    memo: { deal },
    words,
    codes,
  } = context;
  const { facts } = words;
  const notes = paragraphsOf(deal.notes);
  return [
    sectionBlock("facts-heading", facts.heading),
    factsBlock("facts", [
      [facts.name, deal.name],
      [facts.seller, deal.seller || words.notStated],
      [facts.kind, wordOf(codes.dealKind, deal.kind, words.notStated)],
      [facts.process, wordOf(codes.saleProcess, deal.process, words.notStated)],
      [facts.cutOffDate, deal.cutOffDate === null ? words.notStated : formatDate(deal.cutOffDate)],
      [facts.bidDeadline, deal.bidDeadline === null ? words.notStated : formatDate(deal.bidDeadline)],
      [facts.stage, wordOf(codes.dealStage, deal.stage, words.notStated)],
      [facts.status, wordOf(codes.dealStatus, deal.status, words.notStated)],
      [facts.owner, deal.owner || words.notStated],
      ...dateFacts(context),
    ]),
    ...(notes.length === 0 ? [] : [captionBlock("notes-heading", facts.notes), ...notes.map((text, index) => noteBlock(`notes-${index}`, text))]),
  ];
}

export function packageBlocks({ memo, words, money }: MemoContext): MemoBlock[] {
  const { totals } = memo.result;
  const text = words.package;
  return [
    sectionBlock("package-heading", text.heading),
    factsBlock("package", [
      [text.loans, fill(text.loansUnit, { n: formatNumber(totals.loans) })],
      [text.debtors, fill(text.debtorsUnit, { n: formatNumber(totals.debtors) })],
      [text.upb, money(totals.upbFen)],
      [text.interest, money(totals.interestFen)],
      [text.fees, money(totals.feesFen)],
      [text.claim, <strong key="claim">{money(totals.claimFen)}</strong>],
      [text.collateralItems, fill(text.itemsUnit, { n: formatNumber(totals.collateralItems) })],
      [text.appraisal, money(totals.appraisalFen)],
    ]),
  ];
}

export function strataBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, codes } = context;
  const { strata: text } = words;
  const lists: readonly (readonly [keyof typeof memo.strata, (key: string | null) => string])[] = [
    ["fiveTierClass", (key) => wordOf(codes.fiveTierClass, key, words.notStated)],
    ["securityKind", (key) => wordOf(codes.securityKind, key, words.notStated)],
    ["litigationStage", (key) => wordOf(codes.litigationStage, key, words.notStated)],
    ["region", (key) => key ?? words.notStated],
  ];
  const columns = strataColumns(context);
  return [
    sectionBlock("strata-heading", text.heading),
    ...lists.flatMap(([name, label]) => {
      const { shown, folded, foldedGroups } = foldStrata(memo.strata[name], name === "region" ? shownRegions : Number.POSITIVE_INFINITY);
      const rows = shown.map((stratum) => stratumRow(context, label(stratum.key), stratum));
      if (folded !== null) rows.push(stratumRow(context, fill(text.other, { n: foldedGroups }), folded));
      rows.push({ ...stratumRow(context, words.total, sumStrata(memo.strata[name])), emphasis: "total" });
      return [
        captionBlock(`strata-${name}-caption`, text[name]),
        ...chartBlocks(
          context,
          name,
          shown.map((stratum) => ({ label: label(stratum.key), stratum })),
        ),
        tableBlock(`strata-${name}`, columns, rows),
      ];
    }),
    noteBlock("strata-note", text.note),
  ];
}

/** Groups that a figure shows; a package of one group has nothing to compare. */
function chartBlocks(
  { memo, words }: MemoContext,
  name: keyof MemoContext["memo"]["strata"],
  groups: readonly { readonly label: string; readonly stratum: Stratum }[],
): MemoBlock[] {
  if (groups.length < 2) return [];
  const text = words.value.strataChart;
  const { bidPriceFen } = memo.result;
  const shares = groups.map(({ label, stratum }) => ({
    label,
    principal: stratum.upbShare,
    bid: bidPriceFen === 0 ? 0 : stratum.allocatedFen / bidPriceFen,
  }));
  const figure = (
    <MemoFigure label={fill(text.label, { cut: words.strata[name] })} option={shareFigureOption(shares, text)} heightPx={groups.length * 19 + 52} />
  );
  return [flowBlock(`strata-${name}-chart`, figure)];
}

function strataColumns({ words: { strata } }: MemoContext): MemoColumn[] {
  return [
    { label: strata.group, width: 25 },
    { label: strata.loans, width: 8, numeric: true },
    { label: strata.upb, width: 15, numeric: true },
    { label: strata.share, width: 12, numeric: true },
    { label: strata.claim, width: 15, numeric: true },
    { label: strata.recoveryRate, width: 11, numeric: true },
    { label: strata.allocated, width: 14, numeric: true },
  ];
}

function stratumRow({ money }: MemoContext, label: string, stratum: Stratum): MemoRow {
  return {
    cells: [
      label,
      formatNumber(stratum.loans),
      money(stratum.upbFen),
      formatRate(stratum.upbShare),
      money(stratum.claimFen),
      formatRate(stratum.recoveryRate),
      money(stratum.allocatedFen),
    ],
  };
}
