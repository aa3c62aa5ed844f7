import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { GrowingInts } from "../bytes/growing-ints.ts";
import { TextTable } from "../bytes/text-table.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { severalContracts } from "../cells/several-contracts.ts";
import { KeyedPlaces } from "./keyed-places.ts";
import { KeyedTexts } from "./keyed-texts.ts";

/** By what a row of a loan list is told from the others. */
export interface LoanIdentity {
  readonly contractNo: string;
  readonly drawdownNo: string | null;
  /** False where the number lost digits: two that look alike may be two loans. */
  readonly isCertain: boolean;
}

/** Where a loan stands in its file. */
type LoanPlace = Pick<ParsedLoan, "sheet" | "rowNumber">;

const none = -1;

/** Knows which loans a contract number, a drawdown's number or a debtor names, by their place among the kept loans. */
export class LoanIdentities {
  /** The numbers under which `addNumbered` knows contracts and drawdowns. */
  readonly contracts = new KeyedTexts();
  readonly drawdowns = new KeyedTexts();
  readonly #contractPlaces = new KeyedPlaces(this.contracts);
  readonly #drawdownPlaces = new KeyedPlaces(this.drawdowns);
  /** Numbers of a contract's and a drawdown's key. */
  readonly #pairs = new TextTable();
  readonly #pair = new Int32Array(2);
  readonly #pairBytes = new Uint8Array(this.#pair.buffer);
  readonly #uncertain = new Set<number>();
  /** By place: as they are spelled; −1: no drawdown. */
  readonly #contractNos = new GrowingInts();
  readonly #drawdownNos = new GrowingInts();
  readonly #rowNumbers = new GrowingInts();
  /** The sheets in the order in which they were read, each with the place of its first loan. */
  readonly #sheets: { readonly name: string; readonly from: number }[] = [];
  readonly #renamed = new Map<number, string>();

  /** Whether a loan has the contract of this number. */
  hasContract(contract: number): boolean {
    return this.#contractPlaces.has(this.contracts.keyOf(contract));
  }

  isKnown({ contractNo, drawdownNo, isCertain }: LoanIdentity): boolean {
    if (!isCertain) return false;
    const contract = this.contracts.keyOf(this.contracts.add(contractNo));
    if (drawdownNo === null) return this.#contractPlaces.has(contract);
    this.#setPair(contract, this.drawdowns.keyOf(this.drawdowns.add(drawdownNo)));
    return this.#pairs.findBytes(this.#pairBytes, 0, this.#pairBytes.length) !== none;
  }

  #setPair(contract: number, drawdown: number): void {
    this.#pair[0] = contract;
    this.#pair[1] = drawdown;
  }

  /** Adds the next loan; answers whether another has its contract number. */
  add({ contractNo, drawdownNo, isCertain }: LoanIdentity, place: LoanPlace): boolean {
    if (!isCertain) this.#uncertain.add(this.count);
    return this.addNumbered(this.contracts.add(contractNo), drawdownNo === null ? none : this.drawdowns.add(drawdownNo), place);
  }

  /** The same by the numbers of contract and drawdown; −1: no drawdown. */
  addNumbered(spelled: number, drawdown: number, { sheet, rowNumber }: LoanPlace): boolean {
    const contract = this.contracts.keyOf(spelled);
    const place = this.#contractNos.push(spelled);
    this.#rowNumbers.push(rowNumber);
    this.#drawdownNos.push(drawdown);
    if (this.#sheets.at(-1)?.name !== sheet) this.#sheets.push({ name: sheet, from: place });
    const isRepeated = this.#contractPlaces.add(contract, place);
    if (drawdown === none) return isRepeated;
    this.#drawdownPlaces.add(this.drawdowns.keyOf(drawdown), place);
    this.#setPair(contract, this.drawdowns.keyOf(drawdown));
    this.#pairs.addBytes(this.#pairBytes, 0, this.#pairBytes.length);
    return isRepeated;
  }

  /** A loan is named by the number of each drawdown that is a part of it. */
  nameByDrawdown(drawdownNo: string, place: number): void {
    this.#drawdownPlaces.add(this.drawdowns.keyOf(this.drawdowns.add(drawdownNo)), place);
  }

  get count(): number {
    return this.#contractNos.length;
  }

  /** The loans that a number in another list names. Several without certain digits may be any of them, so none is named. */
  named(number: string): readonly number[] {
    const key = identifierKey(number);
    const byContract = this.#contractPlaces.of(this.contracts.find(key));
    const places = byContract.length > 0 ? byContract : this.#drawdownPlaces.of(this.drawdowns.find(key));
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
      taken.has(name) || this.#contractPlaces.of(this.contracts.find(identifierKey(name))).some((place) => this.#contractNo(place) === name);
    for (const places of this.#contractPlaces.repeated()) {
      for (const place of places) {
        const [contractNo, drawdownNo, rowNumber] = [this.#contractNo(place), this.#drawdownNo(place), this.#rowNumbers.at(place)];
        const name = drawdownNo === null ? `${contractNo} #${rowNumber}` : `${contractNo}/${drawdownNo}`;
        const own = isTaken(name) ? `${name} (${this.#sheetOf(place)} #${rowNumber})` : name;
        taken.add(own);
        this.#renamed.set(place, own);
      }
    }
    return this.#renamed;
  }

  #contractNo(place: number): string {
    return this.contracts.textOf(this.#contractNos.at(place));
  }

  #drawdownNo(place: number): string | null {
    const number = this.#drawdownNos.at(place);
    return number === none ? null : this.drawdowns.textOf(number);
  }

  #sheetOf(place: number): string {
    return this.#sheets.findLast(({ from }) => from <= place)?.name ?? "";
  }

  /** The name under which a loan is stored. */
  nameAt(place: number): string | undefined {
    if (place < 0 || place >= this.count) return undefined;
    return this.#renamed.get(place) ?? this.#contractNo(place);
  }
}
