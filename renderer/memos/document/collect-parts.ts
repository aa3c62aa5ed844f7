import type { MemoCell, MemoParagraph, MemoPart, MemoParts, MemoPartTable, MemoRun, RowEmphasis } from "../../../shared/domain/memo-parts.ts";
import { pictureOf } from "./collect-pictures.ts";

type Style = MemoParagraph["style"];

const percent = 100;
const rowClasses = { "memo-row-total": "total", "memo-row-part": "part", "memo-row-group": "group" } as const satisfies Record<string, RowEmphasis>;
const styleClasses = { "memo-bid-price": "price", "memo-confidential": "mark", "memo-note": "note", "memo-bid-note": "note" } as const;

const childrenOf = (element: Element, selector: string) => [...element.children].filter((child) => child.matches(selector));

/** The elements that end a paragraph, whatever style they are given. */
const blockTags = new Set([
  "ADDRESS",
  "ARTICLE",
  "DD",
  "DIV",
  "DL",
  "DT",
  "FIGURE",
  "FOOTER",
  "H1",
  "H2",
  "H3",
  "HEADER",
  "LI",
  "OL",
  "P",
  "SECTION",
  "TABLE",
  "UL",
]);
const isBlock = (element: Element) => blockTags.has(element.tagName) || element.classList.contains("memo-own-item");

function styleOf(element: Element): Style {
  if (element.tagName === "H1") return "title";
  if (element.tagName === "H2") return element.classList.contains("memo-heading") ? "heading" : "caption";
  if (element.tagName === "H3") return "caption";
  if (element.closest(".memo-signatures") !== null && element.tagName === "P") return "line";
  const named = Object.entries(styleClasses).find(([name]) => element.classList.contains(name));
  if (named !== undefined) return named[1];
  return element.closest(".memo-decision-notes, .memo-subtitle") === null ? "body" : "note";
}

function runsOf(node: Node, isBold: boolean, isItalic: boolean): MemoRun[] {
  if (node instanceof Text) return [{ text: node.data.replaceAll(/\s+/g, " "), isBold, isItalic }];
  if (!(node instanceof Element)) return [];
  if (node.tagName === "BR") return [{ text: "\n", isBold, isItalic }];
  const bold = isBold || node.tagName === "STRONG" || node.matches(".memo-mark, .memo-cell-earns");
  return [...node.childNodes].flatMap((child) => runsOf(child, bold, isItalic || node.tagName === "EM"));
}

/** Lines of a subtitle stand side by side on the page. */
const standsApart = (element: Element) => element.classList.contains("memo-subtitle");
const apart: MemoRun = { text: "   ", isBold: false, isItalic: false };

/** Parts in the order in which they are read. */
function partsIn(element: Element): MemoPart[] {
  const parts: MemoPart[] = [];
  let open: MemoRun[] = [];
  const close = () => {
    if (open.some(({ text }) => text.trim() !== "")) parts.push({ kind: "text", style: styleOf(element), runs: open });
    open = [];
  };
  if (element.tagName === "LI") open.push({ text: "• ", isBold: false, isItalic: false });
  for (const node of element.childNodes) {
    const special = node instanceof Element ? specialParts(node) : null;
    if (special !== null || (node instanceof Element && isBlock(node))) {
      close();
      parts.push(...(special ?? partsIn(node as Element))); // an element by either condition
    } else {
      if (standsApart(element) && open.length > 0) open.push(apart);
      open.push(...runsOf(node, element.tagName === "TH" && element.closest("thead") !== null, false));
    }
  }
  close();
  return parts;
}

/** Tables, lists of terms, pictures and boxes side by side; null for anything else. */
function specialParts(element: Element): MemoPart[] | null {
  if (element instanceof HTMLTableElement) return [tableOf(element)];
  if (element.tagName === "DL") return [termsOf(element)];
  if (element.classList.contains("memo-signatures")) return [boxesOf(element)];
  if (element.tagName === "FIGURE" || element instanceof SVGSVGElement) return [pictureOf(element)];
  return null;
}

const paragraphsIn = (element: Element): MemoParagraph[] => partsIn(element).filter((part) => part.kind === "text");

const cellOf = (element: Element, isHead: boolean): MemoCell => ({
  paragraphs: paragraphsIn(element),
  span: element instanceof HTMLTableCellElement ? element.colSpan : 1,
  isNumeric: element.classList.contains("memo-number"),
  isHead,
});

const evenly = (columns: number) => Array.from({ length: columns }, () => percent / columns);

function tableOf(table: HTMLTableElement): MemoPartTable {
  const rows = [...table.rows].map((row) => ({
    emphasis: Object.entries(rowClasses).find(([name]) => row.classList.contains(name))?.[1] ?? null,
    cells: [...row.cells].map((cell) => cellOf(cell, cell.tagName === "TH")),
  }));
  const stated = [...table.querySelectorAll<HTMLTableColElement>("col")].map((column) => Number.parseFloat(column.style.width));
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const isStated = stated.length === columns && stated.every((width) => width > 0);
  // A list of facts has two pairs a line.
  const usual = table.classList.contains("memo-facts") && columns === 4 ? [20, 30, 20, 30] : evenly(columns);
  return { kind: "table", widths: isStated ? stated : usual, headRows: table.tHead?.rows.length ?? 0, rows };
}

/** Terms with their values, two pairs a line. */
function termsOf(list: Element): MemoPartTable {
  const pairs = [...list.querySelectorAll("dt")].map((term) => [
    cellOf(term, true),
    ...childrenOf(term.parentElement ?? list, "dd").map((value) => cellOf(value, false)),
  ]);
  const rows: MemoPartTable["rows"] = [];
  for (let at = 0; at < pairs.length; at += 2) rows.push({ emphasis: null, cells: [...(pairs[at] ?? []), ...(pairs[at + 1] ?? [])] });
  return { kind: "table", widths: [30, 20, 30, 20], headRows: 0, rows };
}

function boxesOf(element: Element): MemoPartTable {
  const cells = [...element.children].map((box) => cellOf(box, false));
  return { kind: "table", widths: evenly(Math.max(1, cells.length)), headRows: 0, rows: [{ emphasis: null, cells }] };
}

/** What is laid out below `root`, block by block, with what stands around each page. */
export function collectParts(root: Element): MemoParts {
  const said = (name: string) => root.querySelector<HTMLElement>(`[data-frame="${name}"]`)?.textContent ?? "";
  return {
    frame: { head: said("head"), mark: said("mark"), foot: said("foot"), printedOn: said("printedOn"), pageOf: said("pageOf") },
    parts: [...root.querySelectorAll("[data-block]")].flatMap((block) => partsIn(block)),
  };
}
