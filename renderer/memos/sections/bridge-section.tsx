import { bridgeSteps, hasEngineMove } from "../../../shared/bridge-steps.ts";
import type { BridgeLoan, FenByCase } from "../../../shared/domain/bid-bridge.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import { formatDateTime, formatNumber } from "../../../shared/format.ts";
import { captionBlock, flowBlock, headingBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { BridgeFigure } from "./BridgeFigure.tsx";

/** Why the highest bids are not those of an earlier run; nothing where none is named. */
export function bridgeBlocks(context: MemoContext): MemoBlock[] {
  const { memo, bridgeWords: text } = context;
  if (memo.bridge === null) return [];
  const { bridge, fromName, fromCreatedAt, fromRunHash } = memo.bridge;
  const heading = [
    headingBlock("bridge-heading", text.title),
    flowBlock(
      "bridge-text",
      <p className="memo-note">{fill(text.memoText, { name: fromName, savedAt: formatDateTime(fromCreatedAt), hash: fromRunHash.slice(0, 12) })}</p>,
      true,
    ),
  ];
  if (bridge.causes.length === 0) return [...heading, noteBlock("bridge-none", text.none)];
  const { kept, dropped, added } = bridge.loans;
  return [
    ...heading,
    captionBlock("bridge-caption", text.memoChart),
    flowBlock("bridge-chart", <BridgeFigure context={context} steps={bridgeSteps(bridge, "base")} />, true),
    tableBlock("bridge", bridgeColumns(context), bridgeRows(context)),
    noteBlock("bridge-counts", fill(text.counts, { kept: formatNumber(kept), dropped: formatNumber(dropped), added: formatNumber(added) })),
    ...loanBlocks(context),
  ];
}

/** A move with its sign; a minus comes with the text of the amount. */
const moved = ({ money }: MemoContext, fen: number): string => (fen > 0 ? `+${money(fen)}` : money(fen));
const inCases = (context: MemoContext, moves: FenByCase): string[] => caseNames.map((name) => moved(context, moves[name]));

function caseColumns({ codes }: MemoContext, width: number): MemoColumn[] {
  return caseNames.map((name) => ({ label: codes.caseName[name], width, numeric: true }));
}

const bridgeColumns = (context: MemoContext): MemoColumn[] => [
  { label: context.bridgeWords.causeHead, width: 34 },
  { label: context.bridgeWords.loans, width: 12, numeric: true },
  ...caseColumns(context, 18),
];

function bridgeRows(context: MemoContext): MemoRow[] {
  const { memo, bridgeWords: text, money } = context;
  if (memo.bridge === null) return [];
  const { from, to, causes, engine } = memo.bridge.bridge;
  const bids = (label: string, fen: FenByCase): MemoRow => ({ cells: [label, "", ...caseNames.map((name) => money(fen[name]))], emphasis: "total" });
  return [
    bids(text.from, from),
    ...causes.map(({ cause, loans, moves }): MemoRow => ({ cells: [text.cause[cause], formatNumber(loans), ...inCases(context, moves)] })),
    ...(hasEngineMove(engine) ? [{ cells: [text.engine, "", ...inCases(context, engine)] }] : []),
    bids(text.to, to),
  ];
}

/** The loans that moved each cause most, and what of it belongs to the package. */
function loanBlocks(context: MemoContext): MemoBlock[] {
  const { memo, bridgeWords: text } = context;
  const rows = (memo.bridge?.largest ?? []).flatMap(({ cause, loans }): MemoRow[] => {
    const ofPackage = memo.bridge?.bridge.causes.find((one) => one.cause === cause)?.ofPackage;
    const lines = loans.map((loan): MemoRow => ({ cells: [loanName(context, loan), loan.debtorName ?? "", ...inCases(context, loan.moves)] }));
    const rest: MemoRow[] =
      ofPackage === undefined || caseNames.every((name) => ofPackage[name] === 0) ? [] : [{ cells: [text.ofPackage, "", ...inCases(context, ofPackage)] }];
    return lines.length + rest.length === 0 ? [] : [{ cells: [text.cause[cause], "", "", "", ""], emphasis: "group" }, ...lines, ...rest];
  });
  if (rows.length === 0) return [];
  const columns = [{ label: text.contractNo, width: 26 }, { label: text.debtorName, width: 26 }, ...caseColumns(context, 16)];
  return [captionBlock("bridge-loans-caption", text.memoLargest), tableBlock("bridge-loans", columns, rows)];
}

const loanName = ({ bridgeWords: text }: MemoContext, { contractNo }: BridgeLoan): string => (contractNo === "" ? text.unnamed : contractNo);
