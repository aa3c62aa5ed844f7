import type { ParsedRepayment } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { KnownLoans } from "./link-collateral.ts";
import type { UnlinkedRepayment } from "./read-repayment-row.ts";

interface LinkedRepayments {
  readonly repayments: readonly ParsedRepayment[];
  /** Of each the place of its loan; null where it is of no single one. */
  readonly places: readonly (number | null)[];
  /** The last day on which something was paid on a loan, by its place. */
  readonly lastDays: ReadonlyMap<number, string>;
  readonly joined: number;
  readonly findings: readonly TapeFinding[];
}

/**
 * Finds the loans of payments when all sheets are read: by contract, or by a debtor that has one loan. What a debtor of several
 * paid may be on any of them (民法典 Art 560), so it stays with the debtor and dates none. A payment after the cut-off date, or one
 * of nothing, says nothing of the day on which the tape is looked at.
 */
export function linkRepayments(rows: readonly UnlinkedRepayment[], known: KnownLoans, cutOffDate: string | null): LinkedRepayments {
  const findings: TapeFinding[] = [];
  const lastDays = new Map<number, string>();
  const linked = rows.map((row): { repayment: ParsedRepayment; place: number | null } => {
    const { contractNo, debtorName, debtorId } = row;
    const places = contractNo === null ? known.debtors.loansOf(debtorId, debtorName) : known.identities.namedAll(contractNo).places;
    const [place] = places;
    const where = { sheet: row.sheet, row: row.rowNumber, field: "contractNo" as const, raw: contractNo ?? debtorName ?? debtorId ?? "" };
    if (place === undefined) {
      findings.push({ ...where, code: "repaymentOrphan" });
      return { repayment: { ...row, link: "orphan" }, place: null };
    }
    if (places.length > 1) {
      findings.push({ ...where, code: "repaymentOfSeveral" });
      return { repayment: { ...row, link: "debtor" }, place: null };
    }
    const { repaymentDate: day, repaymentAmountFen: fen } = row;
    const isLate = day !== null && cutOffDate !== null && day > cutOffDate;
    if (isLate) findings.push({ ...where, field: "repaymentDate", code: "dateAfterCutOff", raw: day });
    else if (day !== null && (fen === null || fen > 0) && day > (lastDays.get(place) ?? "")) lastDays.set(place, day);
    return { repayment: { ...row, link: "loan" }, place };
  });
  return {
    repayments: linked.map(({ repayment }) => repayment),
    places: linked.map(({ place }) => place),
    lastDays,
    joined: linked.filter(({ repayment }) => repayment.link !== "orphan").length,
    findings,
  };
}
