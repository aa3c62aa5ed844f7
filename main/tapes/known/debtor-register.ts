import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { GrowingInts } from "../bytes/growing-ints.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { KeyedTexts } from "./keyed-texts.ts";

/** What two rows say of one debtor and only one of them can be right in. */
interface Contradiction {
  readonly field: "debtorName" | "debtorId";
  readonly code: "idWithTwoNames" | "nameWithTwoIds";
  readonly raw: string;
}

const none = -1;

/** Debtors told apart by a text, numbered from 0: a record for each of a million would cost more than what it says. */
class Debtors {
  /** With each key the number of its debtor. */
  readonly texts = new KeyedTexts();
  /** Of each debtor what was first given with the text, by its number there: the name with an identifier, the identifier with a name. */
  readonly first = new GrowingInts();
  /** Loans of each debtor; kept only for other lists, which may name it. */
  readonly #places: number[][] | null;

  constructor(hasOtherLists: boolean) {
    this.#places = hasOtherLists ? [] : null;
  }

  get count(): number {
    return this.first.length;
  }

  /** The debtor of a text; a new one where there is none. */
  numberOf(text: number, first: number): number {
    const key = this.texts.keyOf(text);
    const known = this.texts.noteOf(key);
    if (known !== none) return known;
    const number = this.first.push(first);
    this.texts.setNote(key, number);
    this.#places?.push([]);
    return number;
  }

  addPlace(number: number, place: number): void {
    this.#places?.[number]?.push(place);
  }

  /** The debtor of a numbered text; −1 where no row has it. */
  numberAt(text: number): number {
    return this.texts.noteOf(this.texts.keyOf(text));
  }

  /** The debtor of a text in any spelling; −1 where no row has it. */
  find(text: string): number {
    const key = this.texts.find(identifierKey(text));
    return key === none ? none : this.texts.noteOf(key);
  }

  placesOf(text: string): readonly number[] | undefined {
    const number = this.find(text);
    return number === none ? undefined : this.#places?.[number];
  }
}

/** The debtors of the kept loans: how many they are, which loans are theirs, and where name and identifier don't go together. */
export class DebtorRegister {
  readonly #byId: Debtors;
  readonly #byName: Debtors;
  /** Of each debtor with an identifier the number of its first name, where that name was new with it. */
  readonly #namesakes = new GrowingInts();
  readonly #told = new Set<string>();
  #withoutDebtor = 0;

  constructor(hasOtherLists: boolean) {
    this.#byId = new Debtors(hasOtherLists);
    this.#byName = new Debtors(hasOtherLists);
  }

