import { buffer } from "node:stream/consumers";
import type { DateSystem } from "./raw-sheet.ts";
import { TapeError } from "./tape-error.ts";
import { withArchive } from "./tape-gate.ts";

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Position in the workbook's own list. */
  readonly position: number;
  readonly part: string;
}

export interface WorkbookDirectory {
  readonly entries: readonly SheetEntry[];
  readonly dateSystem: DateSystem;
}

const maxDirectoryBytes = 8 * 1024 * 1024;

/** The worksheets of a workbook in their order, hidden ones too; chart sheets hold no rows and are left out. */
export async function readWorkbookDirectory(path: string): Promise<WorkbookDirectory> {
  const workbook = await readPart(path, "xl/workbook.xml");
  const relations = await readPart(path, "xl/_rels/workbook.xml.rels");
  const parts = new Map<string, string>();
  for (const attributes of tagsNamed(relations, "Relationship")) {
    const [id, type, target] = ["Id", "Type", "Target"].map((name) => attributes.get(name));
    if (id && target && type?.endsWith("/worksheet")) parts.set(id, partPath(target));
  }
  const entries: SheetEntry[] = [];
  let position = 0;
  for (const attributes of tagsNamed(workbook, "sheet")) {
    const id = [...attributes].find(([name]) => name.endsWith(":id"))?.[1];
    const name = attributes.get("name");
    if (!name || !id) continue;
    const part = parts.get(id);
    const hidden = (attributes.get("state") ?? "visible") !== "visible";
    if (part !== undefined) entries.push({ name, hidden, position, part });
    position += 1;
  }
  const names = new Set(entries.map(({ name }) => name));
  if (entries.length === 0 || names.size < entries.length) throw new TapeError("damagedWorkbook");
  const is1904 = tagsNamed(workbook, "workbookPr").some((tag) => /^(1|true)$/.test(tag.get("date1904") ?? ""));
  return { entries, dateSystem: is1904 ? "1904" : "1900" };
}

async function readPart(path: string, name: string): Promise<string> {
  const bytes = await withArchive(path, async (archive) => {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.toLowerCase() !== name) continue;
      if (entry.uncompressedSize > maxDirectoryBytes) throw new TapeError("damagedWorkbook");
      return buffer(await archive.openReadStreamPromise(entry));
    }
    throw new TapeError("notXlsx");
  });
  return new TextDecoder("utf-8").decode(bytes);
}

function partPath(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Attributes of every element of one local name. The two parts read here hold no text of their own. */
function tagsNamed(xml: string, name: string): ReadonlyMap<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:[A-Za-z][\\w]{0,20}:)?${name}\\s([^<>]{0,4000})>`, "g"));
  return [...tags].map(([, attributes = ""]) => {
    const pairs = attributes.matchAll(/([\w:.-]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g);
    return new Map([...pairs].map(([, key = "", double, single]) => [key, decodeEntities(double ?? single ?? "")]));
  });
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole: string, hex, decimal, word) => {
    if (word !== undefined) return entities.get(String(word)) ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
