import type { MemoBlock } from "../blocks/memo-blocks.tsx";
import type { MeasuredBlock } from "./paginate.ts";

/** Kept free at the foot of a page, so that rounding of line heights in print can't push a line over. */
const safetyPx = 4;

const heightOf = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0;

/** Heights of the blocks as they stand in the hidden column, and the height of a page's body. */
export function measureBlocks(column: HTMLElement, blocks: readonly MemoBlock[]): [MeasuredBlock[], number] {
  const found = new Map([...column.querySelectorAll<HTMLElement>("[data-block]")].map((element) => [element.dataset["block"], element]));
  const measured = blocks.map((block): MeasuredBlock => {
    const element = found.get(block.id);
    if (block.kind === "flow") return { kind: "flow", id: block.id, heightPx: heightOf(element), keepWithNext: block.keepWithNext };
    const headPx = heightOf(element?.querySelector("thead"));
    const rowsPx = [...(element?.querySelectorAll("tbody > tr") ?? [])].map(heightOf);
    const gapPx = Math.max(0, heightOf(element) - headPx - rowsPx.reduce((sum, row) => sum + row, 0));
    return { kind: "table", id: block.id, headPx, rowsPx, gapPx };
  });
  return [measured, heightOf(column.querySelector("[data-page-body]")) - safetyPx];
}
