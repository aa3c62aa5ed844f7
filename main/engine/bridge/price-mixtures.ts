import type { CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import type { CaseName } from "../../../shared/domain/codes.ts";
import type { OwnCase } from "../engine-types.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { sumOf } from "../numbers/summation.ts";
import { type PackageInput, pricePrepared } from "../price-package.ts";
import { preparePackage } from "../rows/prepared-package.ts";
import type { BridgeSides } from "./bridge-sides.ts";
import { assumptionsBit } from "./column-causes.ts";
import { mixPackage } from "./mixed-package.ts";
import { type PoolParts, PoolTerms, withoutPool } from "./pool-terms.ts";
import { shareFactor, subsetsOf } from "./shapley-shares.ts";

/** Assumptions and cases of one state. */
export type BridgeTerms = Pick<PackageInput, "assumptions" | "cases">;

/** One set of terms as it is priced: without what belongs to the pool, and that by case. */
interface PricedTerms {
  readonly assumptions: BridgeTerms["assumptions"];
  readonly cases: BridgeTerms["cases"];
  readonly pools: Readonly<Record<CaseName, PoolTerms>>;
}

/** Loans that differ in the same causes; they are priced together, in every set of those causes. */
export interface LikeLoans {
  readonly causes: number;
  readonly places: Uint32Array;
}

/** Shares of causes in what loans are worth: `shares[case]` by bit of the cause [place], yuan of bid. */
type LoanShares = Readonly<Record<CaseName, ReadonlyMap<number, Float64Array>>>;

const byCase = <Value>(make: (caseName: CaseName) => Value): Record<CaseName, Value> => ({ low: make("low"), base: make("base"), high: make("high") });

/** The case whose own estimates count (`pricePackage`). */
const ownCaseOf = (caseName: CaseName, shifts: CaseShifts | ScenarioShifts): OwnCase | undefined => (caseName === "base" ? undefined : { caseName, shifts });

/** Prices like loans in sets of causes, and keeps of each what the pool and the loans' shares need of it. */
export class Mixtures {
  readonly shares: LoanShares;
  readonly pools: (set: number) => Readonly<Record<CaseName, PoolTerms>>;
  readonly #sides: BridgeSides;
  readonly #terms: readonly [PricedTerms, PricedTerms];
  readonly #areTermsSame: boolean;
  readonly #team: (loanCount: number) => KernelTeam;
  readonly #known = new Map<string, Readonly<Record<CaseName, PoolParts>>>();

  constructor(sides: BridgeSides, terms: readonly [BridgeTerms, BridgeTerms], players: number, team: (loanCount: number) => KernelTeam) {
    this.#sides = sides;
    this.#areTermsSame = (players & assumptionsBit) === 0;
    this.#terms = [termsOf(terms[0]), termsOf(terms[1])];
    this.#team = team;
    this.pools = (set) => this.#terms[(set & assumptionsBit) === 0 ? 0 : 1].pools;
    this.shares = byCase(() => new Map(bitsOf(players).map((bit) => [bit, new Float64Array(sides.placeCount)])));
  }

  /** What like loans bring to the pool once the causes of a set have come about; priced by `price` before. */
  partsOf({ causes }: LikeLoans, set: number): Readonly<Record<CaseName, PoolParts>> {
    const known = this.#known.get(keyOf(causes, set & this.#playersOf(causes)));
    if (known === undefined) throw new Error("loans that were not priced");
    return known;
  }

  /** Causes of like loans; other assumptions are a cause of every loan. */
  #playersOf(causes: number): number {
    return this.#areTermsSame ? causes : causes | assumptionsBit;
  }

  /** Prices like loans in every set of their causes. */
  price(loans: LikeLoans, onState: () => void): void {
    const players = this.#playersOf(loans.causes);
    for (const set of subsetsOf(loans.causes)) {
      const mixed = mixPackage(this.#sides, loans.places, set);
      const principalYuan = sumOf(mixed.columns.upb);
      for (const full of this.#areTermsSame ? [set] : [set, set | assumptionsBit]) {
        const { assumptions, cases, pools } = this.#terms[(full & assumptionsBit) === 0 ? 0 : 1];
        const prepared = preparePackage(mixed.columns, assumptions, [cases.low, cases.base, cases.high]);
        const parts = byCase((caseName) => {
          const shifts = cases[caseName];
          const priced = pricePrepared(prepared, shifts, "everything", this.#team(mixed.columns.loanCount), ownCaseOf(caseName, shifts));
          const pool = pools[caseName];
          this.#share(caseName, mixed.places, priced.loans.presentValue, { players, set: full, bidPerYuan: pool.bidPerYuan });
          return pool.partsOf(priced.flows, priced.presentValueYuan, principalYuan);
        });
        this.#known.set(keyOf(loans.causes, full), parts);
      }
      onState();
    }
  }

  #share(caseName: CaseName, places: Uint32Array, presentValue: Float64Array, state: { players: number; set: number; bidPerYuan: number }): void {
    const { players, set, bidPerYuan } = state;
    for (const bit of bitsOf(players)) {
      const shares = this.shares[caseName].get(bit);
      if (shares === undefined) continue;
      const factor = shareFactor(players, set, bit) * bidPerYuan;
      for (let row = 0; row < places.length; row++) shares[places[row]] += factor * presentValue[row];
    }
  }
}

const keyOf = (causes: number, set: number): string => `${causes}/${set}`;

/** The causes of a set, each as its bit. */
function bitsOf(set: number): number[] {
  const bits: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

function termsOf(terms: BridgeTerms): PricedTerms {
  return { assumptions: withoutPool(terms.assumptions), cases: terms.cases, pools: byCase((caseName) => new PoolTerms(terms, caseName)) };
}

/** Sums of parts by case. */
export const emptyParts = (pools: Readonly<Record<CaseName, PoolTerms>>): Record<CaseName, PoolParts> => byCase((caseName) => pools[caseName].empty());
