import fc from "fast-check";

/** Beginnings that sheets run, or that hide what follows. */
const starts = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "﹦",
  "−",
  "'",
  '"',
  " ",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u0000",
  "''",
  '"=',
  "' =",
  "=cmd|' /C calc'!A0",
];
/** Stretches that a list or a workbook could read as its own. */
const stretches = [
  "_x0041_",
  "_x005F_x0041_",
  "_xD83D_",
  "]]>",
  "<f>1</f>",
  "&#0;",
  "&amp;",
  "\r\n",
  ",",
  '"',
  "\u0001",
  "\u001b",
  "\ufffe",
  "\uffff",
  "\u0085",
  "\u2028",
  "😀",
  "张三",
  "HYPERLINK(1)",
  "1e5",
  "000123",
];

const piece = fc.oneof(
  fc.constantFrom(...starts),
  fc.constantFrom(...stretches),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);

/** Texts as a seller's file may hold them, out of well-formed signs. */
export const hostileText = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join("").replaceAll(/\p{Cs}/gu, "\ufffd"))
  .filter((text) => text !== "");
