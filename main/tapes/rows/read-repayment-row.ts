import type { ParsedRepayment } from "../../../shared/domain/parsed-tape.ts";
import { repaymentFields } from "../../../shared/domain/tape-fields.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { FieldsToRead } from "./read-fields.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

/** A payment before it is joined to a loan. */
export type UnlinkedRepayment = Omit<ParsedRepayment, "link">;

type RepaymentRow =
  | { readonly repayment: UnlinkedRepayment; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly repayment: null; readonly rejection: RowProblem };

const rowFields = new FieldsToRead(repaymentFields.filter((field) => field !== "contractNo"));
const blank = rowFields.blankRow("sheet", "rowNumber", "contractNo");

/** One row of a list of repayments: who paid how much on which day. */
export function readRepaymentRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem): RepaymentRow {
  const reader = new RowReader(row, plan, dateSystem);
  const contract = reader.identifier("contractNo");
  const read: Record<string, unknown> = { ...blank, sheet: plan.name, rowNumber: row.rowNumber, contractNo: contract };
  const rejection = rowFields.read(reader, plan, read);
  if (rejection !== null) return { repayment: null, rejection };
  const repayment = read as unknown as UnlinkedRepayment; // every field of the list was read
  const isOfNobody = repayment.contractNo === null && repayment.debtorName === null && repayment.debtorId === null;
  if (isOfNobody) return { repayment: null, rejection: { field: "contractNo", code: "missingContract", raw: reader.raw("contractNo") } };
  if (repayment.repaymentDate === null && repayment.repaymentAmountFen === null)
    return { repayment: null, rejection: { field: "repaymentDate", code: "missingRepayment", raw: reader.raw("repaymentDate") } };
  return { repayment, rejection: null, problems: reader.problems };
}
