import { type EditPart, editPartBit } from "../../../shared/domain/edited-fields.ts";
import type { ColumnName } from "../package-columns.ts";
import { causeOfColumn } from "./column-causes.ts";

const partOfBalance: Partial<Record<ColumnName, EditPart>> = { upb: "principal", interest: "interest", fees: "fees", interestBasis: "interestBasis" };

/** The bit of the part to which a column belongs: balances one by one, whatever else follows from several fields by its cause. */
export function editBitOfColumn(name: ColumnName): number {
  const part = partOfBalance[name] ?? causeOfColumn[name];
  return part === null ? 0 : editPartBit(part);
}
