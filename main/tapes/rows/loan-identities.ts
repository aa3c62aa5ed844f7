import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { severalContracts } from "../cells/several-contracts.ts";

/** By what a row of a loan list is told from the others. */
export interface LoanIdentity {
  readonly contractNo: string;
  readonly drawdownNo: string | null;
  /** False where the number lost digits: two that look alike may be two loans. */
  readonly isCertain: boolean;
}

type Places = number | number[];

/** Knows which loans a contract number, a drawdown's number or a debtor names, by their place in the list of kept loans. */
export class LoanIdentities {
  readonly #contracts = new Map<string, Places>();
  readonly #drawdowns = new Map<string, Places>();
  readonly #pairs = new Set<string>();
  readonly #uncertain = new Set<number>();

  isKnown({ contractNo, drawdownNo, isCertain }: LoanIdentity): boolean {
    if (!isCertain) return false;
    const contract = identifierKey(contractNo);
    return drawdownNo === null ? this.#contracts.has(contract) : this.#pairs.has(pairKey(contract, drawdownNo));
  }

  add({ contractNo, drawdownNo, isCertain }: LoanIdentity, place: number): void {
    const contract = identifierKey(contractNo);
    addPlace(this.#contracts, contract, place);
    if (!isCertain) this.#uncertain.add(place);
    if (drawdownNo === null) return;
    addPlace(this.#drawdowns, identifierKey(drawdownNo), place);
    this.#pairs.add(pairKey(contract, drawdownNo));
  }

  /** The loans that a number in another list names. Several without certain digits may be any of them, so none is named. */
  named(number: string): readonly number[] {
    const key = identifierKey(number);
    const places = placesIn(this.#contracts, key) ?? placesIn(this.#drawdowns, key) ?? [];
    return places.length > 1 && places.some((place) => this.#uncertain.has(place)) ? [] : places;
  }

  /** The loans of a cell that lists several numbers, and the numbers that are none of them. */
  namedAll(text: string): { readonly places: readonly number[]; readonly missing: readonly string[] } {
    const places = this.named(text);
    const parts = places.length > 0 ? null : severalContracts(text);
    if (parts === null) return { places, missing: [] };
    return {
      places: [...new Set(parts.flatMap((part) => this.named(part)))].sort((a, b) => a - b),
      missing: parts.filter((part) => this.named(part).length === 0),
    };
  }

  /** Loans with a name of their own where several have one contract number: with the drawdown's, or the row's where digits are lost. */
  distinct(loans: readonly ParsedLoan[]): readonly ParsedLoan[] {
    const repeated = [...this.#contracts.values()].filter((places): places is number[] => typeof places !== "number");
    if (repeated.length === 0) return loans;
    const named = [...loans];
    const taken = new Set(loans.map(({ contractNo }) => contractNo));
    for (const place of repeated.flat()) {
      const loan = loans[place];
      if (loan === undefined) continue;
      const name = loan.drawdownNo === null ? `${loan.contractNo} #${loan.rowNumber}` : `${loan.contractNo}/${loan.drawdownNo}`;
      const contractNo = taken.has(name) ? `${name} (${loan.sheet} #${loan.rowNumber})` : name;
      taken.add(contractNo);
      named[place] = { ...loan, contractNo };
    }
    return named;
  }
}

function pairKey(contract: string, drawdownNo: string): string {
  return `${contract}\n${identifierKey(drawdownNo)}`;
}

function addPlace(map: Map<string, Places>, key: string, place: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, place);
  else if (typeof known === "number") map.set(key, [known, place]);
  else known.push(place);
}

function placesIn(map: ReadonlyMap<string, Places>, key: string): readonly number[] | null {
  const places = map.get(key);
  return places === undefined ? null : typeof places === "number" ? [places] : places;
}
