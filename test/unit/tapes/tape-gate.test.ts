import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { passGate } from "../../../main/tapes/files/tape-gate.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { fileWith, refusalOf, workbookParts, type ZipPart, zipOf } from "./hostile-files.ts";

const sample = readFileSync(new URL("../../../main/samples/corporate-package.xlsx", import.meta.url));
const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const with_ = (...extra: ZipPart[]) => zipOf([...workbookParts(sheet), ...extra]);
const refusal = (content: string | Uint8Array, extension = ".xlsx") => refusalOf(passGate(fileWith(content, extension)));

describe("passGate", () => {
  it("accepts a true workbook and a text list", async () => {
    const workbook = fileWith(sample, ".xlsx");
    expect(await passGate(workbook)).toEqual({ format: "xlsx", byteSize: sample.length, bytes: workbook });
    expect(await refusal(with_())).toBe("accepted");
    const list = fileWith("a,b\n", ".csv");
    expect(await passGate(list)).toEqual({ format: "csv", byteSize: 4, bytes: list });
  });

  it("refuses files that aren't what they say", async () => {
    expect(await refusal("")).toBe("emptyFile");
    expect(await refusal("", ".csv")).toBe("emptyFile");
    expect(await refusal("a,b\n1,2\n")).toBe("notXlsx");
    expect(await refusal(sample, ".csv")).toBe("notText");
    expect(await refusal("x", ".docx")).toBe("unsupportedFile");
    expect(await refusal(zipOf([{ name: "readme.xml", content: "<a/>" }]))).toBe("notXlsx");
    expect(await refusalOf(passGate("/no/such/file.xlsx"))).toBe("fileNotReadable");
  });

  it("tells an old workbook from one with a password", async () => {
    const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(await refusal(Buffer.concat([ole, Buffer.alloc(600)]), ".xls")).toBe("accepted");
    const packageName = Buffer.from("EncryptedPackage", "utf16le");
    expect(await refusal(Buffer.concat([ole, Buffer.alloc(2_000_000), packageName]))).toBe("encryptedWorkbook");
  });

  it("names files of other kinds, whatever their extension says", async () => {
    const page = '\ufeff\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>合同号</td></tr></table></body></html>';
    for (const extension of [".xls", ".csv", ".xlsx", ".txt", ".html"]) expect(await refusal(page, extension)).toBe("webPage");
    expect(await refusal("MIME-Version: 1.0\nX-Document-Type: Workbook\n", ".xls")).toBe("webPage");
    expect(await refusal(Buffer.from("\ufeff<table><tr>", "utf16le"), ".xls")).toBe("webPage");
    const xml = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
    expect(await refusal(xml, ".xls")).toBe("xmlSpreadsheet");
    expect(await refusal("%PDF-1.7\n", ".xlsx")).toBe("pdfFile");
    expect(await refusal(Buffer.from("0908100000060500", "hex"), ".xls")).toBe("legacyXls");
    expect(await refusal("x", ".xls")).toBe("notXlsx");
    expect(await refusal(with_({ name: "xl/vbaProject.bin", content: "" }))).toBe("macroWorkbook");
    expect(await refusal(with_(), ".xlsm")).toBe("macroWorkbook");
    expect(await refusal(zipOf([{ name: "xl/workbook.bin", content: "" }]))).toBe("binaryWorkbook");
    expect(
      await refusal(
        zipOf([
          { name: "mimetype", content: "" },
          { name: "content.xml", content: "" },
        ]),
      ),
    ).toBe("accepted");
    expect(await refusal("x", ".ots")).toBe("openDocument");
    expect(await refusal("合同号<1,金额\n", ".csv")).toBe("accepted");
  });

  it("refuses a truncated archive at any length", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(sample.subarray(0, Math.floor(sample.length * share)))).toBe("damagedZip");
    }
  });

  it("refuses bombs by their ratio before unpacking them", async () => {
    const bomb = with_({ name: "xl/media/image.xml", content: Buffer.alloc(8_000_000, 32) });
    expect(await refusal(bomb)).toBe("compressionRatio");
    const small = with_({ name: "xl/media/image.xml", content: Buffer.alloc(900_000, 32) });
    expect(await refusal(small)).toBe("accepted");
  });

  it("refuses too many, unsafe, repeated, encrypted and linking parts", async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `xl/p${at}.xml`, content: "" }));
    expect(await refusal(with_(...many))).toBe("tooManyEntries");
    expect(await refusal(with_({ name: "xl/__proto__/a.xml", content: "" }))).toBe("unsafeEntryName");
    expect(await refusal(with_({ name: "../evil.xml", content: "" }))).toBe("damagedZip");
    expect(await refusal(with_({ name: "xl\\evil.xml", content: "" }))).toBe("damagedZip");
    expect(await refusal(with_({ name: "XL/Workbook.xml", content: "" }))).toBe("duplicateEntryName");
    expect(await refusal(with_({ name: "xl/a.xml", content: "", flags: 0x801 }))).toBe("encryptedEntry");
    expect(await refusal(with_({ name: "xl/externalLinks/externalLink1.xml", content: "" }))).toBe("externalLinks");
  });
});

