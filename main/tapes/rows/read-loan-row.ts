import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { fieldRecord, loanFields, type TapeField } from "../../../shared/domain/tape-fields.ts";
import { isClaimTotal } from "../cells/claim-total.ts";
import { codeParser } from "../cells/parse-code.ts";
import type { DateSystem, RawCell, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import type { LoanIdentity } from "../known/loan-identities.ts";
import { hasEstimates, readEstimate } from "./read-estimate.ts";
import { type FieldOfList, FieldsToRead } from "./read-fields.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

type LoanRow =
  | { readonly loan: ParsedLoan; readonly identity: LoanIdentity; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly loan: null; readonly rejection: RowProblem };

const parseCondition = codeParser("debtorCondition");
const parseBankruptcy = codeParser("bankruptcyKind");

/** Whether a cell tells another field beside its own. */
export function tellsMore(field: TapeField, cell: RawCell): boolean {
  return (field === "remark" && parseCondition(cell).kind === "code") || (field === "litigationStage" && parseBankruptcy(cell).kind === "code");
}

const identityFields = new FieldsToRead(["contractNo", "drawdownNo"]);
/** Estimates are read in their groups, units with the amounts. */
const rowFields = new FieldsToRead(
  loanFields.filter((field) => !["contractNo", "drawdownNo", "amountUnit"].includes(field) && fieldRecord(field).table !== "loan_estimate"),
);
const noGuarantors: ParsedLoan["furtherGuarantors"] = [];
/** A loan of which nothing is known. */
export const blankLoan: Readonly<Record<string, unknown>> = {
  ...identityFields.blankRow("sheet", "rowNumber", "estimate"),
  ...rowFields.blankRow(),
  furtherGuarantors: noGuarantors,
};

/** The fields that the loans of a list have, in the order in which they are read; null where estimates are among them, which are read in their groups. */
export function fieldsOfLoans(plan: SheetPlan): readonly FieldOfList[] | null {
  return hasEstimates(plan.columns) ? null : [...identityFields.of(plan), ...rowFields.of(plan)];
}

/** One loan, or the first reason why its row can't be kept. Amounts that would change the claim reject the row. */
export function readLoanRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem, isKnown: (identity: LoanIdentity) => boolean): LoanRow {
  const reader = new RowReader(row, plan, dateSystem);
  const read: Record<string, unknown> = { ...blankLoan, sheet: plan.name, rowNumber: row.rowNumber };
  const withoutContract = identityFields.read(reader, plan, read);
  if (withoutContract !== null) return { loan: null, rejection: withoutContract };
  const identity = identityOf(read, reader);
  if (isKnown(identity)) return { loan: null, rejection: { field: "contractNo", code: "duplicateContract", raw: identity.contractNo } };
  const rejection = rowFields.read(reader, plan, read);
  if (rejection !== null) return { loan: null, rejection };
  // A remark may say nothing else ("企业停产"), and "破产重整" names the stage and the procedure in one cell.
  const [condition, bankruptcy] = [parseCondition(reader.cell("remark")), parseBankruptcy(reader.cell("litigationStage"))];
  if (condition.kind === "code") read["debtorCondition"] ??= condition.code;
  if (bankruptcy.kind === "code") read["bankruptcyKind"] ??= bankruptcy.code;
  read["estimate"] = hasEstimates(plan.columns) ? readEstimate(reader) : null;
  const loan = read as unknown as ParsedLoan; // every field of the list was read
  noteContradictions(reader, loan);
  return { loan, identity, rejection: null, problems: reader.problems };
}

function identityOf(read: Readonly<Record<string, unknown>>, { problems }: RowReader): LoanIdentity {
  const { contractNo, drawdownNo } = read as unknown as Pick<ParsedLoan, "contractNo" | "drawdownNo">; // read before
  return {
    contractNo,
    drawdownNo,
    isCertain: !problems.some(({ field, code }) => field === "contractNo" && code === "digitsLost"),
  };
}

/** What fields say only together. */
function noteContradictions(reader: RowReader, loan: ParsedLoan): void {
  if (loan.claimTotalFen !== null && reader.has("interest") && !isClaimTotal(loan.claimTotalFen, loan)) reader.note("claimTotal", "claimTotalDiffers");
  const naming = (["debtorName", "debtorId"] as const).find((field) => reader.has(field));
  if (naming !== undefined && loan.debtorName === null && loan.debtorId === null) reader.note(naming, "missingDebtor");
  if (loan.guaranteeCapFen !== null && loan.guarantors.length > 1) reader.note("guaranteeCap", "capForSeveral");
}
