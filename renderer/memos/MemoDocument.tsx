import { useMemo } from "react";
import type { Memo } from "../../shared/domain/memo.ts";
import { createMemoContext, fill } from "./blocks/memo-context.ts";
import { PagedDocument } from "./PagedDocument.tsx";
import { approvalBlocks } from "./sections/approval-section.tsx";
import { assumptionsBlocks } from "./sections/assumptions-section.tsx";
import { bridgeBlocks } from "./sections/bridge-section.tsx";
import { casesBlocks } from "./sections/cases-section.tsx";
import { limitsBlocks, signatureBlocks } from "./sections/closing-sections.tsx";
import { companyEffectBlocks, complianceBlocks } from "./sections/company-sections.tsx";
import { debtorAnnexBlocks, ownEstimateBlocks } from "./sections/debtor-section.tsx";
import { decisionBlocks, titleBlocks } from "./sections/decision-section.tsx";
import { flowsBlocks } from "./sections/flows-section.tsx";
import { marketBlocks } from "./sections/market-section.tsx";
import { factsBlocks, packageBlocks, strataBlocks } from "./sections/package-section.tsx";
import { qualityBlocks } from "./sections/quality-section.tsx";

const sections = [
  titleBlocks,
  decisionBlocks,
  factsBlocks,
  packageBlocks,
  strataBlocks,
  casesBlocks,
  bridgeBlocks,
  ownEstimateBlocks,
  flowsBlocks,
  assumptionsBlocks,
  marketBlocks,
  companyEffectBlocks,
  complianceBlocks,
  qualityBlocks,
  limitsBlocks,
  approvalBlocks,
  signatureBlocks,
  debtorAnnexBlocks,
];

interface MemoDocumentProps {
  readonly memo: Memo;
  readonly onLaidOut: (pages: number) => void;
}

/** The memo on A4 pages. */
export function MemoDocument({ memo, onLaidOut }: MemoDocumentProps) {
  const context = useMemo(() => createMemoContext(memo), [memo]);
  const blocks = useMemo(() => sections.flatMap((section) => section(context)), [context]);
  const { words, approvalWords } = context;
  // The mark of a draft goes with the approval.
  const mark = memo.approval?.isApproved === true ? words.confidential : `${words.confidential} · ${approvalWords.print.draft}`;
  const foot = (
    <span className="memo-hash" key="hash">
      {fill(words.runHash, { hash: memo.run.runHash })}
    </span>
  );
  const frame = { head: memo.deal.name, mark, foot, printedAt: memo.printedAt, pageOf: words.pageOf };
  return <PagedDocument language={memo.language} blocks={blocks} frame={frame} onLaidOut={onLaidOut} />;
}
