import { createHash } from "node:crypto";
import { z } from "zod";
import type { RememberedLayout } from "../../shared/domain/seller-words.ts";
import { amountFields, tapeFields } from "../../shared/domain/tape-fields.ts";
import {
  type ColumnInspection,
  drawdownChoices,
  type SheetInspection,
  type SheetMapping,
  sheetRoles,
  type TapeInspection,
  type TapeMapping,
} from "../../shared/domain/tape-mapping.ts";
import { tapeUnits } from "../../shared/domain/tape-units.ts";
import { headerKey } from "../tapes/header/header-key.ts";

/** A list as it was mapped, by its heads: its name and the order of its columns may be others the next time. */
export const rememberedSheetSchema = z.object({
  role: z.enum(sheetRoles),
  unit: z.enum(tapeUnits).nullable(),
  hiddenRows: z.enum(["read", "leave"]).nullable(),
  /** Layouts of earlier versions have none. */
  drawdowns: z.enum(drawdownChoices).nullable().default(null),
  isConfirmed: z.boolean(),
  columns: z.array(
    z.object({
      key: z.string(),
      header: z.string(),
      field: z.enum(tapeFields).nullable(),
      unit: z.enum(tapeUnits).nullable(),
      statesOwn: z.boolean(),
    }),
  ),
});
export type RememberedSheet = z.infer<typeof rememberedSheetSchema>;
type RememberedColumn = RememberedSheet["columns"][number];

/** Of the heads of two lists, so many must be the same for the one to be mapped as the other. */
const leastSame = 0.6;

const keyOf = ({ header, group }: Pick<ColumnInspection, "header" | "group">) => `${headerKey(group ?? "")}/${headerKey(header)}`;

/** Heads of a list by their keys; the second of the same name has its number. */
function keysOf(columns: readonly Pick<ColumnInspection, "header" | "group">[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const key = keyOf(column);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  });
}

/** What is kept of a file's mapping; lists that were left aside are none of it. */
export function layoutOf({ sheets }: TapeInspection, mapping: TapeMapping): RememberedSheet[] {
  return mapping.sheets.flatMap((chosen): RememberedSheet[] => {
    const sheet = sheets.find(({ name }) => name === chosen.name);
    if (sheet === undefined || chosen.role === "notes") return [];
    const keys = keysOf(sheet.columns);
    const columns = sheet.columns.map((column, at): RememberedColumn => {
      const { field = null, unit = null, statesOwn = false } = chosen.columns.find(({ index }) => index === column.index) ?? {};
      return { key: keys[at] ?? "", header: column.header, field, unit, statesOwn };
    });
    return [
      {
        role: chosen.role,
        unit: chosen.unit,
        hiddenRows: chosen.hiddenRows ?? null,
        drawdowns: chosen.drawdowns ?? null,
        isConfirmed: chosen.isConfirmed === true,
        columns,
      },
    ];
  });
}

/** Of the heads alone, whatever their order and the names of the sheets: the same lists, the same text. */
export function fingerprintOf(sheets: readonly RememberedSheet[]): string {
  const lists = sheets.map(({ columns }) => columns.map(({ key }) => key).sort()).sort((one, other) => (String(one) < String(other) ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(lists)).digest("hex");
}

/** How much of two lists is the same: heads that both have, of all. */
function likeness(keys: ReadonlySet<string>, { columns }: RememberedSheet): number {
  const both = columns.filter(({ key }) => keys.has(key)).length;
  return both === 0 ? 0 : both / (keys.size + columns.length - both);
}

/** How alike a file is to one that was mapped before, 0…1, by its lists of loans; whatever the file seems to hold, since heads may be taught. */
export function layoutLikeness(inspection: TapeInspection, sheets: readonly RememberedSheet[]): number {
  const lists = inspection.sheets.map(({ columns }) => new Set(keysOf(columns)));
  const loans = sheets.filter(({ role }) => role === "loans").map((known) => Math.max(0, ...lists.map((keys) => likeness(keys, known))));
  return Math.max(0, ...loans);
}

export const isAlike = (share: number): boolean => share >= leastSame;

type Difference = RememberedLayout["differences"][number];

interface MappedAgain {
  readonly sheets: TapeMapping["sheets"];
  readonly differences: readonly Difference[];
}

/** The mapping of a file as it was the last time, where its lists are alike; what the file itself states of units goes before. */
export function mappedAsBefore(inspection: TapeInspection, sheets: readonly RememberedSheet[]): MappedAgain {
  const left = [...sheets];
  const differences: Difference[] = [];
  const mapped = inspection.suggestedMapping.sheets.map((proposed) => {
    const sheet = inspection.sheets.find(({ name }) => name === proposed.name);
    const known = sheet === undefined ? undefined : takeAlike(left, sheet);
    if (sheet === undefined || known === undefined) return proposed;
    const again = sheetAsBefore(sheet, proposed, known);
    differences.push(...again.differences);
    return again.sheet;
  });
  return { sheets: mapped, differences };
}

/** The list among those left that is most like the sheet, taken out of them. */
function takeAlike(left: RememberedSheet[], sheet: SheetInspection): RememberedSheet | undefined {
  const keys = new Set(keysOf(sheet.columns));
  const shares = left.map((known) => likeness(keys, known));
  const best = Math.max(0, ...shares);
  return isAlike(best) ? left.splice(shares.indexOf(best), 1)[0] : undefined;
}

function sheetAsBefore(sheet: SheetInspection, proposed: SheetMapping, known: RememberedSheet) {
  const keys = keysOf(sheet.columns);
  const before = new Map(known.columns.map((column) => [column.key, column]));
  const taken = new Set(sheet.columns.flatMap((_, at) => before.get(keys[at] ?? "")?.field ?? []));
  const differences: Difference[] = [];
  const differs = (header: string, change: Difference["change"]) => differences.push({ sheet: sheet.name, header, change });
  const columns = sheet.columns.map((column, at) => {
    const last = before.get(keys[at] ?? "");
    if (last === undefined) {
      differs(column.header, "new");
      const ofFile = proposed.columns.find(({ index }) => index === column.index) ?? { index: column.index, field: null, unit: null };
      // Where a column of last time fills the field, the new one adds nothing by itself.
      return ofFile.field !== null && taken.has(ofFile.field) ? { ...ofFile, field: null, unit: null } : ofFile;
    }
    const [unitThen, unitNow] = [last.unit ?? known.unit, column.statedUnit ?? sheet.statedUnit];
    if (amountFields.some((field) => field === last.field) && unitNow !== null && unitThen !== null && unitNow !== unitThen) differs(column.header, "unit");
    return { index: column.index, field: last.field, unit: last.field === null ? null : (column.statedUnit ?? last.unit), statesOwn: column.statesOwn };
  });
  for (const { key, header, field } of known.columns) if (field !== null && !keys.includes(key)) differs(header, "gone");
  const again: SheetMapping = {
    ...proposed,
    role: known.role,
    unit: sheet.statedUnit ?? known.unit ?? proposed.unit,
    columns,
    ...(known.hiddenRows === null ? {} : { hiddenRows: known.hiddenRows }),
    ...(known.drawdowns === null ? {} : { drawdowns: known.drawdowns }),
    // What was confirmed of this very layout needs no second word.
    ...(known.isConfirmed && differences.length === 0 ? { isConfirmed: true } : {}),
  };
  return { sheet: again, differences };
}
