import type { DebtorEntry, OwnCaseName, OwnEstimate } from "../../shared/domain/debtor-sheet.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { PackageColumns } from "../engine/engine-types.ts";

/** What a run's columns say of a debtor: its loans' parts add up to what was typed, to the fen. */
type RestoredEstimates = Readonly<Record<OwnCaseName, Pick<OwnEstimate, "grossFen" | "costsFen" | "months"> | null>> & Pick<DebtorEntry, "lowWeight">;

const isSame = (one: Float64Array, other: Float64Array): boolean => one.length === other.length && one.every((yuan, loan) => yuan === other[loan]);

/** The own estimates of a run by debtor of today's package; null where that has other loans. */
export function restoredEstimates(ofRun: PackageColumns, today: PackageColumns): ReadonlyMap<number, RestoredEstimates> | null {
  if (!isSame(ofRun.upb, today.upb) || !isSame(ofRun.interest, today.interest) || !isSame(ofRun.fees, today.fees)) return null;
  const byDebtor = new Map<number, RestoredEstimates>();
  const { ownEstimates: own } = ofRun;
  if (own === null) return byDebtor;
  today.debtor.forEach((debtor, loan) => {
    const known = byDebtor.get(debtor);
    const caseOf = (name: OwnCaseName) => {
      const [gross, costs, months] = [own[`${name}Gross`][loan], own[`${name}Costs`][loan], own[`${name}Month`][loan]];
      if (gross === undefined || costs === undefined || months === undefined || Number.isNaN(gross)) return known?.[name] ?? null;
      return { grossFen: (known?.[name]?.grossFen ?? 0) + fenFromYuan(gross), costsFen: (known?.[name]?.costsFen ?? 0) + fenFromYuan(costs), months };
    };
    const weight = own.lowWeight[loan] ?? Number.NaN;
    const [low, high] = [caseOf("low"), caseOf("high")];
    if (low !== null || high !== null) byDebtor.set(debtor, { low, high, lowWeight: Number.isNaN(weight) ? null : weight });
  });
  return byDebtor;
}

/** A line with the estimates of a run in place of its own; discount, margin and words stay. */
export function withEstimates(before: DebtorEntry, own: RestoredEstimates | undefined): DebtorEntry {
  const caseOf = (name: OwnCaseName): OwnEstimate | null => {
    const estimate = own?.[name] ?? null;
    return estimate === null ? null : { ...estimate, discountRate: before[name]?.discountRate ?? null, margin: before[name]?.margin ?? null };
  };
  return { ...before, low: caseOf("low"), high: caseOf("high"), lowWeight: own?.lowWeight ?? null };
}
