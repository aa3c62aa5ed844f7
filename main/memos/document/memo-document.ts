import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { MemoCell, MemoParagraph, MemoPart, MemoParts, MemoPartTable, MemoRun, RowEmphasis } from "../../../shared/domain/memo-parts.ts";
import { documentInk, page, styleSheet, typeOf } from "./document-styles.ts";
import { plainText } from "./plain-text.ts";

export interface DocumentFacts {
  readonly title: string;
  readonly language: "zh" | "en";
}

type Style = MemoParagraph["style"];

const headings: Partial<Record<Style, IParagraphOptions["heading"]>> = {
  title: HeadingLevel.TITLE,
  heading: HeadingLevel.HEADING_1,
  caption: HeadingLevel.HEADING_2,
};
const headingStyles: ReadonlySet<Style> = new Set(["title", "heading", "caption"]);

function textRuns({ text, isBold, isItalic }: MemoRun): TextRun[] {
  return plainText(text)
    .split("\n")
    .map((line, at) => new TextRun({ text: line, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italics: true } : {}), ...(at > 0 ? { break: 1 } : {}) }));
}

const runsOf = (runs: readonly MemoRun[]) => runs.flatMap(textRuns);

function paragraphOf({ style, runs }: MemoParagraph): Paragraph {
  const heading = headings[style];
  return new Paragraph({
    children: runsOf(runs),
    ...(heading === undefined ? { style } : { heading }),
    ...(headingStyles.has(style) ? { keepNext: true } : {}),
    ...(style === "line" ? { border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: documentInk.text } } } : {}),
  });
}

const hair = { style: BorderStyle.SINGLE, size: 2, color: documentInk.rule } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const strong = { style: BorderStyle.SINGLE, size: 6, color: documentInk.text } as const;

function cellParagraph({ runs, style }: MemoParagraph, { isNumeric, isHead }: MemoCell, emphasis: RowEmphasis | null, isColumnHead: boolean): Paragraph {
  const isBold = isColumnHead || emphasis === "total" || emphasis === "group";
  return new Paragraph({
    style: style === "line" ? "line" : "cell",
    alignment: isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
    ...(style === "line" ? { border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: documentInk.text } } } : {}),
    children: runs.flatMap((run) => textRuns({ ...run, isBold: run.isBold || isBold || (style === "caption" && !isHead) })),
  });
}

function tableOf({ widths, headRows, rows }: MemoPartTable): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / all) * page.textWidth));
  const rowOf = ({ cells, emphasis }: MemoPartTable["rows"][number], at: number) => {
    const isColumnHead = at < headRows;
    let column = 0;
    const children = cells.map((cell) => {
      const width = columnWidths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
      column += cell.span;
      const paragraphs = cell.paragraphs.map((paragraph) => cellParagraph(paragraph, cell, emphasis, isColumnHead));
      return new TableCell({
        children: paragraphs.length === 0 ? [new Paragraph({ style: "cell" })] : paragraphs,
        columnSpan: cell.span,
        width: { size: width, type: WidthType.DXA },
        margins: { left: 70, right: 70, top: 30, bottom: 30 },
        borders: {
          top: emphasis === "total" || isColumnHead ? strong : none,
          bottom: isColumnHead || emphasis === "total" ? strong : hair,
          left: none,
          right: none,
        },
        ...(isColumnHead || emphasis === "group" || cell.isHead ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: documentInk.tint } } : {}),
      });
    });
    return new TableRow({ children, cantSplit: true, tableHeader: isColumnHead });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths,
    rows: rows.map(rowOf),
  });
}

/** Two tables that touch would be one. */
const gap = () => new Paragraph({ style: "gap" });

function blocksOf(part: MemoPart): (Paragraph | Table)[] {
  if (part.kind === "text") return [paragraphOf(part)];
  if (part.kind === "table") return part.rows.length === 0 ? [] : [tableOf(part), gap()];
  const fits = Math.min(1, page.pictureWidth / part.widthPx);
  const transformation = { width: part.widthPx * fits, height: part.heightPx * fits };
  const altText = { name: plainText(part.label), title: plainText(part.label), description: plainText(part.label) };
  return [new Paragraph({ children: [new ImageRun({ type: "png", data: Buffer.from(part.pngBase64, "base64"), transformation, altText })] })];
}

/** "Page {{page}} of {{pages}}" with what a word processor counts in the two places. */
function pageNumbers(pageOf: string): TextRun {
  const pieces = pageOf.split(/(\{\{pages?\}\})/);
  const counted: Readonly<Record<string, string>> = { "{{page}}": PageNumber.CURRENT, "{{pages}}": PageNumber.TOTAL_PAGES };
  return new TextRun({ children: pieces.filter((piece) => piece !== "").map((piece) => counted[piece] ?? plainText(piece)) });
}

const atRight = [{ type: TabStopType.RIGHT, position: page.textWidth }];

/** A paper on pages of its own, with what stands around each. */
function sectionOf({ frame, parts }: MemoParts): ISectionOptions {
  const header = new Header({
    children: [new Paragraph({ style: "frame", tabStops: atRight, children: [...typeOf(plainText(frame.head)), ...typeOf(`\t${plainText(frame.mark)}`)] })],
  });
  const footer = new Footer({
    children: [
      new Paragraph({ style: "frame", children: typeOf(plainText(frame.foot)) }),
      new Paragraph({ style: "frame", tabStops: atRight, children: [...typeOf(`${frame.printedOn}\t`), pageNumbers(frame.pageOf)] }),
    ],
  });
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: page.size, margin: page.margin } },
    headers: { default: header },
    footers: { default: footer },
    children: parts.flatMap(blocksOf),
  };
}

/** A memo, or one in each language, as a Word document (.docx): paragraphs, tables and pictures that a committee can go on editing. */
export async function memoDocument(papers: readonly MemoParts[], { title, language }: DocumentFacts): Promise<Uint8Array> {
  const document = new Document({
    title: plainText(title),
    creator: "",
    lastModifiedBy: "",
    styles: styleSheet(language),
    features: { updateFields: false },
    sections: papers.map(sectionOf),
  });
  return Packer.toBuffer(document);
}
