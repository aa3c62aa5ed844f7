import { stylesXml } from "./cell-styles.ts";
import { layOut, sheetXml } from "./sheet-xml.ts";
import { type TwinBook } from "./twin-book.ts";
import { xmlText } from "./xml-text.ts";
import { writeZip, type ZipPart } from "./zip-parts.ts";

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageParts = "http://schemas.openxmlformats.org/package/2006";
const typesOf = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes({ sheets }: TwinBook): string {
  const overrides = sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${typesOf}.worksheet+xml"/>`);
  return [
    `${start}<Types xmlns="${packageParts}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${typesOf}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${typesOf}.styles+xml"/>${overrides.join("")}</Types>`,
  ].join("");
}

function relations(targets: readonly { readonly kind: string; readonly target: string }[]): string {
  const lines = targets.map(({ kind, target }, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`);
  return `${start}<Relationships xmlns="${packageParts}/relationships">${lines.join("")}</Relationships>`;
}

/** Names of cells, and hidden among the user's those of columns. */
function definedNames({ names, rangeNames }: TwinBook): string {
  const cells = Array.from(names, ([name, { column, row }]) => {
    const { quotedSheet, firstRow } = column.table;
    return { name, hidden: "", place: `${quotedSheet}!$${column.letter}$${firstRow + row}` };
  });
  const ranges = Array.from(rangeNames, ([name, { from, to }]) => {
    const { quotedSheet, firstRow, rowCount } = from.table;
    return { name, hidden: ' hidden="1"', place: `${quotedSheet}!$${from.letter}$${firstRow}:$${to.letter}$${firstRow + Math.max(1, rowCount) - 1}` };
  });
  return [...cells, ...ranges]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, hidden, place }) => `<definedName name="${name}"${hidden}>${xmlText(place)}</definedName>`)
    .join("");
}

/** Sheets and names. Whoever opens it works all formulas out anew. */
function workbookXml(book: TwinBook): string {
  const listed = book.sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return [
    `${start}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join("")}</sheets>`,
    `<definedNames>${definedNames(book)}</definedNames><calcPr calcId="162913" fullCalcOnLoad="1"/></workbook>`,
  ].join("");
}

/** Writes a workbook whose formulas were worked out; `step` is told the share that is written. */
export async function writeBook(file: string, book: TwinBook, step: (share: number) => void): Promise<void> {
  for (const sheet of book.sheets) layOut(sheet);
  const rowCount = book.sheets.reduce((sum, { tables }) => sum + tables.reduce((rows, table) => rows + table.rowCount, 0), 0);
  let written = 0;
  const tell = (rows: number) => step((written += rows) / Math.max(1, rowCount));
  const sheets = book.sheets.map((sheet, at): ZipPart => ({ name: `xl/worksheets/sheet${at + 1}.xml`, pieces: sheetXml(sheet, tell) }));
  const linked = [...book.sheets.map((_, at) => ({ kind: "worksheet", target: `worksheets/sheet${at + 1}.xml` })), { kind: "styles", target: "styles.xml" }];
  await writeZip(file, [
    { name: "[Content_Types].xml", pieces: [contentTypes(book)] },
    { name: "_rels/.rels", pieces: [relations([{ kind: "officeDocument", target: "xl/workbook.xml" }])] },
    { name: "xl/workbook.xml", pieces: [workbookXml(book)] },
    { name: "xl/_rels/workbook.xml.rels", pieces: [relations(linked)] },
    { name: "xl/styles.xml", pieces: [stylesXml()] },
    ...sheets,
  ]);
}
