import type { ParsedGuarantor, ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { KnownLoans } from "./link-collateral.ts";
import type { UnlinkedGuarantor } from "./read-guarantor-row.ts";

interface LinkedGuarantors {
  readonly loans: readonly ParsedLoan[];
  readonly joined: number;
  readonly findings: readonly TapeFinding[];
}

/** Gives loans the guarantors of lists of their own, by contract or else by debtor. What such a list says of a guarantor goes before the loan's row. */
export function linkGuarantors(rows: readonly UnlinkedGuarantor[], known: KnownLoans): LinkedGuarantors {
  const findings: TapeFinding[] = [];
  const guarantees = new Map<number, ParsedGuarantor[]>();
  let joined = 0;
  for (const row of rows) {
    const { places, missing } =
      row.contractNo === null ? { places: known.debtors.loansOf(row.debtorId, row.debtorName), missing: [] } : known.identities.namedAll(row.contractNo);
    const raw = missing.length > 0 ? missing.join(", ") : (row.contractNo ?? row.debtorName ?? row.debtorId ?? "");
    if (places.length === 0 || missing.length > 0) findings.push({ sheet: row.sheet, row: row.rowNumber, field: "contractNo", code: "guarantorOrphan", raw });
    if (places.length > 0) joined += 1;
    const { guaranteeCapFen, guaranteeEnd } = row;
    const own = row.guarantors.map((guarantors) => ({ guarantors, guaranteeCapFen, guaranteeEnd }));
    for (const place of places) guarantees.set(place, [...(guarantees.get(place) ?? []), ...own]);
  }
  if (guarantees.size === 0) return { loans: known.loans, joined, findings };
  const loans = known.loans.map((loan, place) => withGuarantors(loan, guarantees.get(place)));
  return { loans, joined, findings };
}

function withGuarantors(loan: ParsedLoan, listed: readonly ParsedGuarantor[] | undefined): ParsedLoan {
  if (listed === undefined) return loan;
  const names = new Set(listed.map(({ guarantors }) => identifierKey(guarantors)));
  return { ...loan, guarantors: loan.guarantors.filter((name) => !names.has(identifierKey(name))), furtherGuarantors: listed };
}
