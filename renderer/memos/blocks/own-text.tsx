import type { ReactNode } from "react";
import type { MemoSection } from "../../../shared/domain/memo-sections.ts";
import type { RichBlock, RichParagraph, RichText } from "../../../shared/domain/rich-text.ts";
import { withLiveFields } from "./live-fields.ts";
import { flowBlock, type MemoBlock } from "./memo-blocks.tsx";
import type { MemoContext } from "./memo-context.ts";

function Inline({ content, context }: { readonly content: NonNullable<RichParagraph["content"]>; readonly context: MemoContext }): ReactNode {
  return content.map((part, place) => {
    if (part.type === "hardBreak") return <br key={place} />;
    const text = withLiveFields(part.text, context);
    const marks = new Set(part.marks?.map(({ type }) => type));
    const slanted = marks.has("italic") ? <em>{text}</em> : text;
    return <span key={place}>{marks.has("bold") ? <strong>{slanted}</strong> : slanted}</span>;
  });
}

function blockNode(block: RichBlock, context: MemoContext): ReactNode[] {
  if (block.type === "paragraph") return [<Inline key="text" content={block.content ?? []} context={context} />];
  return block.content.map(({ content }, place) => (
    <span key={place} className="memo-own-item">
      {block.type === "orderedList" ? `${place + 1}. ` : "• "}
      {content.map((paragraph, at) => (
        <Inline key={at} content={paragraph.content ?? []} context={context} />
      ))}
    </span>
  ));
}

/** The desk's own words of a section, a block for each paragraph and item, so that pages turn between them. */
export function ownTextBlocks(section: MemoSection, text: RichText, context: MemoContext): MemoBlock[] {
  return text.content.flatMap((block, place) =>
    blockNode(block, context).map((node, at) => flowBlock(`own-${section}-${place}-${at}`, <div className="memo-own">{node}</div>)),
  );
}

/** Own words stand below the heading; where a section has none of its own, below its first block. */
export function withOwnText(blocks: readonly MemoBlock[], own: readonly MemoBlock[]): MemoBlock[] {
  if (own.length === 0 || blocks.length === 0) return [...blocks];
  const [first, ...rest] = blocks;
  return first === undefined ? [...own] : [first, ...own, ...rest];
}
