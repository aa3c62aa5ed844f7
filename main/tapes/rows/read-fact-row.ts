import { type FieldValues, fieldProperty } from "../../../shared/domain/field-values.ts";
import { factFields, type StatedFact, statedFacts } from "../../../shared/domain/tape-fields.ts";
import { codeParser } from "../cells/parse-code.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { FieldsToRead } from "./read-fields.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

/** A row of a list of counterparties, relations or enforcement, before its loans are found. */
export interface UnlinkedFacts extends FieldValues<StatedFact> {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string | null;
  readonly debtorId: string | null;
  readonly assetNo: string | null;
}

type FactRow =
  | { readonly facts: UnlinkedFacts; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly facts: null; readonly rejection: RowProblem };

const rowFields = new FieldsToRead(factFields.filter((field) => field !== "contractNo"));
const blank = rowFields.blankRow("sheet", "rowNumber", "contractNo");
const parseBankruptcy = codeParser("bankruptcyKind");

/** What is stated of a loan, by field. */
export const factProperties = statedFacts.map((field) => ({ field, property: fieldProperty(field) }));

/** One such row; what names nobody is rejected, since nothing could find its loans. */
export function readFactRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem): FactRow {
  const reader = new RowReader(row, plan, dateSystem);
  const read: Record<string, unknown> = { ...blank, sheet: plan.name, rowNumber: row.rowNumber, contractNo: reader.identifier("contractNo") };
  const rejection = rowFields.read(reader, plan, read);
  if (rejection !== null) return { facts: null, rejection };
  const bankruptcy = parseBankruptcy(reader.cell("litigationStage"));
  if (bankruptcy.kind === "code") read["bankruptcyKind"] ??= bankruptcy.code;
  const facts = read as unknown as UnlinkedFacts; // every field of the list was read
  const isOfNobody = facts.contractNo === null && facts.debtorId === null && facts.assetNo === null && facts.debtorName === null;
  if (isOfNobody) return { facts: null, rejection: { field: "contractNo", code: "missingContract", raw: reader.raw("contractNo") } };
  return { facts, rejection: null, problems: reader.problems };
}
