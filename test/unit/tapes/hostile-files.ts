import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";

export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** Size to write into the headers instead of the true one. */
  readonly declaredSize?: number;
  readonly flags?: number;
}

/** A part that is packed already; every alias is an entry of the directory that names the same bytes. */
export interface PackedPart {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly checksum: number;
  readonly aliases?: readonly string[];
}

function packPart(part: ZipPart | PackedPart): PackedPart & { readonly flags: number } {
  if ("packed" in part) return { ...part, flags: 0x800 };
  const { name, content, declaredSize, flags = 0x800 } = part;
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, "utf8");
  return { name, packed: deflateRawSync(bytes), size: declaredSize ?? bytes.length, checksum: crc32(bytes), flags };
}

/** A zip file, written by hand so that its headers may lie. */
export function zipOf(parts: readonly (ZipPart | PackedPart)[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, packed, size, checksum, flags, aliases = [name] } = packPart(part);
    const headerOf = (label: Buffer) => {
      const shared = Buffer.alloc(26);
      shared.writeUInt16LE(20, 0);
      shared.writeUInt16LE(flags, 2);
      shared.writeUInt16LE(8, 4);
      shared.writeUInt32LE(checksum, 10);
      shared.writeUInt32LE(packed.length, 14);
      shared.writeUInt32LE(size, 18);
      shared.writeUInt16LE(label.length, 22);
      return shared;
    };
    const ownLabel = Buffer.from(aliases[0] ?? name, "utf8");
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), headerOf(ownLabel), ownLabel, packed]);
    for (const alias of aliases) {
      const label = Buffer.from(alias, "utf8");
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(offset, 10);
      centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), headerOf(label), tail, label]));
    }
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Parts of a workbook with one sheet whose inner XML is given. */
export function workbookParts(sheetXml: string, workbookPr = ""): ZipPart[] {
  return [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${pack}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets><sheet name="A&amp;B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet xmlns="${main}">${sheetXml}</worksheet>` },
  ];
}

const folder = mkdtempSync(join(tmpdir(), "tapes-"));
let fileCount = 0;

/** Writes bytes to a new file; the extension says what it pretends to be. */
export function fileWith(content: string | Uint8Array, extension: string): string {
  fileCount += 1;
  const path = join(folder, `tape-${fileCount}${extension}`);
  writeFileSync(path, content);
  return path;
}

/** The code with which a file is refused; "accepted" if it isn't. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    return error instanceof TapeError ? error.code : `other error: ${String(error)}`;
  }
}
