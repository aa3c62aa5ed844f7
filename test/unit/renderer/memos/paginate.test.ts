import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MeasuredBlock, type PagePiece, paginate } from "../../../../renderer/memos/pages/paginate.ts";

const flow = (id: string, heightPx: number, keepWithNext = false): MeasuredBlock => ({ kind: "flow", id, heightPx, keepWithNext });
const table = (id: string, headPx: number, rowsPx: number[], gapPx = 0): MeasuredBlock => ({ kind: "table", id, headPx, rowsPx, gapPx });

function heightOf(pieces: readonly PagePiece[], blocks: readonly MeasuredBlock[]): number {
  return pieces.reduce((sum, piece) => {
    const block = blocks.find((candidate) => candidate.id === piece.id);
    if (block === undefined) throw new Error(`unknown block ${piece.id}`);
    if (block.kind === "flow") return sum + block.heightPx;
    const rows = block.rowsPx.slice(piece.rows?.from, piece.rows?.to).reduce((total, row) => total + row, 0);
    return sum + block.headPx + rows;
  }, 0);
}

describe("paginate", () => {
  it("fills a page before it turns to the next", () => {
    expect(paginate([flow("a", 60), flow("b", 40), flow("c", 1)], 100)).toEqual([[{ id: "a" }, { id: "b" }], [{ id: "c" }]]);
  });

  it("prints no page for no blocks", () => {
    expect(paginate([], 100)).toEqual([]);
  });

  it("moves a heading to the page of what it heads", () => {
    expect(paginate([flow("a", 80), flow("heading", 10, true), flow("b", 20)], 100)).toEqual([[{ id: "a" }], [{ id: "heading" }, { id: "b" }]]);
  });

  it("keeps a heading, a caption and the first two rows of a table together", () => {
    const pages = paginate([flow("a", 60), flow("heading", 10, true), flow("caption", 5, true), table("t", 10, [10, 10, 10])], 100);
    expect(pages[0]).toEqual([{ id: "a" }]);
    expect(pages[1]?.map((piece) => piece.id)).toEqual(["heading", "caption", "t"]);
  });

  it("splits a long table between rows and counts its head on every page", () => {
    const blocks = [
      table(
        "t",
        20,
        Array.from({ length: 9 }, () => 20),
      ),
    ];
    expect(paginate(blocks, 100)).toEqual([
      [{ id: "t", rows: { from: 0, to: 4 } }],
      [{ id: "t", rows: { from: 4, to: 7 } }],
      [{ id: "t", rows: { from: 7, to: 9 } }],
    ]);
  });

  it("does not break a short table", () => {
    const pages = paginate([flow("a", 70), table("t", 10, [10, 10, 10])], 100);
    expect(pages).toEqual([[{ id: "a" }], [{ id: "t", rows: { from: 0, to: 3 } }]]);
  });

  it("gives a row higher than a page a page of its own", () => {
    expect(paginate([table("t", 10, [500, 10])], 100).map((page) => page.length)).toEqual([1, 1]);
  });

  it("places every block and row once, in order, on pages that are neither empty nor too full", () => {
    const height = fc.integer({ min: 1, max: 300 });
    const anyBlock = fc.oneof(
      fc.record({ kind: fc.constant("flow" as const), heightPx: height, keepWithNext: fc.boolean() }),
      fc.record({
        kind: fc.constant("table" as const),
        headPx: fc.integer({ min: 0, max: 60 }),
        rowsPx: fc.array(fc.integer({ min: 5, max: 80 }), { minLength: 1, maxLength: 80 }),
        gapPx: fc.integer({ min: 0, max: 20 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 30 }), (parts) => {
        const blocks = parts.map((part, index) => ({ ...part, id: `b${index}` }));
        const pages = paginate(blocks, 1000);
        const placed = pages
          .flat()
          .flatMap((piece) =>
            piece.rows === undefined
              ? [piece.id]
              : Array.from({ length: piece.rows.to - piece.rows.from }, (_, row) => `${piece.id}/${(piece.rows?.from ?? 0) + row}`),
          );
        const wanted = blocks.flatMap((block) => (block.kind === "flow" ? [block.id] : block.rowsPx.map((_, row) => `${block.id}/${row}`)));
        expect(placed).toEqual(wanted);
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(heightOf(page, blocks)).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it("ends no page with a heading", () => {
    const anyBlock = fc.record({ kind: fc.constant("flow" as const), heightPx: fc.integer({ min: 1, max: 100 }), keepWithNext: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 60 }), (parts) => {
        // At most three headings in a row, as a memo has; an endless run of them can't stay on one page.
        const blocks = parts.map((part, index) => ({ ...part, keepWithNext: part.keepWithNext && index % 4 !== 3, id: `b${index}` }));
        const pages = paginate(blocks, 500);
        for (const page of pages.slice(0, -1)) {
          const last = blocks.find((block) => block.id === page.at(-1)?.id);
          expect(last?.keepWithNext).toBe(false);
        }
      }),
    );
  });
});
