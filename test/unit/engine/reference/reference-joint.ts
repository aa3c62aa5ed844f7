import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import {
  askedBySeizure,
  askedInTier,
  type Distribution,
  type Ending,
  isBankrupt,
  isShared,
  type Owed,
  paymentsOf,
  proceedsOf,
  type ReferenceAsset,
  type ReferenceRow,
  surplusOf,
  waitingOf,
} from "./reference-assets.ts";
import { rivalsOf, validClaim } from "./reference-terms.ts";

/** Who is paid next from an asset: each row's part of what comes, and the most that it may take. */
interface Tier {
  readonly start: number;
  readonly parts: readonly { readonly row: ReferenceRow; readonly weight: number; most: number }[];
  /** Others who share pro rata. */
  readonly beside: number;
  readonly isProRata: boolean;
}

/** One asset of a sale that is still paying. */
interface Payer {
  readonly asset: ReferenceAsset;
  readonly proceeds: number;
  out: number;
  /** Where the last tier began, whether it was owed anything or not. */
  reached: number;
  tier: Tier | null;
  readonly queue: ((from: number, owed: Owed) => Tier)[];
  /** The same rank once more, for what is left of a common cap. */
  again: ((from: number, owed: Owed) => Tier) | null;
  readonly took: Map<ReferenceRow, number>;
  /** Claims that share pro rata, others' included; null where the order of seizure counts. */
  behind: number | null;
}

function payerOf(asset: ReferenceAsset, ending: Pick<Ending, "price" | "borne">, a: Assumptions): Payer {
  const took = new Map<ReferenceRow, number>();
  const byRank = a.collateral.seniorShareByMissingRank * asset.appraisal;
  const queue: Payer["queue"] = [];
  let rankBefore = 0;
  const startOf = (rows: readonly ReferenceRow[], from: number, before: number): number =>
    Math.max(from, ...rows.map(({ item }) => item.senior ?? from + byRank * Math.max(0, item.rank - 1 - before)));
  const mortgages = asset.rows.filter(({ item }) => !item.isSeized);
  for (const rank of [...new Set(mortgages.map(({ item }) => item.rank))].sort((left, right) => left - right)) {
    const rows = mortgages.filter(({ item }) => item.rank === rank);
    const before = rankBefore;
    rankBefore = rank;
    queue.push((from, owed) => {
      const parts = [...askedInTier(rows, owed, (row) => took.get(row) ?? 0, a)].map(([row, weight]) => ({ row, weight, most: weight }));
      return { start: startOf(rows, from, before), parts, beside: 0, isProRata: false };
    });
  }
  const seizures = asset.rows.filter(({ item }) => item.isSeized);
  const seizedStart = (from: number): number => Math.max(from, ...seizures.map((row) => startOf([row], from, rankBefore)));
  if (seizures.some(({ loan }) => loan.isIndividual || isBankrupt(loan))) {
    const beside = Math.max(...seizures.map(({ item }) => rivalsOf(item, a) + (item.waiting ?? 0)));
    queue.push((from) => ({
      start: seizedStart(from),
      parts: [...askedBySeizure(seizures, ({ loan }) => validClaim(loan, a))].map(([row, weight]) => ({ row, weight, most: weight })),
      beside,
      isProRata: true,
    }));
  } else {
    let base: number | null = null;
    for (const before of [...new Set(seizures.map(({ item }) => rivalsOf(item, a)))].sort((left, right) => left - right)) {
      const rows = seizures.filter(({ item }) => rivalsOf(item, a) === before);
      queue.push((from, owed) => {
        base ??= seizedStart(from);
        const asked = askedBySeizure(rows, ({ number }) => owed[number] ?? 0);
        const parts = [...asked].map(([row, weight]) => ({ row, weight, most: weight }));
        return { start: Math.max(from, base + before), parts, beside: 0, isProRata: false };
      });
    }
  }
  return { asset, proceeds: proceedsOf(asset, ending, a), out: 0, reached: 0, tier: null, queue, again: null, took, behind: null };
}

/**
 * What is sold in one month pays side by side: each asset its proceeds evenly, by its own ranks. From event to event, all
 * shares worked out anew each time.
 */
