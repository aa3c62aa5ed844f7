import type { Company, Exposure } from "../../shared/domain/company.ts";
import type { RuleJudgement } from "../../shared/domain/compliance.ts";
import { yuanFromFen } from "../../shared/money.ts";
import type { DealBearing, Holding, RuleFigures, RuleGap } from "../engine/compliance/rule-lines.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";

const yuan = (fen: number | null | undefined) => (fen == null ? null : yuanFromFen(fen));

/** What rules read of the last reported quarter. */
export function ruleFiguresOf({ quarters: [latest] }: Company): RuleFigures {
  return {
    netAssets: yuan(latest?.netAssetsFen),
    borrowings: yuan(latest?.borrowingsFen),
    liquidAssets: yuan(latest?.liquidAssetsFen),
    outflow30: yuan(latest?.outflow30Fen),
    inflow30: yuan(latest?.inflow30Fen),
    relatedClaims: yuan(latest?.relatedClaimsFen),
    investedAll: yuan(latest?.investedAllFen),
    investedNpl: yuan(latest?.investedNplFen),
  };
}

const allocatedOf = ({ output }: PricedDeal): number => output.allocatedFen.reduce((sum, fen) => sum + fen, 0);

interface BearingTerms {
  readonly seller: string;
  readonly isFinancialNpl: boolean;
}

/**
 * Why nobody can say on whom the price falls: loans of one debtor that the tape doesn't name look like loans of several, and a
 * package that is worth nothing has no allocation. Null: it can be said.
 */
function spreadGap(priced: PricedDeal): "debtorNames" | "allocation" | null {
  const { count, named } = priced.loaded.debtors;
  if (named < count) return "debtorNames";
  return allocatedOf(priced) === 0 ? "allocation" : null;
}

/** What stands behind a gap of the clients where the list of them is complete. */
export function bearingGap(priced: PricedDeal, { plan }: Company, { seller }: BearingTerms, gap: RuleGap): RuleJudgement["missing"][number] {
  if (!plan.isExposureListComplete || (gap !== "clients" && gap !== "groups" && gap !== "relatedShare")) return gap;
  if (gap !== "relatedShare" && plan.clientReading === "seller" && seller === "") return "seller";
  return spreadGap(priced) ?? gap;
}

/** Share of the price by debtor of the package, as the price is allocated. */
function sharesOf(priced: PricedDeal): Float64Array {
  const { loaded, output } = priced;
  const shares = new Float64Array(loaded.debtors.count);
  const total = allocatedOf(priced);
  if (total === 0) return shares;
  for (let loan = 0; loan < output.allocatedFen.length; loan++) {
    const debtor = loaded.columns.debtor[loan] ?? 0;
    shares[debtor] = (shares[debtor] ?? 0) + (output.allocatedFen[loan] ?? 0) / total;
  }
  return shares;
}

interface MatchedExposure extends Exposure {
  /** The debtor of the package that it is, by identifier or name in any spelling; null: none. */
  readonly debtor: number | null;
}

/** Several balances of one client are one exposure, since its limit is one. */
function oneAClient(exposures: readonly MatchedExposure[]): MatchedExposure[] {
  const clients = new Map<string, MatchedExposure>();
  for (const one of exposures) {
    const key = one.debtor === null ? one.identifier || one.name : `#${one.debtor}`;
    const before = clients.get(key);
    const sum = before && {
      ...before,
      groupName: before.groupName || one.groupName,
      balanceFen: before.balanceFen + one.balanceFen,
      isRelated: before.isRelated || one.isRelated,
    };
    clients.set(key, sum ?? one);
  }
  return [...clients.values()];
}

/** Who owes something already or will with this deal: of debtors that the list doesn't know the largest is enough. */
function clientsOf(exposures: readonly MatchedExposure[], shares: Float64Array): Holding[] {
  const known = new Set(exposures.flatMap(({ debtor }) => debtor ?? []));
  const largest = shares.reduce((most, share, debtor) => (known.has(debtor) ? most : Math.max(most, share)), 0);
  const listed = exposures.map(({ name, balanceFen, debtor }) => ({
    name,
    balanceYuan: yuanFromFen(balanceFen),
    priceShare: debtor === null ? 0 : (shares[debtor] ?? 0),
  }));
  return largest > 0 ? [...listed, { name: "", balanceYuan: 0, priceShare: largest }] : listed;
}

