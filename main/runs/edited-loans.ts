import { type EditedField, type EditPart, editPartBit } from "../../shared/domain/edited-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import type { EditedLoans } from "./loan-names.ts";

const partOfField: Partial<Record<TapeField, EditPart>> = {
  principal: "principal",
  interest: "interest",
  claimTotal: "interest",
  fees: "fees",
  interestBasis: "interestBasis",
  drawdownDate: "timing",
  maturityDate: "timing",
  overdueDate: "timing",
  daysPastDue: "timing",
  lastPaymentDate: "timing",
  litigationStage: "timing",
  bankruptcyKind: "timing",
  court: "timing",
  limitationDate: "timing",
  judgmentDate: "timing",
  enforcementDeadline: "timing",
  guarantorSued: "guarantors",
  securityKind: "guarantors",
};

/** The part of a loan that a field decides; own estimates are a cause of their own. */
function partOf({ list, field }: EditedField): EditPart | null {
  if (list !== "loan") return list === "collateral" ? "collateral" : "guarantors";
  if (field === null || fieldRecord(field).table === "loan_estimate") return null;
  return partOfField[field] ?? "other";
}

/** What the desk changed of each loan, in the order of ids; null where it changed nothing that prices. */
export function editedLoans(fields: readonly EditedField[]): EditedLoans | null {
  const parts = new Map<number, number>();
  for (const field of fields) {
    const part = partOf(field);
    if (part !== null) parts.set(field.loanId, (parts.get(field.loanId) ?? 0) | editPartBit(part));
  }
  if (parts.size === 0) return null;
  const sorted = [...parts].sort(([one], [other]) => one - other);
  return { ids: Float64Array.from(sorted, ([id]) => id), parts: Uint8Array.from(sorted, ([, mask]) => mask) };
}
