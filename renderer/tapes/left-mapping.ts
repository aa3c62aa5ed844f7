import type { KeptTapeDraft, TapeDraft } from "../../shared/contract/tape-channels.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import type { MappingUnderEdit } from "./mapping-checks.ts";

/** What the user is told of a mapping that was put back. */
export type PutBack = { readonly kind: "same" | "changed" | "gone"; readonly fileName: string; readonly keptAt: string };

export const headersOf = ({ sheets }: TapeInspection): TapeDraft["headers"] =>
  sheets.map(({ name, columns }) => ({ sheet: name, headers: columns.map(({ header }) => header) }));

/** A mapping that was left, or that of files to which others are added. */
export type LeftMapping = KeptTapeDraft & { readonly isAddedTo?: true };

/**
 * The mapping that was left, on a file that is read again. On the same bytes it is the same; of another edition it is taken
 * for the sheets whose headers are the same, while date and currency are the file's own.
 */
export function mappingAgain(left: LeftMapping, inspection: TapeInspection, proposed: MappingUnderEdit): MappingUnderEdit | null {
  if (left.mapping === null) return null;
  if (left.sha256 === inspection.sha256) return left.mapping;
  const { mapping } = left;
  const headers = headersOf(inspection);
  const isSame = (name: string) => {
    const [now, before] = [headers, left.headers].map((all) => all.find(({ sheet }) => sheet === name));
    return now !== undefined && before !== undefined && JSON.stringify(now) === JSON.stringify(before);
  };
  if (!proposed.sheets.some(({ name }) => isSame(name))) return null;
  const stated = left.isAddedTo ? { cutOffDate: mapping.cutOffDate ?? proposed.cutOffDate, currency: mapping.currency ?? proposed.currency ?? null } : {};
  return {
    ...proposed,
    ...stated,
    sheets: proposed.sheets.map((sheet) => (isSame(sheet.name) ? (mapping.sheets.find(({ name }) => name === sheet.name) ?? sheet) : sheet)),
  };
}

/** The mapping with the unit that was stated as the deal was registered: that of its loans, and of any sheet without one. */
export function withUnit(mapping: MappingUnderEdit | null, unit: TapeUnit | null): MappingUnderEdit | null {
  if (mapping === null || unit === null) return mapping;
  return {
    ...mapping,
    sheets: mapping.sheets.map((sheet) => (sheet.role === "loans" || (sheet.role !== "notes" && sheet.unit === null) ? { ...sheet, unit } : sheet)),
  };
}
