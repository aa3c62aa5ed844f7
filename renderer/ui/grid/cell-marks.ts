import type { DrawCellCallback } from "@glideapps/glide-data-grid";
import type { Theme } from "@mui/material/styles";
import type { CellMark, TypingCellAt } from "./typing-cells.ts";

const corner = 7;

/** An edited cell has a full corner above, one of an added row a corner below, one that waits a dotted foot, a refused one a thick foot. */
const shapes: Record<CellMark, (context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number) => void> = {
  edited: (context, x, y, width) => triangle(context, x + width - corner, y, x + width, y, x + width, y + corner),
  added: (context, x, y, _width, height) => triangle(context, x, y + height - corner, x, y + height, x + corner, y + height),
  pending: (context, x, y, width, height) => {
    for (let dot = x + 4; dot < x + width - 4; dot += 6) context.fillRect(dot, y + height - 3, 2, 2);
  },
  refused: (context, x, y, width, height) => context.fillRect(x + 1, y + height - 4, width - 2, 3),
};

function triangle(context: CanvasRenderingContext2D, ...[ax, ay, bx, by, cx, cy]: [number, number, number, number, number, number]): void {
  context.beginPath();
  context.moveTo(ax, ay);
  context.lineTo(bx, by);
  context.lineTo(cx, cy);
  context.fill();
}

const colourOf = (mark: CellMark, { palette }: Theme): string => {
  if (mark === "refused") return palette.error.main;
  if (mark === "pending") return palette.text.secondary;
  return mark === "edited" ? palette.primary.main : palette.success.main;
};

/** Draws the mark of a cell over its text. */
export const markDrawer =
  (cellAt: TypingCellAt, theme: Theme): DrawCellCallback =>
  ({ ctx, col, row, rect }, drawContent) => {
    drawContent();
    const mark = cellAt(col, row)?.mark ?? null;
    if (mark === null) return;
    // The grid knows by heart which colour it left.
    ctx.save();
    ctx.fillStyle = colourOf(mark, theme);
    shapes[mark](ctx, rect.x, rect.y, rect.width, rect.height);
    ctx.restore();
  };
