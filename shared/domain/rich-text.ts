import { z } from "zod";

/*
 * Text as the editor keeps it, and nothing else of it: whatever has no place here (links, images, styles, scripts) is dropped where
 * it is read, so that what is stored can be shown and printed as it stands.
 */
const markSchema = z.object({ type: z.enum(["bold", "italic"]) });
const inlineSchema = z.union([
  z.object({ type: z.literal("text"), text: z.string().min(1).max(10_000), marks: z.array(markSchema).max(2).optional() }),
  z.object({ type: z.literal("hardBreak") }),
]);
const paragraphSchema = z.object({ type: z.literal("paragraph"), content: z.array(inlineSchema).max(500).optional() });
const listSchema = z.object({
  type: z.enum(["bulletList", "orderedList"]),
  content: z.array(z.object({ type: z.literal("listItem"), content: z.array(paragraphSchema).min(1).max(50) })).max(200),
});
export const richTextSchema = z.object({ type: z.literal("doc"), content: z.array(z.union([paragraphSchema, listSchema])).max(400) });
export type RichText = z.infer<typeof richTextSchema>;
export type RichParagraph = z.infer<typeof paragraphSchema>;
export type RichBlock = RichText["content"][number];

export const emptyText: RichText = { type: "doc", content: [] };

const longestText = 10_000;

interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly marks?: unknown;
  readonly content?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodesIn = (content: unknown): Node[] => (Array.isArray(content) ? content.filter(isNode) : []);

function inlineOf(node: Node): NonNullable<RichParagraph["content"]> {
  if (node.type === "hardBreak") return [{ type: "hardBreak" }];
  if (node.type !== "text" || typeof node.text !== "string" || node.text === "") return [];
  const marks = nodesIn(node.marks).flatMap(({ type }) => (type === "bold" || type === "italic" ? [{ type: type as "bold" | "italic" }] : []));
  return [{ type: "text", text: node.text.slice(0, longestText), ...(marks.length === 0 ? {} : { marks }) }];
}

const paragraphOf = (node: Node): RichParagraph => ({ type: "paragraph", content: nodesIn(node.content).flatMap(inlineOf) });

/** Items of a list, those of lists within it behind their own. */
function itemsOf(list: Node): RichParagraph[][] {
  return nodesIn(list.content).flatMap((item) => {
    const parts = nodesIn(item.content);
    const own = parts.filter(({ type }) => type === "paragraph").map(paragraphOf);
    const within = parts.filter(({ type }) => type === "bulletList" || type === "orderedList").flatMap(itemsOf);
    return [...(own.length === 0 ? [] : [own]), ...within];
  });
}

/** What of an editor's document has a place here. */
export function richTextFrom(document: unknown): RichText {
  const content = nodesIn(isNode(document) ? document.content : null).flatMap((node): RichBlock[] => {
    if (node.type !== "bulletList" && node.type !== "orderedList") return [paragraphOf(node)];
    return [{ type: node.type, content: itemsOf(node).map((paragraphs) => ({ type: "listItem", content: paragraphs })) }];
  });
  const isBlank = content.every((block) => block.type === "paragraph" && (block.content ?? []).length === 0);
  return isBlank ? emptyText : { type: "doc", content };
}

/** Whether nothing is written. */
export const isBlankText = ({ content }: RichText): boolean => content.length === 0;
