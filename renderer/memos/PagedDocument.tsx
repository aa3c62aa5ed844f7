import { type Ref, useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Language } from "../../shared/domain/codes.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { MemoTable } from "./blocks/MemoTable.tsx";
import type { MemoBlock } from "./blocks/memo-blocks.tsx";
import { PaperFormContext } from "./blocks/paper-form.ts";
import { PartsFrame } from "./document/PartsFrame.tsx";
import { MemoPage, type PageFrame } from "./pages/MemoPage.tsx";
import { measureBlocks } from "./pages/measure-blocks.ts";
import { type PagePiece, paginate } from "./pages/paginate.ts";
import "./memo.css";

interface PagedDocumentProps {
  readonly language: Language;
  readonly blocks: readonly MemoBlock[];
  readonly frame: PageFrame;
  readonly onLaidOut: (pages: number) => void;
}

interface Layout {
  readonly blocks: readonly MemoBlock[];
  readonly repairs: number;
  readonly pages: PagePiece[][];
}

/** Blocks on A4 pages: measured out of sight once their glyphs are here, then placed page by page. For a document they stay as they are measured. */
export function PagedDocument({ language, blocks, frame, onLaidOut }: PagedDocumentProps) {
  const { canDraw, repairs } = useDrawnFonts();
  const measured = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout | null>(null);
  const isForParts = useContext(PaperFormContext) === "parts";
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
    <article className="memo-document" lang={language === "zh" ? "zh-CN" : "en"}>
      {isForParts ? <PartsFrame frame={frame} /> : null}
      {pages === null || isForParts ? <MeasuredBlocks ref={measured} blocks={blocks} /> : <PlacedBlocks frame={frame} blocks={blocks} pages={pages} />}
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
  readonly frame: PageFrame;
  readonly blocks: readonly MemoBlock[];
  readonly pages: readonly (readonly PagePiece[])[];
}

/** The pages with the blocks, and the pieces of blocks, that were placed on each. */
function PlacedBlocks({ frame, blocks, pages }: PlacedBlocksProps) {
  return pages.map((pieces, index) => (
    <MemoPage key={pieces[0]?.id ?? index} frame={frame} page={index + 1} pages={pages.length}>
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
