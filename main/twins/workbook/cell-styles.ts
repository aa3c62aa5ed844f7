import type { CellRole, CellStyle, TwinColumn } from "./twin-table.ts";

const styles = ["text", "money", "number", "share", "factor", "date", "code"] as const satisfies readonly CellStyle[];
/** How a cell looks: plain, an input, a result that no formula works out. */
const looks = ["plain", "input", "marked"] as const;
type Look = (typeof looks)[number];

const formats: Readonly<Record<CellStyle, { readonly id: number; readonly code: string | null }>> = {
  text: { id: 49, code: null },
  money: { id: 4, code: null },
  number: { id: 0, code: null },
  share: { id: 10, code: null },
  factor: { id: 164, code: "0.000000" },
  date: { id: 165, code: "yyyy\\-mm\\-dd" },
  code: { id: 1, code: null },
};

/** Places in the list of formats behind the four of heads and lines. */
const firstFormat = 4;
export const headFormat = 1;
export const titleFormat = 2;
export const lineFormat = 3;

const formatOf = (style: CellStyle, look: Look): number => firstFormat + styles.indexOf(style) * looks.length + looks.indexOf(look);

const lookOf = (role: CellRole, isMarked: boolean): Look => (isMarked ? "marked" : role === "input" ? "input" : "plain");

/** Place of a cell's format in the list. */
export function cellFormat({ style, styles: own, role, marked }: TwinColumn, row: number): number {
  return formatOf(own?.[row] ?? style, lookOf(role, marked.has(row)));
}

const fills = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', solid("FFE8EEF4"), solid("FFFFF8DC"), solid("FFF8D7DA")];

function solid(color: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`;
}

const fillOf: Readonly<Record<Look, number>> = { plain: 0, input: 3, marked: 4 };
const fontOf: Readonly<Record<Look, number>> = { plain: 0, input: 2, marked: 0 };

/** The part of a workbook that says how cells look. */
export function stylesXml(): string {
  const own = Object.values(formats).flatMap(({ id, code }) => (code === null ? [] : [`<numFmt numFmtId="${id}" formatCode="${code}"/>`]));
  const font = (inner: string) => `<font>${inner}<sz val="10"/><name val="Arial"/><family val="2"/></font>`;
  const cells = styles.flatMap((style) =>
    looks.map(
      (look) =>
        `<xf numFmtId="${formats[style].id}" fontId="${fontOf[look]}" fillId="${fillOf[look]}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`,
    ),
  );
  const head =
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const title = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
  const line = '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
  const list = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', head, title, line, ...cells];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${own.length}">${own.join("")}</numFmts>`,
    `<fonts count="3">${font("")}${font("<b/>")}<font><sz val="10"/><color rgb="FF1F4E9E"/><name val="Arial"/><family val="2"/></font></fonts>`,
    `<fills count="${fills.length}">${fills.map((fill) => `<fill>${fill}</fill>`).join("")}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${list.length}">${list.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}
