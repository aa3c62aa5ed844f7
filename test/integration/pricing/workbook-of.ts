import { zipOf } from "../../unit/tapes/hostile-files.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const cellXml = (cell: string | number | null, at: number, row: number) => {
  const reference = `${String.fromCharCode(65 + at)}${row}`;
  if (cell === null) return "";
  return typeof cell === "number" ? `<c r="${reference}"><v>${cell}</v></c>` : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
};
const sheetXml = ({ rows }: Sheet) =>
  `<worksheet xmlns="${main}"><sheetData>${rows
    .map((cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, column, at + 1)).join("")}</row>`)
    .join("")}</sheetData></worksheet>`;

/** A plain workbook of at most 26 columns, for tapes that no sample file holds. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  return zipOf([
    { name: "[Content_Types].xml", content: `<Types xmlns="${pack}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>` },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${pack}/relationships">${sheets
        .map((_, at) => `<Relationship Id="s${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join("")}</Relationships>`,
    },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
  ]);
}
