import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { textOrNull } from "../cells/cell-text.ts";
import { parseIdentifier, parseNames, parseWholeNumber } from "../cells/parse-cells.ts";
import { parseDebtorType, parseFiveTierClass, parseLitigationStage, parseSecurityKind } from "../cells/parse-code.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { hasEstimates, readEstimate } from "./read-estimate.ts";
import { type RowProblem, RowReader, rawOf, readAmount } from "./row-cells.ts";

export type LoanRow =
  | { readonly loan: ParsedLoan; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly loan: null; readonly rejection: RowProblem };

/** Two roundings to the fen, of the parts and of the total, may differ by this much. */
const claimToleranceFen = 2;

/** One loan, or the first reason why its row can't be kept. Amounts that would change the claim reject the row. */
export function readLoanRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem, isKnownContract: (contractNo: string) => boolean): LoanRow {
  const reader = new RowReader(row, plan, dateSystem);
  const contract = parseIdentifier(reader.cell("contractNo"));
  if (contract.text === null) return reject({ field: "contractNo", code: "missingContract", raw: "" });
  if (isKnownContract(contract.text)) {
    return reject({ field: "contractNo", code: "duplicateContract", raw: contract.text });
  }
  const amounts = readClaimAmounts(row, plan);
  if ("rejection" in amounts) return reject(amounts.rejection);
  if (contract.digitsLost) reader.note("contractNo", "digitsLost");
  const claimTotalFen = reader.optionalAmount("claimTotal");
  if (claimTotalFen !== null && plan.columns.has("interest") && !isSumOf(claimTotalFen, amounts)) {
    reader.note("claimTotal", "claimTotalDiffers");
  }
  const { debtorName, debtorId } = readDebtor(reader, plan);
  const guarantors = reader.names("guarantors", parseNames);
  const guaranteeCapFen = reader.optionalAmount("guaranteeCap");
  if (guaranteeCapFen !== null && guarantors.length > 1) reader.note("guaranteeCap", "capForSeveral");
  // One literal, not spreads: a million loans then share one compact shape.
  const loan: ParsedLoan = {
    sheet: plan.name,
    rowNumber: row.rowNumber,
    contractNo: contract.text,
    debtorName,
    debtorId,
    debtorType: reader.code("debtorType", parseDebtorType),
    branch: textOrNull(reader.cell("branch")),
    industry: textOrNull(reader.cell("industry")),
    region: textOrNull(reader.cell("region")),
    product: textOrNull(reader.cell("product")),
    principalFen: amounts.principalFen,
    interestFen: amounts.interestFen,
    feesFen: amounts.feesFen,
    claimTotalFen,
    fiveTierClass: reader.code("fiveTierClass", parseFiveTierClass),
    securityKind: reader.code("securityKind", parseSecurityKind),
    guarantors,
    guaranteeCapFen,
    guaranteeEnd: reader.date("guaranteeEnd"),
    drawdownDate: reader.date("drawdownDate"),
    maturityDate: reader.date("maturityDate"),
    overdueDate: reader.date("overdueDate"),
    daysPastDue: reader.number("daysPastDue", parseWholeNumber, "notWholeNumber"),
    litigationStage: reader.code("litigationStage", parseLitigationStage),
    court: textOrNull(reader.cell("court")),
    limitationDate: reader.date("limitationDate"),
    judgmentDate: reader.date("judgmentDate"),
    enforcementDeadline: reader.date("enforcementDeadline"),
    estimate: hasEstimates(plan.columns) ? readEstimate(reader) : null,
    age: reader.number("age", parseWholeNumber, "notWholeNumber"),
    remark: textOrNull(reader.cell("remark")),
  };
  return { loan, rejection: null, problems: reader.problems };
}

function reject(rejection: RowProblem): LoanRow {
  return { loan: null, rejection };
}

interface ClaimAmounts {
  readonly principalFen: number;
  readonly interestFen: number | null;
  readonly feesFen: number | null;
}

function readClaimAmounts(row: RawRow, plan: SheetPlan): ClaimAmounts | { readonly rejection: RowProblem } {
  const fens: (number | null)[] = [];
  for (const field of ["principal", "interest", "fees"] as const) {
    const { fen, problem } = readAmount(row, plan, field);
    const raw = rawOf(row, plan, field);
    if (problem !== null) return { rejection: problem };
    if (fen !== null && fen < 0) return { rejection: { field, code: "negativeAmount", raw } };
    if (fen === null && field === "principal") return { rejection: { field, code: "missingPrincipal", raw } };
    fens.push(fen);
  }
  const [principalFen, interestFen, feesFen] = fens;
  return { principalFen: principalFen ?? 0, interestFen: interestFen ?? null, feesFen: feesFen ?? null };
}

/** Sellers count advanced costs within the total or outside it; both are right. */
function isSumOf(totalFen: number, { principalFen, interestFen, feesFen }: ClaimAmounts): boolean {
  const withoutFees = principalFen + (interestFen ?? 0);
  return [withoutFees, withoutFees + (feesFen ?? 0)].some((sum) => Math.abs(sum - totalFen) <= claimToleranceFen);
}

/** An identifier that lost digits is no identifier: it is noted with its raw text and not used. */
function readDebtor(reader: RowReader, plan: SheetPlan) {
  const id = parseIdentifier(reader.cell("debtorId"));
  if (id.digitsLost) reader.note("debtorId", "digitsLost");
  const debtorName = textOrNull(reader.cell("debtorName"));
  const debtorId = id.digitsLost ? null : id.text;
  const isNamed = plan.columns.has("debtorName") || plan.columns.has("debtorId");
  if (isNamed && debtorName === null && debtorId === null) {
    reader.note(plan.columns.has("debtorName") ? "debtorName" : "debtorId", "missingDebtor");
  }
  return { debtorName, debtorId };
}
