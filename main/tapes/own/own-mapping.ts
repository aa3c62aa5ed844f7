import type { SheetInspection, SheetRole } from "../../../shared/domain/tape-mapping.ts";
import type { OwnList } from "./own-format.ts";
import type { OwnHead } from "./own-reading.ts";

const roles: Readonly<Record<OwnList, SheetRole>> = {
  loan: "loans",
  collateral: "collateral",
  guarantor: "guarantors",
  repayment: "repayments",
  part: "notes",
};

/** A sheet under a head of the desk's, whose rows somebody changed: what its columns are is known, and its amounts are yuan. */
export function withOwnHead(sheet: SheetInspection, heads: readonly OwnHead[]): SheetInspection {
  const head = heads.find(({ rowNumber }) => sheet.headerRows.includes(rowNumber));
  if (head === undefined) return sheet;
  const columns = sheet.columns.map((column): SheetInspection["columns"][number] => {
    const own = head.columns[column.index];
    if (own === undefined) return { ...column, field: null };
    return {
      ...column,
      field: own.field,
      confidence: own.field === null ? "none" : "certain",
      alternatives: [],
      statedUnit: own.kind === "amount" ? "yuan" : null,
    };
  });
  return { ...sheet, role: roles[head.list], headerRows: [head.rowNumber], columns, openFields: [] };
}
