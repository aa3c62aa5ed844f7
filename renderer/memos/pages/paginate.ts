/** One thing to place, measured in CSS pixels at the width it will have on the page. */
export type MeasuredBlock =
  | { readonly kind: "flow"; readonly id: string; readonly heightPx: number; readonly keepWithNext: boolean }
  | { readonly kind: "table"; readonly id: string; readonly headPx: number; readonly rowsPx: readonly number[]; readonly gapPx: number };

/** A piece on a page; `rows` is half-open and only there for tables, whose head repeats on every piece. */
export interface PagePiece {
  readonly id: string;
  readonly rows?: { readonly from: number; readonly to: number };
}

/** Rows that go with a table's head at its start, so that no head stands alone at the foot of a page. */
const openingRows = 2;

interface OpenPage {
  readonly pieces: PagePiece[];
  usedPx: number;
}

/** A table of at most this share of a page is not broken. */
const wholeTableShare = 0.45;

const sumOf = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0);

/** Height that has to fit under a heading for it to stay on the page. */
function openingHeight(block: MeasuredBlock, pageHeightPx: number): number {
  if (block.kind === "flow") return block.heightPx;
  const whole = block.headPx + sumOf(block.rowsPx);
  return whole <= pageHeightPx * wholeTableShare ? whole : block.headPx + sumOf(block.rowsPx.slice(0, openingRows));
}

/** Height of a run of headings from `start` with the opening of what follows them. */
function keptHeight(blocks: readonly MeasuredBlock[], start: number, pageHeightPx: number): number {
  let height = 0;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    height += openingHeight(block, pageHeightPx);
    if (block.kind === "table" || !block.keepWithNext) break;
  }
  return height;
}

/** Rows of a table from `from` that fit into `roomPx`; never leaves a single row for the next page if it can give up one. */
function fittingRows(rowsPx: readonly number[], from: number, roomPx: number): number {
  let used = 0;
  let to = from;
  for (; to < rowsPx.length; to += 1) {
    used += rowsPx[to] ?? 0;
    if (used > roomPx) break;
  }
  const leftOver = rowsPx.length - to;
  return leftOver === 1 && to - from > openingRows ? to - 1 : to;
}

/**
 * Places blocks on pages of one height: no page is empty, none overflows unless a single row or block is itself
 * higher than a page, a heading stays with what follows it, a table breaks between rows.
 */
export function paginate(blocks: readonly MeasuredBlock[], pageHeightPx: number): PagePiece[][] {
  const pages: PagePiece[][] = [];
  let page: OpenPage = { pieces: [], usedPx: 0 };
  const turn = () => {
    if (page.pieces.length === 0) return;
    pages.push(page.pieces);
    page = { pieces: [], usedPx: 0 };
  };

  const placeTable = (block: MeasuredBlock & { kind: "table" }) => {
    let from = 0;
    while (from < block.rowsPx.length) {
      const room = pageHeightPx - page.usedPx - block.headPx;
      let to = fittingRows(block.rowsPx, from, room);
      if (to === from) {
        if (page.pieces.length > 0) {
          turn();
          continue;
        }
        to = from + 1;
      }
      page.pieces.push({ id: block.id, rows: { from, to } });
      page.usedPx += block.headPx + sumOf(block.rowsPx.slice(from, to)) + block.gapPx;
      from = to;
      if (from < block.rowsPx.length) turn();
    }
  };

  blocks.forEach((block, index) => {
    if (page.usedPx + keptHeight(blocks, index, pageHeightPx) > pageHeightPx && !startsUnderHeading(blocks, index, page)) turn();
    if (block.kind === "table") {
      placeTable(block);
    } else {
      // Headings that fill a page by themselves give way to it.
      if (page.usedPx + block.heightPx > pageHeightPx) turn();
      page.pieces.push({ id: block.id });
      page.usedPx += block.heightPx;
    }
  });
  turn();
  return pages;
}

/** Whether the page already holds the headings of this block and nothing else: turning it would strand them. */
function startsUnderHeading(blocks: readonly MeasuredBlock[], index: number, page: OpenPage): boolean {
  if (page.pieces.length === 0) return true;
  const headings = page.pieces.length;
  if (headings > index) return false;
  return blocks.slice(index - headings, index).every((block) => block.kind === "flow" && block.keepWithNext);
}
