import type { ParsedGuarantor } from "../../../shared/domain/parsed-tape.ts";
import { guarantorFields } from "../../../shared/domain/tape-fields.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { FieldsToRead } from "./read-fields.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

/** A row of a guarantor list before it is joined to its loans; without a contract number it is joined by its debtor. */
export interface UnlinkedGuarantor extends Omit<ParsedGuarantor, "guarantors"> {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string | null;
  readonly debtorName: string | null;
  readonly debtorId: string | null;
  readonly guarantors: readonly string[];
}

type GuarantorRow =
  | { readonly guarantor: UnlinkedGuarantor; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly guarantor: null; readonly rejection: RowProblem };

const rowFields = new FieldsToRead(guarantorFields.filter((field) => field !== "contractNo"));
const blank = rowFields.blankRow("sheet", "rowNumber", "contractNo");

/** One row of a guarantor list: who guarantees which loan, up to what and until when. */
export function readGuarantorRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem): GuarantorRow {
  const reader = new RowReader(row, plan, dateSystem);
  const contract = reader.identifier("contractNo");
  const read: Record<string, unknown> = { ...blank, sheet: plan.name, rowNumber: row.rowNumber, contractNo: contract };
  const rejection = rowFields.read(reader, plan, read);
  if (rejection !== null) return { guarantor: null, rejection };
  const guarantor = read as unknown as UnlinkedGuarantor; // every field of the list was read
  const isOfNobody = guarantor.contractNo === null && guarantor.debtorName === null && guarantor.debtorId === null;
  if (isOfNobody) return { guarantor: null, rejection: { field: "contractNo", code: "missingContract", raw: reader.raw("contractNo") } };
  if (guarantor.guarantors.length === 0)
    return { guarantor: null, rejection: { field: "guarantors", code: "missingGuarantor", raw: reader.raw("guarantors") } };
  return { guarantor, rejection: null, problems: reader.problems };
}
