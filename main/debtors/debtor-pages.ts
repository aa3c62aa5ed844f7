import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { DebtorRow, DebtorSheet, DebtorTotals, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { carriesBase, type DebtorSortKey, type OwnCaseName } from "../../shared/domain/debtor-sheet.ts";
import type { CaseResult } from "../../shared/domain/pricing-results.ts";
import { fenFromYuan, yuanFromFen } from "../../shared/money.ts";
import type { DeskSchema } from "../db/schema.ts";
import { lineBid } from "../engine/diligence/line-bid.ts";
import { sumOf } from "../engine/numbers/summation.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import { idAt } from "../tapes/loan-ids.ts";
import { readDebtorLoans } from "./debtor-queries.ts";
import type { DebtorFigures } from "./debtor-tasks.ts";
import type { MatchedLines } from "./matched-lines.ts";

type OrderLoans = (column: Float64Array | Uint32Array, descending: boolean) => Promise<Uint32Array>;

interface SheetParts {
  readonly db: Kysely<DeskSchema>;
  readonly order: OrderLoans;
  /** 1 for each loan that a text finds. */
  readonly search: (text: string) => Promise<Uint8Array>;
  /** The place of each loan's debtor in the order of names. */
  readonly nameRanks: () => Promise<Uint32Array>;
}

/** Orders kept of one pricing. */
const keptOrders = 6;
/** Behind all that have a text. */
const noText = 0xff_ff_ff_ff;

const eachCase = <T>(of: (caseName: CaseName) => T) => Object.fromEntries(caseNames.map((name) => [name, of(name)])) as Record<CaseName, T>; // each case once

/** Of one pricing what its debtors come to; the desk's lines are laid over it. */
export class DebtorPages {
  readonly #parts: SheetParts;
  readonly #priced: PricedDeal;
  readonly #figures: DebtorFigures;
  readonly #results: Readonly<Record<CaseName, CaseResult>>;
  /** Sums over all debtors, which no line of the desk moves. */
  readonly #whole: Sums;
  /** Orders by what no line of the desk moves. */
  readonly #orders = new LRUCache<string, Promise<Uint32Array>>({ max: keptOrders });

  constructor(parts: SheetParts, priced: PricedDeal, figures: DebtorFigures) {
    this.#parts = parts;
    this.#priced = priced;
    this.#figures = figures;
    this.#results = eachCase((name) => resultOf(priced, name));
    this.#whole = addUp(figures, sumOf);
  }

  async sheet(view: DebtorView, window: { readonly offset: number; readonly limit: number }, lines: MatchedLines): Promise<DebtorSheet> {
    const { result } = this.#priced.output;
    const isShown = await this.#mask(view, lines);
    const indexes: number[] = [];
    let total = 0;
    for (const debtor of await this.#order(view, lines)) {
      if (isShown !== null && isShown[debtor] !== 1) continue;
      if (total >= window.offset && indexes.length < window.limit) indexes.push(debtor);
      total += 1;
    }
    const groups = [...lines.byDebtor.values()].map(({ entry }) => entry.groupName).filter((name) => name !== "");
    return {
      total,
      rows: await this.rows(indexes, lines),
      shown: this.#totals(isShown, total, lines),
      ofPackage: eachCase((name) => this.#ofPackage(name)),
      model: eachCase((name) => {
        const { grossRecoveryFen: grossFen, costsFen, netCashFlowFen: netFen, presentValueFen, maxBidFen, hurdleRate } = this.#results[name];
        return { grossFen, costsFen, netFen, presentValueFen, maxBidFen, hurdleRate };
      }),
      bidPriceFen: result.bidPriceFen,
      debtors: this.#priced.loaded.debtors.count,
      own: this.#ownShare(lines),
      groups: [...new Set(groups)].sort(),
      unmatched: lines.unmatched.map(({ debtorName, key }) => debtorName || key),
    };
  }

  /** The lines of debtors, in the order given. */
  async rows(debtors: readonly number[], lines: MatchedLines): Promise<DebtorRow[]> {
    if (debtors.length === 0) return [];
    const { ids, debtors: known } = this.#priced.loaded;
    const idOf = (loans: Uint32Array, debtor: number) => idAt(ids, loans[debtor] ?? 0);
    const wanted = debtors.flatMap((debtor) => [idOf(known.namedLoan, debtor), idOf(known.identifiedLoan, debtor)]);
    const facts = new Map((await readDebtorLoans(this.#parts.db, [...new Set(wanted)])).map((row) => [row.id, row]));
    const linked = this.#linkedCounts(debtors);
    return debtors.map((debtor, place) => ({
      loanId: idOf(known.firstLoan, debtor),
      debtorName: facts.get(idOf(known.namedLoan, debtor))?.debtor_name ?? null,
      debtorId: facts.get(idOf(known.identifiedLoan, debtor))?.debtor_id ?? null,
      ...this.#amounts(debtor),
      cases: eachCase((name) => this.#case(name, debtor, lines)),
      entry: lines.byDebtor.get(debtor)?.entry ?? null,
      sharesWith: (linked[place] ?? 1) - 1,
    }));
  }

  /** Debtors with whom one shares assets, itself left out. */
  linkedTo(debtor: number): number[] {
    const { linked } = this.#figures;
    const first = linked[debtor];
    const others: number[] = [];
    for (let at = 0; at < linked.length; at += 1) if (at !== debtor && linked[at] === first) others.push(at);
    return others;
  }

  #linkedCounts(debtors: readonly number[]): number[] {
    const { linked } = this.#figures;
    const counts = new Map(debtors.map((debtor) => [linked[debtor] ?? 0, 0]));
    for (const first of linked) {
      const count = counts.get(first);
      if (count !== undefined) counts.set(first, count + 1);
    }
    return debtors.map((debtor) => counts.get(linked[debtor] ?? 0) ?? 1);
  }

  #amounts(debtor: number) {
    const { loans, principalFen, interestFen, feesFen, netCollateralFen, allocatedFen } = this.#figures;
    const of = (column: Float64Array | Uint32Array) => column[debtor] ?? 0;
    return {
      loans: of(loans),
      principalFen: of(principalFen),
      interestFen: of(interestFen),
      feesFen: of(feesFen),
      claimFen: of(principalFen) + of(interestFen) + of(feesFen),
      netCollateralFen: of(netCollateralFen),
      allocatedFen: of(allocatedFen),
    };
  }

  #case(name: CaseName, debtor: number, lines: MatchedLines): DebtorRow["cases"][CaseName] {
    const { grossFen, costsFen, presentValueFen, months } = this.#figures.cases[name];
    const of = (column: Float64Array) => column[debtor] ?? 0;
    const entry = lines.byDebtor.get(debtor)?.entry;
    const own = name === "base" || entry === undefined ? null : entry[name];
    const isOwn = name === "base" ? entry !== undefined && carriesBase(entry) : own !== null;
    const { hurdleRate } = this.#results[name];
    return {
      grossFen: of(grossFen),
      costsFen: of(costsFen),
      netFen: of(grossFen) - of(costsFen),
      months: own?.months ?? (Number.isNaN(of(months)) ? null : of(months)),
      discountRate: own?.discountRate ?? hurdleRate,
      margin: own?.margin ?? null,
      presentValueFen: of(presentValueFen),
      bidFen: name === "base" ? of(presentValueFen) : this.#bidFen(name, debtor, lines),
      isOwn,
    };
  }

  /** The line's own bid where the desk typed an estimate, else what the model has it worth at the hurdle. */
  #bidFen(name: OwnCaseName, debtor: number, lines: MatchedLines): number {
    const entry = lines.byDebtor.get(debtor)?.entry;
    const own = entry?.[name] ?? null;
    if (entry === undefined || own === null) return this.#figures.cases[name].presentValueFen[debtor] ?? 0;
    const { grossFen, costsFen, months, discountRate, margin } = own;
    const { hurdleRate } = this.#results[name];
    const terms = { months, discountRate: discountRate ?? hurdleRate, margin, marginBasis: entry.marginBasis };
    return fenFromYuan(lineBid({ netYuan: yuanFromFen(grossFen - costsFen), ...terms }));
  }

  /** What a case has that no debtor has. */
  #ofPackage(name: CaseName): DebtorSheet["ofPackage"][CaseName] {
    const { grossFen, costsFen, netFen, presentValueFen } = this.#whole.cases[name];
    const all = this.#results[name];
    return {
      grossFen: all.grossRecoveryFen - grossFen,
      costsFen: all.costsFen - costsFen,
      netFen: all.netCashFlowFen - netFen,
      presentValueFen: all.presentValueFen - presentValueFen,
    };
  }

  #totals(isShown: Uint8Array | null, debtors: number, lines: MatchedLines): DebtorTotals {
    const sumShown: SumOf = (column) => {
      let shown = 0;
      for (let at = 0; at < column.length; at += 1) if (isShown?.[at] === 1) shown += column[at] ?? 0;
      return shown;
    };
    const sums = isShown === null ? this.#whole : addUp(this.#figures, sumShown);
    /** What the bids of typed lines differ from the present values that stand for all others. */
    const differs = (name: OwnCaseName) =>
      [...lines.byDebtor.keys()].reduce((sum, debtor) => {
        const counts = isShown === null || isShown[debtor] === 1;
        return counts ? sum + this.#bidFen(name, debtor, lines) - (this.#figures.cases[name].presentValueFen[debtor] ?? 0) : sum;
      }, 0);
    return {
      debtors,
      ...sums,
      cases: eachCase((name) => ({ ...sums.cases[name], bidFen: sums.cases[name].presentValueFen + (name === "base" ? 0 : differs(name)) })),
    };
  }

  #bids(name: CaseName, lines: MatchedLines): Float64Array {
    const { presentValueFen } = this.#figures.cases[name];
    if (name === "base" || lines.byDebtor.size === 0) return presentValueFen;
    const bids = presentValueFen.slice();
    for (const debtor of lines.byDebtor.keys()) bids[debtor] = this.#bidFen(name, debtor, lines);
    return bids;
  }

  #ownShare(lines: MatchedLines): DebtorSheet["own"] {
    const own = [...lines.byDebtor].filter(([, { entry }]) => entry.low !== null || entry.high !== null);
    const inBase = own.filter(([, { entry }]) => carriesBase(entry));
    return { debtors: own.length, inBase: inBase.length, allocatedFen: inBase.reduce((sum, [debtor]) => sum + (this.#figures.allocatedFen[debtor] ?? 0), 0) };
  }

  /** 1 for each debtor in the view; null: all are. */
  async #mask({ search, filter, groupName }: DebtorView, lines: MatchedLines): Promise<Uint8Array | null> {
    const wanted = search.trim();
    if (wanted === "" && filter === "all" && groupName === null) return null;
    const isShown = new Uint8Array(this.#figures.loans.length).fill(1);
    if (wanted !== "") {
      const hits = await this.#parts.search(wanted);
      const { debtor } = this.#priced.loaded.columns;
      isShown.fill(0);
      for (let loan = 0; loan < hits.length; loan += 1) if (hits[loan] === 1) isShown[debtor[loan] ?? 0] = 1;
      for (const [at, { entry }] of lines.byDebtor) if ([entry.groupName, entry.underwriter].some((text) => text.includes(wanted))) isShown[at] = 1;
    }
    const keep = (isKept: (at: number) => boolean) => {
      for (let at = 0; at < isShown.length; at += 1) if (!isKept(at)) isShown[at] = 0;
    };
    const hasOwn = (at: number) => {
      const entry = lines.byDebtor.get(at)?.entry;
      return entry !== undefined && (entry.low !== null || entry.high !== null);
    };
    if (filter === "own") keep(hasOwn);
    if (filter === "withoutOwn") keep((at) => !hasOwn(at));
    if (filter === "grouped") keep((at) => (lines.byDebtor.get(at)?.entry.groupName ?? "") !== "");
    if (groupName !== null) keep((at) => lines.byDebtor.get(at)?.entry.groupName === groupName);
    return isShown;
  }

  async #order({ sortBy, descending }: DebtorView, lines: MatchedLines): Promise<Uint32Array> {
    if (sortBy === "groupName" || sortBy === "underwriter") return this.#parts.order(this.#textRanks(sortBy, lines), descending);
    if (sortBy === "low.bidFen" || sortBy === "high.bidFen") return this.#parts.order(this.#bids(sortBy === "low.bidFen" ? "low" : "high", lines), descending);
    const key = `${sortBy} ${descending}`;
    const known = this.#orders.get(key);
    if (known !== undefined) return known;
    const order = this.#column(sortBy).then((column) => this.#parts.order(column, descending));
    this.#orders.set(key, order);
    order.catch(() => this.#orders.delete(key));
    return order;
  }

  async #column(sortBy: DebtorSortKey): Promise<Float64Array | Uint32Array> {
    const { principalFen, interestFen, feesFen, netCollateralFen, allocatedFen, loans, cases } = this.#figures;
    if (sortBy === "debtorName") {
      const ranks = await this.#parts.nameRanks();
      return this.#priced.loaded.debtors.namedLoan.map((loan) => ranks[loan] ?? noText);
    }
    if (sortBy === "loans") return Float64Array.from(loans);
    if (sortBy === "claimFen") return principalFen.map((fen, at) => fen + (interestFen[at] ?? 0) + (feesFen[at] ?? 0));
    const amounts: Readonly<Record<string, Float64Array>> = { principalFen, interestFen, feesFen, netCollateralFen, allocatedFen };
    const amount = amounts[sortBy];
    if (amount !== undefined) return amount;
    const [caseName, key] = sortBy.split(".");
    const sums = cases[caseNames.find((name) => name === caseName) ?? "base"];
    if (key === "grossFen") return sums.grossFen;
    if (key === "costsFen") return sums.costsFen;
    if (key === "netFen") return sums.grossFen.map((fen, at) => fen - (sums.costsFen[at] ?? 0));
    return key === "months" ? sums.months : sums.presentValueFen;
  }

  #textRanks(key: "groupName" | "underwriter", lines: MatchedLines): Uint32Array {
    const ranks = new Uint32Array(this.#figures.loans.length).fill(noText);
    const texts = [...new Set([...lines.byDebtor.values()].map(({ entry }) => entry[key]).filter((text) => text !== ""))];
    const order = texts.sort(new Intl.Collator("zh-Hans-CN", { numeric: true }).compare);
    for (const [debtor, { entry }] of lines.byDebtor) if (entry[key] !== "") ranks[debtor] = order.indexOf(entry[key]);
    return ranks;
  }
}

type SumOf = (column: Float64Array | Uint32Array) => number;
type Sums = ReturnType<typeof addUp>;

/** Sums over debtors: all, or some. */
function addUp({ loans, principalFen, interestFen, feesFen, netCollateralFen, allocatedFen, cases }: DebtorFigures, sum: SumOf) {
  const [principal, interest, fees] = [sum(principalFen), sum(interestFen), sum(feesFen)];
  return {
    loans: sum(loans),
    principalFen: principal,
    interestFen: interest,
    feesFen: fees,
    claimFen: principal + interest + fees,
    netCollateralFen: sum(netCollateralFen),
    allocatedFen: sum(allocatedFen),
    cases: eachCase((name) => {
      const [gross, costs] = [sum(cases[name].grossFen), sum(cases[name].costsFen)];
      return { grossFen: gross, costsFen: costs, netFen: gross - costs, presentValueFen: sum(cases[name].presentValueFen) };
    }),
  };
}

function resultOf({ output }: PricedDeal, caseName: CaseName): CaseResult {
  const found = output.result.cases.find((one) => one.caseName === caseName);
  if (found === undefined) throw new Error(`the pricing has no ${caseName} case`);
  return found;
}