describe("reading behind the gate", () => {
  const inspectionRefusal = (parts: readonly ZipPart[]) => refusalOf(inspectTape({ path: fileWith(zipOf(parts), ".xlsx") }));

  it("refuses a size that the directory lies about", async () => {
    const lies = (declaredSize: number) =>
      inspectionRefusal(workbookParts(sheet).map((part) => (part.name.endsWith("sheet1.xml") ? { ...part, declaredSize } : part)));
    expect(await lies(20)).toBe("damagedZip");
    expect(await lies(20_000)).toBe("damagedZip");
  });

  it("refuses a part whose checksum is another's", async () => {
    const whole = zipOf(workbookParts(sheet));
    const at = whole.lastIndexOf("xl/worksheets/sheet1.xml") - 30;
    whole.writeUInt32LE(12_345, at);
    expect(await refusalOf(inspectTape({ path: fileWith(whole, ".xlsx") }))).toBe("damagedZip");
  });

  it("refuses a document type in any part that is read", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    for (const { name } of workbookParts(sheet).slice(2)) {
      expect(await inspectionRefusal(workbookParts(sheet).map((part) => (part.name === name ? { name, content: bomb } : part)))).toBe("doctype");
    }
  });

  it("refuses XML that isn't whole", async () => {
    const xml = (text: string) => inspectionRefusal(workbookParts(text));
    expect(await xml('<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>')).toBe("damagedWorkbook");
    expect(await xml('<sheetData><row r="1"><c r="A1"><v>1</v></c></row>')).toBe("damagedWorkbook");
    expect(await xml('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>')).toBe("damagedWorkbook");
    for (const sign of ["\u0000", "\u001f", "\uffff", "&#0;", "&#x1F;", "&#x110000;"]) {
      expect(await xml(`<sheetData><row r="1"><c r="A1"><v>6000${sign}.0</v></c></row></sheetData>`)).toBe("damagedWorkbook");
    }
    expect(await xml(`<sheetData>${"<a>".repeat(100)}${"</a>".repeat(100)}</sheetData>`)).toBe("nestedTooDeep");
    expect(
      await xml(
        `<sheetData><row r="1"><c r="A1" x="${Array.from({ length: 900_000 }, (_, at) => ((at * 7919) % 10_007).toString(36)).join("")}"/></row></sheetData>`,
      ),
    ).toBe("tagTooLong");
  });

  it("refuses rows, columns and references out of bounds", async () => {
    const rows = (xml: string) => inspectionRefusal(workbookParts(`<sheetData>${xml}</sheetData>`));
    expect(await rows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')).toBe("tooManyRows");
    expect(await rows('<row r="1"><c r="XFD1"><v>1</v></c></row>')).toBe("tooManyColumns");
    expect(await rows('<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>')).toBe("damagedWorkbook");
    expect(await rows('<row r="1"><c r="__proto__"><v>1</v></c></row>')).toBe("damagedWorkbook");
    expect(await rows('<row r="1"><c r="A7"><v>1</v></c></row>')).toBe("damagedWorkbook");
    expect(await rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')).toBe("damagedWorkbook");
    expect(await rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"x".repeat(32_768)}</t></is></c></row>`)).toBe("cellTooLong");
  });
});
