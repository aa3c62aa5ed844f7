/** Signs that XML can't hold, halves of signs among them. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** What a workbook would read as the escape of a sign. */
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const longest = 32_767;

/** Text as an element or an attribute holds it. */
export function xmlText(text: string): string {
  return text.replaceAll(unwritable, "\ufffd").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Text of a cell: never a formula, whatever it begins with, and no longer than a cell takes. */
export function cellXml(text: string): string {
  const fitting = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return xmlText(fitting).replaceAll(looksEscaped, "_x005F_").replaceAll("\r", "_x000D_");
}
