import { type IStylesOptions, TextRun } from "docx";

export const documentInk = { text: "161616", soft: "5A5A5A", blue: "1F4E79", red: "9B1C1C", rule: "C9CED4", tint: "EEF3F8" } as const;

/** A4 in twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const side = 964;
export const page = {
  size: a4,
  margin: { top: 1134, bottom: 1134, left: side, right: side, header: 500, footer: 450 },
  textWidth: a4.width - 2 * side,
  /** In pixels, 15 twentieths of a point each. */
  pictureWidth: (a4.width - 2 * side) / 15,
} as const;

/** Latin and Chinese letters of fonts that Word and WPS bring along; others take their own in place. */
const font = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" } as const;

export const typeOf = (text: string): TextRun[] => (text === "" ? [] : [new TextRun({ text })]);

const style = (
  id: string,
  size: number,
  more: { readonly color?: string; readonly bold?: boolean; readonly before?: number; readonly after?: number } = {},
) => ({
  id,
  name: `Memo ${id}`,
  basedOn: "Normal",
  run: { size, ...(more.color === undefined ? {} : { color: more.color }), ...(more.bold === true ? { bold: true } : {}) },
  paragraph: { spacing: { before: more.before ?? 0, after: more.after ?? 60 } },
});

/** Sizes in half points. */
export const styleSheet = (language: "zh" | "en"): IStylesOptions => ({
  default: {
    document: { run: { font, size: 18, color: documentInk.text, language: { value: language === "zh" ? "zh-CN" : "en-GB", eastAsia: "zh-CN" } } },
    title: { run: { font, size: 38, bold: true, color: documentInk.blue }, paragraph: { spacing: { after: 60 } } },
    heading1: { run: { font, size: 24, bold: true, color: documentInk.blue }, paragraph: { spacing: { before: 280, after: 100 } } },
    heading2: { run: { font, size: 19, bold: true, color: documentInk.text }, paragraph: { spacing: { before: 140, after: 60 } } },
  },
  paragraphStyles: [
    style("body", 18),
    style("note", 16, { color: documentInk.soft }),
    style("price", 36, { color: documentInk.blue, bold: true }),
    style("mark", 17, { color: documentInk.red, bold: true }),
    style("cell", 16, { after: 0 }),
    style("line", 16, { color: documentInk.soft, before: 360, after: 0 }),
    style("gap", 8, { after: 0 }),
    style("frame", 14, { color: documentInk.soft, after: 0 }),
  ],
});
