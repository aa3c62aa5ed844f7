import { useMemo } from "react";
import { mostDebtorsListed } from "../../shared/contract/package-channels.ts";
import { useCall } from "../desk/desk-client.ts";

const none: readonly string[] = [];
/** Loans that are looked through for names, the largest first. */
const mostLoans = 200;

/** Debtors of a package that has more than are listed, found in all of its loans by what is typed. */
export function useMoreDebtors(dealId: number | null, listed: readonly string[] | undefined, wanted: string): readonly string[] {
  const search = wanted.trim();
  const isCut = listed !== undefined && listed.length >= mostDebtorsListed;
  const loans = { caseName: "base", sortBy: "upbFen", descending: true, offset: 0, limit: mostLoans } as const;
  const rows = useCall("pricing.loans", dealId !== null && isCut && search !== "" ? { ...loans, dealId, search } : null).data?.rows;
  return useMemo(() => {
    if (rows === undefined) return none;
    // The search looks at contract numbers too, and the last answer stays while the next is on its way.
    const names = rows.map(({ debtorName }) => debtorName).filter((name) => name.toLowerCase().includes(search.toLowerCase()));
    const known = new Set(listed);
    return [...new Set(names)].filter((name) => !known.has(name));
  }, [rows, search, listed]);
}
