import type { SheetList } from "./sheet-fields.ts";
import type { TapeField } from "./tape-fields.ts";

/** A field of a loan, or of something that hangs on it, whose value isn't the seller's; null: an item or guarantor that the desk added or took away. */
export interface EditedField {
  readonly loanId: number;
  readonly list: SheetList;
  readonly field: TapeField | null;
}

/** What of a loan the desk may have its own word on: a difference in it belongs to the desk's edits and not to what the seller changed. */
const editParts = ["principal", "interest", "fees", "interestBasis", "collateral", "timing", "guarantors", "other"] as const;
export type EditPart = (typeof editParts)[number];

/** The bit of a part in a set of parts, which fits a byte; 0 for what is no part. */
export function editPartBit(part: string): number {
  const at = editParts.findIndex((one) => one === part);
  return at < 0 ? 0 : 1 << at;
}
