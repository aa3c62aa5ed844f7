import { useMemo } from "react";
import type { Memo } from "../../shared/domain/memo.ts";
import type { MemoSection } from "../../shared/domain/memo-sections.ts";
import type { MemoBlock } from "./blocks/memo-blocks.tsx";
import { createMemoContext, fill, type MemoContext } from "./blocks/memo-context.ts";
import { numberHeadings } from "./blocks/number-headings.tsx";
import { ownTextBlocks, withOwnText } from "./blocks/own-text.tsx";
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
import { assetTypeBlocks } from "./value/asset-type-section.tsx";
import { bidBlocks } from "./value/bid-section.tsx";
import { debtServiceBlocks } from "./value/debt-service-section.tsx";
import { largestBlocks } from "./value/largest-section.tsx";
import { restsBlocks } from "./value/rests-section.tsx";
import { riskBlocks } from "./value/risk-section.tsx";
import { scenarioBlocks } from "./value/scenario-section.tsx";
import { sensitivityBlocks } from "./value/sensitivity-section.tsx";
import { simulationBlocks } from "./value/simulation-section.tsx";
import { waterfallBlocks } from "./value/waterfall-section.tsx";

const sectionBlocks: Readonly<Record<MemoSection, (context: MemoContext) => readonly MemoBlock[]>> = {
  decision: (context) => [...decisionBlocks(context), ...restsBlocks(context)],
  waterfall: waterfallBlocks,
  facts: factsBlocks,
  package: (context) => [...packageBlocks(context), ...assetTypeBlocks(context)],
  strata: strataBlocks,
  largest: (context) => [...largestBlocks(context), ...ownEstimateBlocks(context)],
  assumptions: assumptionsBlocks,
  cases: (context) => [...casesBlocks(context), ...scenarioBlocks(context)],
  bridge: bridgeBlocks,
  flows: (context) => [...flowsBlocks(context), ...debtServiceBlocks(context)],
  sensitivity: sensitivityBlocks,
  simulation: simulationBlocks,
  market: marketBlocks,
  bid: bidBlocks,
  company: companyEffectBlocks,
  compliance: complianceBlocks,
  quality: qualityBlocks,
  risks: riskBlocks,
  limits: limitsBlocks,
  approval: approvalBlocks,
  signatures: signatureBlocks,
  annex: debtorAnnexBlocks,
};

interface MemoDocumentProps {
  readonly memo: Memo;
  readonly onLaidOut: (pages: number) => void;
}

/** The memo on A4 pages. */
export function MemoDocument({ memo, onLaidOut }: MemoDocumentProps) {
  const context = useMemo(() => createMemoContext(memo), [memo]);
  const blocks = useMemo(() => {
    const { language, form } = memo;
    const placed = form.sections.flatMap(({ key, isOn, textZh, textEn }) =>
      isOn ? withOwnText(sectionBlocks[key](context), ownTextBlocks(key, language === "zh" ? textZh : textEn, context)) : [],
    );
    return numberHeadings([...titleBlocks(context), ...placed], memo.language);
  }, [context, memo]);
  const { words, approvalWords } = context;
  // The mark of a draft goes with the approval.
  const marks = [...(memo.form.isConfidential ? [words.confidential] : []), ...(memo.approval?.isApproved === true ? [] : [approvalWords.print.draft])];
  const mark = marks.join(" · ");
  const foot = (
    <span className="memo-hash" key="hash">
      {fill(words.runHash, { hash: memo.run.runHash })}
    </span>
  );
  const frame = { head: memo.deal.name, mark, foot, printedAt: memo.printedAt, pageOf: words.pageOf };
  return <PagedDocument language={memo.language} blocks={blocks} frame={frame} onLaidOut={onLaidOut} />;
}
