import type { AgreeingFact } from "../../../shared/domain/tape-versions.ts";
import { identifierKey } from "../../tapes/cells/parse-cells.ts";
import type { DoubtfulPair, MatchableLoan, PairList } from "../loan-match.ts";
import { contractsAgree, sharedContract, type Unmatched } from "./match-by-contract.ts";
import { debtorAgreement } from "./same-debtor.ts";

/** The assets that secure a loan, each by a text that is the same in both versions. */
export type AssetsOf = (loanId: number) => ReadonlySet<string>;

interface Candidate {
  readonly older: MatchableLoan;
  readonly newer: MatchableLoan;
  readonly agrees: readonly AgreeingFact[];
  readonly isSure: boolean;
}

/** Loans of one debtor without a counterpart that are held against each other one by one; beyond, only those that owe the same. */
const mostHeld = 250_000;

/** By what loans are one another's candidates: debtor, or a contract number that several share. */
function blocksOf(loan: MatchableLoan, isShort: boolean): string[] {
  const contract = sharedContract(loan.contractNo);
  const own = [
    ...(loan.debtorId === null ? [] : [`id:${identifierKey(loan.debtorId)}`]),
    ...(loan.debtorName === null ? [] : [`name:${identifierKey(loan.debtorName)}`]),
    ...(contract === null ? [] : [`contract:${contract}`]),
    `loose:${identifierKey(loan.contractNo).replaceAll(/[^\p{L}\p{N}]/gu, "")}`,
  ];
  return isShort ? own.map((block) => `${block}/${loan.principalFen}`) : own;
}

function grouped(loans: readonly MatchableLoan[], isShort: boolean): Map<string, MatchableLoan[]> {
  const groups = new Map<string, MatchableLoan[]>();
  for (const loan of loans) {
    for (const block of blocksOf(loan, isShort)) {
      const group = groups.get(block);
      if (group === undefined) groups.set(block, [loan]);
      else group.push(loan);
    }
  }
  return groups;
}

const dates = ["drawdownDate", "maturityDate"] as const;

/** What speaks for two loans being one; null where too little does. */
function candidateOf(older: MatchableLoan, newer: MatchableLoan, assetsOf: AssetsOf): Candidate | null {
  const { byId, byName } = debtorAgreement(older, newer);
  const isDated = (date: (typeof dates)[number]) => older[date] !== null && older[date] === newer[date];
  const assets = assetsOf(older.id);
  const facts: readonly (readonly [AgreeingFact, boolean])[] = [
    ["principal", older.principalFen === newer.principalFen],
    ["drawdownDate", isDated("drawdownDate")],
    ["maturityDate", isDated("maturityDate")],
    ["collateral", assets.size > 0 && [...assetsOf(newer.id)].some((asset) => assets.has(asset))],
  ];
  const agreeing = facts.flatMap(([fact, agrees]) => (agrees ? [fact] : []));
  const isContradicted = dates.some((date) => older[date] !== null && newer[date] !== null && older[date] !== newer[date]);
  const owesSame = older.principalFen === newer.principalFen;
  const isSameContract = contractsAgree(older, newer);
  // Two persons may share a name, so that identifiers that differ leave it to the facts.
  const isSameDebtor = byId === true || (byName === true && byId !== false);
  const isEnough = isSameDebtor ? agreeing.length > 0 : byName === true ? owesSame && agreeing.length > 1 : isSameContract && agreeing.length > 0;
  if (!isEnough) return null;
  const names: readonly (readonly [AgreeingFact, boolean])[] = [
    ["contract", isSameContract],
    ["debtorId", byId === true],
    ["debtorName", byName === true],
  ];
  return {
    older,
    newer,
    agrees: [...names.flatMap(([fact, agrees]) => (agrees ? [fact] : [])), ...agreeing],
    isSure: isSameDebtor && owesSame && agreeing.length > 1 && !isContradicted,
  };
}

function candidates({ older, newer }: Unmatched, assetsOf: AssetsOf): Candidate[] {
  const seen = new Set<string>();
  const found: Candidate[] = [];
  const hold = (some: readonly MatchableLoan[], others: readonly MatchableLoan[]) => {
    for (const one of some) {
      for (const other of others) {
        const key = `${one.id}/${other.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const candidate = candidateOf(one, other, assetsOf);
        if (candidate !== null) found.push(candidate);
      }
    }
  };
  const ofNewer = grouped(newer, false);
  for (const [block, some] of grouped(older, false)) {
    const others = ofNewer.get(block) ?? [];
    if (some.length * others.length <= mostHeld) {
      hold(some, others);
      continue;
    }
    const owing = grouped(others, true);
    for (const [short, few] of grouped(some, true)) hold(few, owing.get(short) ?? []);
  }
  return found;
}

/** The sure candidates of loans that have no other sure one: two loans that are alike in all are for the desk to tell apart. */
function takeSure(found: readonly Candidate[], pairs: PairList): Set<MatchableLoan> {
  const times = new Map<MatchableLoan, number>();
  const sure = found.filter(({ isSure }) => isSure);
  for (const { older, newer } of sure) for (const loan of [older, newer]) times.set(loan, (times.get(loan) ?? 0) + 1);
  const taken = new Set<MatchableLoan>();
  for (const { older, newer } of sure) {
    if (times.get(older) !== 1 || times.get(newer) !== 1) continue;
    pairs.add(older.id, newer.id, "facts");
    taken.add(older).add(newer);
  }
  return taken;
}

/** What stands above chance: a principal or an asset says more than a date that many loans share. */
const weights: Readonly<Record<AgreeingFact, number>> = {
  contract: 4,
  debtorId: 2,
  debtorName: 1,
  principal: 4,
  collateral: 4,
  drawdownDate: 2,
  maturityDate: 2,
};
const weightOf = ({ agrees }: Candidate) => agrees.reduce((sum, fact) => sum + weights[fact], 0);

/** An order that hangs on what is stated and on nothing else, so that permuted rows give the same pairs. */
function inOrder(one: Candidate, other: Candidate): number {
  const byWeight = weightOf(other) - weightOf(one);
  if (byWeight !== 0) return byWeight;
  const [a, b] = [one, other].map(({ older, newer }) => JSON.stringify([older.contractNo, newer.contractNo]));
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/**
 * Pairs loans that no contract number tells by their debtor and their facts. Same debtor, same principal, a date or an asset in
 * common and no date that speaks against it: the same loan, where no other fits as well. What agrees in less is a doubtful pair.
 */
export function matchByFacts(left: Unmatched, assetsOf: AssetsOf, isApart: (olderId: number, newerId: number) => boolean, pairs: PairList): DoubtfulPair[] {
  if (left.older.length === 0 || left.newer.length === 0) return [];
  const found = candidates(left, assetsOf).filter(({ older, newer }) => !isApart(older.id, newer.id));
  const taken = takeSure(found, pairs);
  const doubtful: DoubtfulPair[] = [];
  for (const { older, newer, agrees } of found.toSorted(inOrder)) {
    if (taken.has(older) || taken.has(newer)) continue;
    taken.add(older).add(newer);
    doubtful.push({ olderId: older.id, newerId: newer.id, agrees });
  }
  return doubtful.toSorted((a, b) => a.olderId - b.olderId);
}
