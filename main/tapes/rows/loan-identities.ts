import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { severalContracts } from "../cells/several-contracts.ts";

/** By what a row of a loan list is told from the others. */
export interface LoanIdentity {
  readonly contractNo: string;
  /** Its key. */
  readonly contract: string;
  readonly drawdownNo: string | null;
  /** False where the number lost digits: two that look alike may be two loans. */
  readonly isCertain: boolean;
}

type Places = number | number[];

/** Where a loan stands in its file. */
type LoanPlace = Pick<ParsedLoan, "sheet" | "rowNumber">;

/** Knows which loans a contract number, a drawdown's number or a debtor names, by their place among the kept loans. */
export class LoanIdentities {
  readonly #contracts = new Map<string, Places>();
  readonly #drawdowns = new Map<string, Places>();
  readonly #pairs = new Set<string>();
  readonly #uncertain = new Set<number>();
  /** By place, as they are spelled. */
  readonly #contractNos: string[] = [];
  readonly #drawdownNos = new Map<number, string>();
  readonly #rowNumbers: number[] = [];
  readonly #sheets: string[] = [];
  readonly #renamed = new Map<number, string>();

  isKnown({ contract, drawdownNo, isCertain }: LoanIdentity): boolean {
    if (!isCertain) return false;
    return drawdownNo === null ? this.#contracts.has(contract) : this.#pairs.has(pairKey(contract, drawdownNo));
  }

  /** Adds the next loan; answers whether another has its contract number. */
  add({ contractNo, contract, drawdownNo, isCertain }: LoanIdentity, { sheet, rowNumber }: LoanPlace): boolean {
    const place = this.#contractNos.push(contractNo) - 1;
    this.#rowNumbers.push(rowNumber);
    this.#sheets.push(sheet);
    const isRepeated = addPlace(this.#contracts, contract, place);
    if (!isCertain) this.#uncertain.add(place);
    if (drawdownNo === null) return isRepeated;
    this.#drawdownNos.set(place, drawdownNo);
    addPlace(this.#drawdowns, identifierKey(drawdownNo), place);
    this.#pairs.add(pairKey(contract, drawdownNo));
    return isRepeated;
  }

  get count(): number {
    return this.#contractNos.length;
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

  /** Names for loans whose contract number several have, by place: with the drawdown's, or the row's where digits are lost. */
  distinct(): ReadonlyMap<number, string> {
    const taken = new Set<string>();
    const isTaken = (name: string) =>
      taken.has(name) || (placesIn(this.#contracts, identifierKey(name)) ?? []).some((place) => this.#contractNos[place] === name);
    for (const place of this.#repeated()) {
      const [contractNo, drawdownNo, rowNumber] = [this.#contractNos[place] ?? "", this.#drawdownNos.get(place), this.#rowNumbers[place] ?? 0];
      const name = drawdownNo === undefined ? `${contractNo} #${rowNumber}` : `${contractNo}/${drawdownNo}`;
      const own = isTaken(name) ? `${name} (${this.#sheets[place] ?? ""} #${rowNumber})` : name;
      taken.add(own);
      this.#renamed.set(place, own);
    }
    return this.#renamed;
  }

  *#repeated(): Generator<number> {
    for (const places of this.#contracts.values()) if (typeof places !== "number") yield* places;
  }

  /** The name under which a loan is stored. */
  nameAt(place: number): string | undefined {
    return this.#renamed.get(place) ?? this.#contractNos[place];
  }
}

function pairKey(contract: string, drawdownNo: string): string {
  return `${contract}\n${identifierKey(drawdownNo)}`;
}

/** Answers whether the key had one already. */
function addPlace(map: Map<string, Places>, key: string, place: number): boolean {
  const known = map.get(key);
  if (known === undefined) map.set(key, place);
  else if (typeof known === "number") map.set(key, [known, place]);
  else known.push(place);
  return known !== undefined;
}

function placesIn(map: ReadonlyMap<string, Places>, key: string): readonly number[] | null {
  const places = map.get(key);
  return places === undefined ? null : typeof places === "number" ? [places] : places;
}
