import type { TapeErrorCode } from "../../../shared/domain/tape-findings.ts";

/** What the first bytes of a file that is no archive say it is, where that is no list; null where they don't tell. */
export function foreignKind(head: Buffer): TapeErrorCode | null {
  // A workbook of before 1995 begins with its first record.
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && head[3] === 0) return "legacyXls";
  const isWide = head[0] === 0xff && head[1] === 0xfe;
  const text = head
    .toString(isWide ? "utf16le" : "latin1")
    .replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, "")
    .trimStart()
    .toLowerCase();
  if (text.startsWith("%pdf")) return "pdfFile";
  if (/^<\?xml[^>]*>/.test(text) && /urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet"/.test(text)) return "xmlSpreadsheet";
  const isPage = /^(<!doctype html|<html|<head|<body|<table|<meta|<style|<div|<!--)/.test(text) || /^(<\?xml[^>]*>\s*)?<(!doctype )?html/.test(text);
  return isPage || text.startsWith("mime-version:") ? "webPage" : null;
}

/** Whether an archive holds an OpenDocument. */
export const isOpenDocument = (names: ReadonlySet<string>): boolean => names.has("mimetype") && names.has("content.xml");

/** What an archive holds by the names of its parts (lower case), where it is no workbook of ours; null where it may be one. */
export function foreignArchive(names: ReadonlySet<string>): TapeErrorCode | null {
  if (names.has("xl/workbook.xml") && names.has("[content_types].xml")) return names.has("xl/vbaproject.bin") ? "macroWorkbook" : null;
  if (names.has("xl/workbook.bin")) return "binaryWorkbook";
  return "notXlsx";
}

/** Formats that are known by their extension and not read. */
export const foreignExtensions: Readonly<Record<string, TapeErrorCode>> = {
  ".xlsm": "macroWorkbook",
  ".xltm": "macroWorkbook",
  ".xlsb": "binaryWorkbook",
  ".ots": "openDocument",
  ".fods": "openDocument",
  ".htm": "webPage",
  ".html": "webPage",
  ".mht": "webPage",
  ".mhtml": "webPage",
  ".pdf": "pdfFile",
};
