import { type Ref, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Memo } from "../../shared/domain/memo.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { MemoTable } from "./blocks/MemoTable.tsx";
import type { MemoBlock } from "./blocks/memo-blocks.tsx";
import { createMemoContext, type MemoContext } from "./blocks/memo-context.ts";
import { MemoPage } from "./pages/MemoPage.tsx";
import { measureBlocks } from "./pages/measure-blocks.ts";
import { type PagePiece, paginate } from "./pages/paginate.ts";
import { assumptionsBlocks } from "./sections/assumptions-section.tsx";
import { casesBlocks } from "./sections/cases-section.tsx";
import { limitsBlocks, signatureBlocks } from "./sections/closing-sections.tsx";
import { decisionBlocks, titleBlocks } from "./sections/decision-section.tsx";
import { flowsBlocks } from "./sections/flows-section.tsx";
import { marketBlocks } from "./sections/market-section.tsx";
import { factsBlocks, packageBlocks, strataBlocks } from "./sections/package-section.tsx";
import { qualityBlocks } from "./sections/quality-section.tsx";
import "./memo.css";

const sections = [
  titleBlocks,
  decisionBlocks,
  factsBlocks,
  packageBlocks,
  strataBlocks,
  casesBlocks,
  flowsBlocks,
  assumptionsBlocks,
  marketBlocks,
  qualityBlocks,
  limitsBlocks,
  signatureBlocks,
];

interface MemoDocumentProps {
  readonly memo: Memo;
  readonly onLaidOut: (pages: number) => void;
}

interface Layout {
  readonly blocks: readonly MemoBlock[];
  readonly repairs: number;
  readonly pages: PagePiece[][];
}

/** The memo on A4 pages: measured out of sight once its glyphs are here, then placed page by page. */
export function MemoDocument({ memo, onLaidOut }: MemoDocumentProps) {
  const context = useMemo(() => createMemoContext(memo), [memo]);
  const blocks = useMemo(() => sections.flatMap((section) => section(context)), [context]);
  const { canDraw, repairs } = useDrawnFonts();
  const measured = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout | null>(null);
  const pages = layout?.blocks === blocks && layout.repairs === repairs ? layout.pages : null;

  useEffect(() => {
    const element = measured.current;
    if (element === null) return;
    const text = element.textContent ?? "";
    const isDrawable = [canDraw(text, 400), canDraw(text, 700)].every(Boolean);
    if (isDrawable) setLayout({ blocks, repairs, pages: paginate(...measureBlocks(element, blocks)) });
  }, [blocks, canDraw, repairs]);

  useLayoutEffect(() => {
    if (pages !== null) onLaidOut(pages.length);
  }, [pages, onLaidOut]);

  return (
    <article className="memo-document" lang={memo.language === "zh" ? "zh-CN" : "en"}>
      {pages === null ? <MeasuredBlocks ref={measured} blocks={blocks} /> : <PlacedBlocks context={context} blocks={blocks} pages={pages} />}
    </article>
  );
}

interface MeasuredBlocksProps {
  readonly blocks: readonly MemoBlock[];
  readonly ref: Ref<HTMLDivElement>;
}

/** All blocks out of sight, one below the other, as wide as on a page. */
function MeasuredBlocks({ blocks, ref }: MeasuredBlocksProps) {
  return (
    <div ref={ref} className="memo-measure" aria-hidden="true">
      <div className="memo-page-body" data-page-body="" />
      {blocks.map((block) => (
        <div key={block.id} className="memo-block" data-block={block.id}>
          <BlockPiece block={block} />
        </div>
      ))}
    </div>
  );
}

interface PlacedBlocksProps {
  readonly context: MemoContext;
  readonly blocks: readonly MemoBlock[];
  readonly pages: readonly (readonly PagePiece[])[];
}

/** The pages with the blocks, and the pieces of blocks, that were placed on each. */
function PlacedBlocks({ context, blocks, pages }: PlacedBlocksProps) {
  return pages.map((pieces, index) => (
    <MemoPage key={pieces[0]?.id ?? index} context={context} page={index + 1} pages={pages.length}>
      {pieces.map((piece) => {
        const block = blocks.find((candidate) => candidate.id === piece.id);
        return block === undefined ? null : (
          <div key={`${piece.id} ${piece.rows?.from ?? 0}`} className="memo-block">
            <BlockPiece block={block} rows={piece.rows} />
          </div>
        );
      })}
    </MemoPage>
  ));
}

function BlockPiece({ block, rows }: { readonly block: MemoBlock; readonly rows?: PagePiece["rows"] | undefined }) {
  if (block.kind === "flow") return block.node;
  const from = rows?.from ?? 0;
  return <MemoTable columns={block.columns} rows={block.rows.slice(from, rows?.to)} firstRow={from} />;
}
