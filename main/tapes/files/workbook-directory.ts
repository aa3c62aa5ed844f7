import { posix } from "node:path";
import type { DateSystem } from "./raw-sheet.ts";
import { readLimits } from "./read-limits.ts";
import { isTrue } from "./sheet-rows.ts";
import { TapeError } from "./tape-error.ts";
import { readWhole, type WorkbookParts } from "./workbook-parts.ts";
import { attributesOf, type XmlHandler } from "./xml-text.ts";

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookDirectory {
  readonly entries: readonly SheetEntry[];
  readonly dateSystem: DateSystem;
  /** Parts that all sheets share; null where the workbook has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** The formulas are to be worked out by the program that opens the file. */
  readonly hasOpenFormulas: boolean;
}

const workbookPart = "xl/workbook.xml";
const relationsPart = "xl/_rels/workbook.xml.rels";

/** The worksheets of a workbook in their order, hidden ones too; chart sheets hold no rows and are left out. */
export async function readWorkbookDirectory(parts: WorkbookParts): Promise<WorkbookDirectory> {
  const workbook = new Elements(workbookPart);
  await readWhole(parts, workbookPart, workbook);
  const relations = new Elements(relationsPart);
  await readWhole(parts, relationsPart, relations);
  const targets = relations.named("Relationship").map(relationOf);
  const targetOf = new Map(targets.map((target) => [target.id, target]));
  const entries = workbook.named("sheet").flatMap((sheet): SheetEntry[] => {
    const id = [...sheet].find(([key]) => key.endsWith(":id"))?.[1];
    const name = sheet.get("name");
    const target = id === undefined ? undefined : targetOf.get(id);
    // A sheet that can't be found would vanish with its loans.
    if (!name || target === undefined) throw new TapeError("damagedWorkbook");
    if (target.type === "worksheet") return [{ name, hidden: (sheet.get("state") ?? "visible") !== "visible", part: target.part }];
    if (sheetsWithoutRows.has(target.type ?? "")) return [];
    throw new TapeError("damagedWorkbook");
  });
  const distinct = (values: readonly string[]) => new Set(values).size === entries.length;
  // Names over one part would have it read as often as there are names.
  if (entries.length === 0 || !distinct(entries.map(({ name }) => name)) || !distinct(entries.map(({ part }) => part.toLowerCase()))) {
    throw new TapeError("damagedWorkbook");
  }
  const partOfType = (type: string) => targets.find((target) => target.type === type)?.part ?? null;
  return {
    entries,
    dateSystem: workbook.named("workbookPr").some((tag) => isTrue(tag.get("date1904"))) ? "1904" : "1900",
    sharedStrings: partOfType("sharedStrings"),
    styles: partOfType("styles"),
    hasOpenFormulas: workbook.named("calcPr").some((tag) => isTrue(tag.get("fullCalcOnLoad")) || tag.get("calcCompleted") === "0"),
  };
}

function relationOf(relation: ReadonlyMap<string, string>) {
  const target = relation.get("Target") ?? "";
  const part = target.startsWith("/") ? target.slice(1) : posix.normalize(`xl/${target}`);
  return { id: relation.get("Id"), type: relation.get("Type")?.split("/").at(-1), part };
}

const sheetsWithoutRows = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);
const keptElements = new Set(["Relationship", "sheet", "workbookPr", "calcPr"]);
const mostElements = 65_536;

/** The attributes of the few elements that a directory is read from. */
class Elements implements XmlHandler {
  readonly wantsText = false;
  readonly #part: string;
  readonly #found: { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] = [];
  #sheets = 0;

  constructor(part: string) {
    this.#part = part;
  }

  open(name: string, attributes: string): void {
    if (!keptElements.has(name)) return;
    if (name === "sheet") this.#sheets += 1;
    if (this.#sheets > readLimits.sheets) throw new TapeError("tooManySheets", { limit: readLimits.sheets });
    if (this.#found.length >= mostElements) throw new TapeError("tooManyItems", { entry: this.#part, limit: mostElements });
    this.#found.push({ name, attributes: attributesOf(attributes) });
  }

  text(): void {
    // Directories are attributes only.
  }

  close(): void {
    // The order of the elements is enough.
  }

  named(name: string): ReadonlyMap<string, string>[] {
    return this.#found.flatMap((element) => (element.name === name ? [element.attributes] : []));
  }
}