  /** Adds a kept loan; answers what its debtor contradicts in the rows before. */
  add({ debtorId, debtorName }: Pick<ParsedLoan, "debtorId" | "debtorName">, place: number): readonly Contradiction[] {
    const id = debtorId === null ? none : this.#byId.texts.add(debtorId);
    return this.addNumbered(id, debtorName === null ? none : this.#byName.texts.add(debtorName), place);
  }

  /** The numbers under which `addNumbered` knows identifiers and names. */
  get ids(): KeyedTexts {
    return this.#byId.texts;
  }

  get names(): KeyedTexts {
    return this.#byName.texts;
  }

  /** The same by the numbers of identifier and name; −1 for none. */
  addNumbered(id: number, name: number, place: number): readonly Contradiction[] {
    if (id === none) {
      if (name === none) this.#withoutDebtor += 1;
      return name === none ? nothing : this.#addName(name, none, none, place);
    }
    const byId = this.#ofId(id, name, place);
    const namesake = this.#namesakes.at(byId);
    // Nearly all further loans of a debtor name it as the one before did.
    if (namesake !== none && this.#byId.first.at(byId) === name && this.#byName.first.at(namesake) === id) {
      this.#byName.addPlace(namesake, place);
      return nothing;
    }
    if (name === none) return nothing;
    return [...this.#otherName(byId, id, name), ...this.#addName(name, id, byId, place)];
  }

  #ofId(id: number, name: number, place: number): number {
    const number = this.#byId.numberOf(id, name);
    if (number === this.#namesakes.length) this.#namesakes.push(none);
    this.#byId.addPlace(number, place);
    return number;
  }

  #otherName(byId: number, id: number, name: number): readonly Contradiction[] {
    const { texts } = this.#byName;
    const first = this.#byId.first.at(byId);
    if (first === none || first === name || texts.keyOf(first) === texts.keyOf(name)) return nothing;
    const raw = `${this.#byId.texts.textOf(id)}: ${texts.textOf(first)} / ${texts.textOf(name)}`;
    return this.#tell({ field: "debtorName", code: "idWithTwoNames", raw }, this.#byId.texts.keyOf(id), texts.keyOf(name));
  }

  #addName(name: number, id: number, byId: number, place: number): readonly Contradiction[] {
    const before = this.#byName.count;
    const number = this.#byName.numberOf(name, id);
    this.#byName.addPlace(number, place);
    if (number === before) {
      if (byId !== none && this.#byId.first.at(byId) === name) this.#namesakes.set(byId, number);
      return nothing;
    }
    const known = this.#byName.first.at(number);
    if (id === none || known === none) {
      if (known === none) this.#byName.first.set(number, id);
      return nothing;
    }
    const { texts } = this.#byId;
    if (known === id || areOne(texts.textOf(known), texts.textOf(id))) return nothing;
    const raw = `${this.#byName.texts.textOf(name)}: ${texts.textOf(known)} / ${texts.textOf(id)}`;
    return this.#tell({ field: "debtorId", code: "nameWithTwoIds", raw }, this.#byName.texts.keyOf(name), texts.keyOf(id));
  }

  /** Each contradiction is told once. */
  #tell(contradiction: Contradiction, ...keys: readonly number[]): readonly Contradiction[] {
    const key = [contradiction.code, ...keys].join(" ");
    if (this.#told.has(key)) return nothing;
    this.#told.add(key);
    return [contradiction];
  }

  /** The loans of a debtor that another list names, by identifier or else by name. */
  loansOf(id: string | null, name: string | null): readonly number[] {
    const byId = id === null ? undefined : this.#byId.placesOf(id);
    const byName = name === null ? undefined : this.#byName.placesOf(name);
    return byId ?? byName ?? [];
  }

  /**
   * The debtor of a row by the numbers of its identifier and name, once all rows were added; −1 for a row with neither and for
   * one that names nobody. By identifier, else by name; a name belongs to the identifier that stands beside it first.
   */
  debtorOf(id: number, name: number): number {
    if (id !== none) return this.#byId.numberAt(id);
    const named = name === none ? none : this.#byName.numberAt(name);
    if (named === none) return none;
    const beside = this.#byName.first.at(named);
    return beside === none ? this.#byId.count + named : this.#byId.numberAt(beside);
  }

  /** The same by what is written, in any spelling: an identifier that no row has leaves the name to tell. */
  find(id: string | null, name: string | null): number {
    const byId = id === null ? none : this.#byId.find(id);
    const text = name === null ? none : this.#byName.texts.find(identifierKey(name));
    return byId === none ? this.debtorOf(none, text) : byId;
  }

  counts(): { readonly debtors: number; readonly loansWithoutDebtor: number } {
    let alone = 0;
    for (let number = 0; number < this.#byName.count; number += 1) if (this.#byName.first.at(number) === none) alone += 1;
    return { debtors: this.#byId.count + alone, loansWithoutDebtor: this.#withoutDebtor };
  }
}

const nothing: readonly Contradiction[] = [];

/** A citizen's number: six digits of place, a day of birth, three digits and a check sign. */
const citizen = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/** Two persons may share a name, and a company's old organisation code is part of its unified one. */
function areOne(first: string, second: string): boolean {
  const [a, b] = [identifierKey(first).replaceAll("-", ""), identifierKey(second).replaceAll("-", "")];
  if (a === b || (citizen.test(a) && citizen.test(b))) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length === 9 && long.length === 18 && long.slice(8, 17) === short;
}