function jointPayments(
  sales: readonly { readonly asset: ReferenceAsset; readonly price: number; readonly borne: number }[],
  owed: number[],
  a: Assumptions,
): Distribution {
  const payers = sales.map((sale) => payerOf(sale.asset, sale, a)).filter(({ proceeds }) => proceeds > 0);
  let time = 0;
  for (let events = 0; time < 1; events++) {
    if (events > 10_000) throw new Error("a joint sale does not end");
    for (const payer of payers) settle(payer, owed);
    const flows = payers.flatMap((payer) => flowsOf(payer, owed));
    const speed = owed.map((_, loan) => flows.reduce((sum, flow) => sum + (flow.row.number === loan ? flow.perTime : 0), 0));
    const limits = [
      1 - time,
      ...flows.map((flow) => flow.part.most / flow.perTime),
      ...owed.map((yuan, loan) => ((speed[loan] ?? 0) > 0 ? yuan / (speed[loan] ?? 0) : 1)),
      ...payers.map(({ tier, out, proceeds }) => (tier && out < tier.start ? (tier.start - out) / proceeds : 1)),
    ];
    const step = Math.min(...limits);
    for (const { payer, part, row, perTime } of flows) {
      payer.took.set(row, (payer.took.get(row) ?? 0) + perTime * step);
      part.most = part.most / perTime <= step ? 0 : part.most - perTime * step;
    }
    owed.forEach((yuan, loan) => {
      const pace = speed[loan] ?? 0;
      if (pace > 0) owed[loan] = yuan / pace <= step ? 0 : yuan - pace * step;
    });
    for (const payer of payers) {
      if (!payer.tier) continue;
      const isReached = payer.out < payer.tier.start && (payer.tier.start - payer.out) / payer.proceeds <= step;
      payer.out = isReached ? payer.tier.start : payer.out + payer.proceeds * step;
    }
    time = step === 1 - time ? 1 : time + step;
  }
  const surplus = payers.flatMap(({ asset, proceeds, tier, out, reached, behind, took }) => {
    const end = behind === null ? Math.max(out, reached) + waitingOf(asset) : reached + behind;
    const taken = [...took.values()].reduce((sum, yuan) => sum + yuan, 0);
    return tier === null ? surplusOf(asset, proceeds - end, taken) : [];
  });
  return { payments: payers.flatMap(({ took }) => [...took].map(([row, yuan]) => ({ loan: row.number, yuan }))), surplus };
}

const isOpen = (tier: Tier, owed: readonly number[]): boolean =>
  tier.parts.some(({ row, weight, most }) => weight > 0 && most > 0 && (owed[row.number] ?? 0) > 0);

function settle(payer: Payer, owed: readonly number[]): void {
  while (payer.tier === null || !isOpen(payer.tier, owed)) {
    const leftOver = payer.tier?.isProRata === false && payer.tier.parts.some(({ most }) => most > 0) ? payer.again : null;
    const next = leftOver ?? payer.queue.shift();
    if (!next) {
      payer.tier = null;
      return;
    }
    if (leftOver === null) payer.again = next;
    const tier = next(Math.max(payer.out, payer.reached), owed);
    // The rank that is paid once more stays where it began.
    payer.tier = leftOver === null ? tier : { ...tier, start: payer.tier?.start ?? 0 };
    payer.reached = payer.tier.start;
    if (tier.isProRata) payer.behind = tier.beside + tier.parts.reduce((sum, { weight }) => sum + weight, 0);
  }
}

function flowsOf(payer: Payer, owed: readonly number[]) {
  const { tier, proceeds } = payer;
  if (!tier || payer.out < tier.start) return [];
  const open = tier.parts.filter(({ row, weight, most }) => weight > 0 && most > 0 && (owed[row.number] ?? 0) > 0);
  const sharing = tier.isProRata ? tier.parts : open;
  const all = tier.beside + sharing.reduce((sum, { weight }) => sum + weight, 0);
  return open.map((part) => ({ payer, part, row: part.row, perTime: (proceeds * part.weight) / all }));
}

type SoldAsset = Pick<Ending, "price" | "borne" | "month"> & { readonly asset: ReferenceAsset };

/** What is sold with an asset: all of its month that bring anything, those that loans share apart. */
export const soldTogether = <Sale extends SoldAsset>(sale: Sale, sales: readonly Sale[], a: Assumptions): Sale[] =>
  sales.filter((other) => other.month === sale.month && isShared(other.asset) === isShared(sale.asset) && proceedsOf(other.asset, other, a) > 0);

/** What assets that are sold together pay, with the first of them; the others then pay nothing more. */
export function paymentsTogether<Sale extends SoldAsset>(sale: Sale, sales: readonly Sale[], owed: number[], a: Assumptions): Distribution {
  const together = soldTogether(sale, sales, a);
  if (together.length < 2) return paymentsOf(sale.asset, sale, owed, a);
  return sale === together[0] ? jointPayments(together, owed, a) : { payments: [], surplus: [] };
}
