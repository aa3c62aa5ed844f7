import type { ParsedGuarantor } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { KnownLoans } from "./link-collateral.ts";
import type { UnlinkedGuarantor } from "./read-guarantor-row.ts";
import type { Guarantees } from "./tape-sink.ts";

interface LinkedGuarantors {
  /** By the loan's place. */
  readonly guarantees: ReadonlyMap<number, readonly ParsedGuarantor[]>;
  readonly joined: number;
  readonly findings: readonly TapeFinding[];
}

/** Finds the loans of guarantors that have a list of their own, by contract or else by debtor. */
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
    for (const place of places) {
      const others = guarantees.get(place) ?? [];
      guarantees.set(place, others);
      // One that is listed with each drawdown of a claim guarantees it once.
      others.push(...(known.claims.has(place) ? own.filter((one) => !others.some((other) => isSameGuarantee(one, other))) : own));
    }
  }
  return { guarantees, joined, findings };
}

const isSameGuarantee = (one: ParsedGuarantor, other: ParsedGuarantor) =>
  identifierKey(one.guarantors) === identifierKey(other.guarantors) && one.guaranteeCapFen === other.guaranteeCapFen && one.guaranteeEnd === other.guaranteeEnd;

/** The guarantees of a loan with those of the lists, whose words on a guarantor go before the loan's row. */
export function withListed(own: Guarantees, listed: readonly ParsedGuarantor[]): Guarantees {
  const names = new Set(listed.map(({ guarantors }) => identifierKey(guarantors)));
  const isOwn = (name: string) => !names.has(identifierKey(name));
  return {
    ...own,
    guarantors: own.guarantors.filter(isOwn),
    furtherGuarantors: [...own.furtherGuarantors.filter(({ guarantors }) => isOwn(guarantors)), ...listed],
  };
}