/** Groups as the desk states them; who is in none is one alone. */
function groupsOf(exposures: readonly MatchedExposure[], shares: Float64Array): Holding[] {
  const groups = new Map<string, Holding>();
  for (const [at, { name, balanceYuan, priceShare }] of clientsOf(exposures, shares).entries()) {
    const stated = exposures[at]?.groupName ?? "";
    const key = stated === "" ? name : stated;
    const before = groups.get(key);
    groups.set(key, { name: key, balanceYuan: (before?.balanceYuan ?? 0) + balanceYuan, priceShare: (before?.priceShare ?? 0) + priceShare });
  }
  return [...groups.values()];
}

/** The whole price on the seller, where the seller is taken for the client. */
function sellerOf(exposures: readonly Exposure[], seller: string): Holding[] {
  const owed = exposures.filter(({ name }) => name === seller).reduce((sum, { balanceFen }) => sum + yuanFromFen(balanceFen), 0);
  const others = exposures.filter(({ name }) => name !== seller).map(({ name, balanceFen }) => ({ name, balanceYuan: yuanFromFen(balanceFen), priceShare: 0 }));
  return [...others, { name: seller, balanceYuan: owed, priceShare: 1 }];
}

/** Months whose payments fall within 30 days of the first. */
const soon = 2;

/** Share of the price that is paid within 30 days of the first payment. */
function paidSoon({ output }: PricedDeal): number {
  const payments = output.result.cases.find(({ caseName }) => caseName === "base")?.financing?.payments ?? [];
  const sum = (part: readonly number[]) => part.reduce((total, amount) => total + amount, 0);
  const first = payments.findIndex((amount) => amount > 0);
  return first < 0 ? 1 : sum(payments.slice(first, first + soon)) / sum(payments);
}

/** Share of the price that falls on related parties; null where nobody can say on whom the price falls. */
function relatedShareOf(priced: PricedDeal, related: readonly MatchedExposure[], shares: Float64Array, sellerAsClient: string | null): number | null {
  if (related.some(({ name }) => name === sellerAsClient)) return 1;
  if (related.length === 0) return 0;
  return spreadGap(priced) === null ? related.reduce((sum, { debtor }) => sum + (debtor === null ? 0 : (shares[debtor] ?? 0)), 0) : null;
}

/** How a deal's price bears on the company's figures. Nothing of clients is known until the desk says that its list is complete. */
export function bearingOf(priced: PricedDeal, { plan, exposures }: Company, { seller, isFinancialNpl }: BearingTerms): DealBearing {
  const { leverage } = priced.terms.assumptions;
  const debtShare = leverage.isOn ? leverage.debtShare : plan.dealDebtShare;
  const { debtors } = priced.loaded;
  const matched = oneAClient(exposures.map((one) => ({ ...one, debtor: debtors.find(one.identifier === "" ? null : one.identifier, one.name) })));
  const shares = sharesOf(priced);
  const isOfSeller = plan.clientReading === "seller";
  const isKnown = plan.isExposureListComplete && (isOfSeller ? seller !== "" : spreadGap(priced) === null);
  const related = matched.filter(({ isRelated }) => isRelated);
  return {
    debtShare,
    expensedShare: plan.expensedShare,
    paidWithin30: paidSoon(priced) * (1 - debtShare),
    isFinancialNpl,
    clients: !isKnown ? null : isOfSeller ? sellerOf(matched, seller) : clientsOf(matched, shares),
    groups: !isKnown ? null : isOfSeller ? sellerOf(matched, seller) : groupsOf(matched, shares),
    relatedShare: plan.isExposureListComplete ? relatedShareOf(priced, related, shares, isOfSeller ? seller : null) : null,
  };
}
