import type { DebtorMatch } from "../../shared/domain/portfolio.ts";
import type { Part } from "./concentrate.ts";
import type { HeldDebtor } from "./portfolio-tasks.ts";

/** What the desk said of debtors with one identifier. */
export type Links = ReadonlyMap<string, boolean>;

/** Debtors as exposures: those with one identifier are one, unless the desk says that they are not. */
export const exposures = (debtors: readonly HeldDebtor[], links: Links): Part[] =>
  debtors.map(({ dealId, key, name, fen }) => ({ dealId, key: links.get(key) === false ? `${dealId}/${key}` : key, name, fen }));

/** Groups that the desk named; a debtor of none stands for itself. */
export const groupParts = (debtors: readonly HeldDebtor[], links: Links): Part[] =>
  exposures(debtors, links).map((part, at) => {
    const group = debtors[at]?.group ?? "";
    return group === "" ? part : { ...part, key: `group:${group}`, name: group };
  });

/** Debtors with the same identifier in several packages, the largest first. */
export function debtorMatches(debtors: readonly HeldDebtor[], dealNames: ReadonlyMap<number, string>, links: Links): DebtorMatch[] {
  const known = new Map<string, HeldDebtor[]>();
  for (const debtor of debtors) {
    if (!debtor.key.startsWith("id:")) continue;
    const same = known.get(debtor.key);
    if (same === undefined) known.set(debtor.key, [debtor]);
    else same.push(debtor);
  }
  return [...known.entries()]
    .filter(([, same]) => new Set(same.map(({ dealId }) => dealId)).size > 1)
    .map(([key, same]) => ({
      key,
      name: same[0]?.name ?? "",
      fen: same.reduce((sum, { fen }) => sum + fen, 0),
      deals: same.map(({ dealId, name, fen }) => ({ dealId, name: dealNames.get(dealId) ?? "", debtorName: name, fen })),
      isSame: links.get(key) ?? null,
    }))
    .toSorted((one, other) => other.fen - one.fen || one.key.localeCompare(other.key));
}
