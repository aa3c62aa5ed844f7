import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { RowProblem } from "./row-cells.ts";

/** Loans of each debtor, by its number; kept only for other lists, which may name it. */
type Places = number[][];

/** Debtors told apart by a text, numbered from 0: a record for each of a million would cost more than what it says. */
class Debtors {
  readonly #numbers = new Map<string, number>();
  /** What was first given with the text: the name with an identifier, the identifier with a name; "" for none. */
  readonly first: string[] = [];
  readonly #places: Places | null;

  constructor(hasOtherLists: boolean) {
    this.#places = hasOtherLists ? [] : null;
  }

  get count(): number {
    return this.first.length;
  }

  /** The debtor of a key; a new one where there is none. */
  numberOf(key: string, first: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.first.push(first) - 1;
    this.#numbers.set(key, number);
    this.#places?.push([]);
    return number;
  }

  addPlace(number: number, place: number): void {
    this.#places?.[number]?.push(place);
  }

  placesOf(key: string): readonly number[] | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.#places?.[number];
  }
}

const unknown = -1;

/** The debtors of the kept loans: how many they are, which loans are theirs, and where name and identifier don't go together. */
export class DebtorRegister {
  readonly #byId: Debtors;
  readonly #byName: Debtors;
  /** Of each debtor with an identifier the number of its first name, where that name was new with it. */
  readonly #namesakes: number[] = [];
  readonly #told = new Set<string>();
  #withoutDebtor = 0;

  constructor(hasOtherLists: boolean) {
    this.#byId = new Debtors(hasOtherLists);
    this.#byName = new Debtors(hasOtherLists);
  }

  /** Adds a kept loan; answers what its debtor contradicts in the rows before. */
  add({ debtorId, debtorName }: ParsedLoan, place: number): readonly RowProblem[] {
    if (debtorId === null) {
      if (debtorName === null) this.#withoutDebtor += 1;
      return debtorName === null ? noProblems : this.#addName(debtorName, null, unknown, place);
    }
    const byId = this.#ofId(debtorId, debtorName, place);
    const namesake = this.#namesakes[byId] ?? unknown;
    // Nearly all further loans of a debtor name it as the one before did.
    if (namesake >= 0 && this.#byId.first[byId] === debtorName && this.#byName.first[namesake] === debtorId) {
      this.#byName.addPlace(namesake, place);
      return noProblems;
    }
    if (debtorName === null) return noProblems;
    return [...this.#otherName(byId, debtorId, debtorName), ...this.#addName(debtorName, debtorId, byId, place)];
  }

  #ofId(id: string, name: string | null, place: number): number {
    const number = this.#byId.numberOf(identifierKey(id), name ?? "");
    if (number === this.#namesakes.length) this.#namesakes.push(unknown);
    this.#byId.addPlace(number, place);
    return number;
  }

  #otherName(byId: number, id: string, name: string): readonly RowProblem[] {
    const text = this.#byId.first[byId] ?? "";
    if (text === "" || text === name || identifierKey(text) === identifierKey(name)) return noProblems;
    return this.#tell(`${identifierKey(id)}\n${identifierKey(name)}`, { field: "debtorName", code: "idWithTwoNames", raw: `${id}: ${text} / ${name}` });
  }

  #addName(name: string, id: string | null, byId: number, place: number): readonly RowProblem[] {
    const key = identifierKey(name);
    const before = this.#byName.count;
    const number = this.#byName.numberOf(key, id ?? "");
    this.#byName.addPlace(number, place);
    if (number === before) {
      if (byId >= 0 && this.#byId.first[byId] === name) this.#namesakes[byId] = number;
      return noProblems;
    }
    const known = this.#byName.first[number] ?? "";
    if (id === null || known === "") {
      this.#byName.first[number] = known === "" ? (id ?? "") : known;
      return noProblems;
    }
    if (known === id || areOne(known, id)) return noProblems;
    return this.#tell(`${key}\n${identifierKey(id)}`, { field: "debtorId", code: "nameWithTwoIds", raw: `${name}: ${known} / ${id}` });
  }

  /** Each contradiction is told once. */
  #tell(key: string, problem: RowProblem): readonly RowProblem[] {
    if (this.#told.has(key)) return [];
    this.#told.add(key);
    return [problem];
  }

  /** The loans of a debtor that another list names, by identifier or else by name. */
  loansOf(id: string | null, name: string | null): readonly number[] {
    const byId = id === null ? undefined : this.#byId.placesOf(identifierKey(id));
    const byName = name === null ? undefined : this.#byName.placesOf(identifierKey(name));
    return byId ?? byName ?? [];
  }

  /** By identifier, else by name; a row with the name only belongs to the debtor whose identifier another row gives. */
  counts(): { readonly debtors: number; readonly loansWithoutDebtor: number } {
    const alone = this.#byName.first.filter((id) => id === "").length;
    return { debtors: this.#byId.count + alone, loansWithoutDebtor: this.#withoutDebtor };
  }
}

const noProblems: readonly RowProblem[] = [];

/** A citizen's number: six digits of place, a day of birth, three digits and a check sign. */
const citizen = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/** Two persons may share a name, and a company's old organisation code is part of its unified one. */
function areOne(first: string, second: string): boolean {
  const [a, b] = [identifierKey(first).replaceAll("-", ""), identifierKey(second).replaceAll("-", "")];
  if (a === b || (citizen.test(a) && citizen.test(b))) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length === 9 && long.length === 18 && long.slice(8, 17) === short;
}
