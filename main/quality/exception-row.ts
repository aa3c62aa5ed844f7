import type { ExceptionRow } from "../../shared/contract/quality-channels.ts";
import { type QualityKind, qualityKind, type RatioKind, ratioKinds } from "../../shared/domain/quality.ts";
import { sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { maskedDebtorId } from "./masked-debtor.ts";
import type { DoubtfulRow } from "./quality-queries.ts";

const isRatioKind = (kind: string): kind is RatioKind => ratioKinds.some((one) => one === kind);

/** What the ratio of a row is. */
function ratioOf(kind: RatioKind, row: DoubtfulRow): number | null {
  const value = (column: string) => Number(row[`v_${column}`] ?? 0);
  const [above, below] =
    kind === "claimToPrincipal"
      ? [row.claim_fen, value("principal_fen")]
      : kind === "appraisalToClaim"
        ? [value("appraisal_fen"), row.claim_fen]
        : [value("appraisal_fen") / 100, value("area_sqm")];
  return below > 0 ? above / below : null;
}

/** A row in doubt as it is shown. */
export function exceptionRow(kind: QualityKind, row: DoubtfulRow, isOpen: boolean, isMasked = true): ExceptionRow {
  const { list, shows } = qualityKind(kind);
  const isOfFile = row.sheet !== null && row.sheet !== "";
  return {
    list,
    rowId: row.id,
    loanId: row.loan_id,
    contractNo: row.contract_no,
    debtorName: row.debtor_name,
    sheet: isOfFile ? row.sheet : null,
    row: isOfFile ? row.row_number : null,
    values: shows.map((field) => {
      const value = row[`v_${sheetColumn(list, field)?.column}`] ?? null;
      return { field, value: isMasked && field === "debtorId" && typeof value === "string" ? maskedDebtorId(value) : value };
    }),
    ratio: isRatioKind(kind) ? ratioOf(kind, row) : null,
    isOpen,
  };
}
