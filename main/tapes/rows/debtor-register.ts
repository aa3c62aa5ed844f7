import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { RowProblem } from "./row-cells.ts";

interface Named {
  readonly text: string;
  /** Null where no other list asks for them. */
  readonly places: number[] | null;
}

/** A debtor by its identifier, with the name first given to it ("" for none). */
interface ById extends Named {
  /** What is known of that name, where it is known with this identifier and no other. */
  namesake: ByName | null;
}

/** A debtor by its name, with the identifier first given to it. */
interface ByName extends Named {
  id: string | null;
}

/** The debtors of the kept loans: how many they are, which loans are theirs, and where name and identifier don't go together. */
export class DebtorRegister {
  readonly #byId = new Map<string, ById>();
  readonly #byName = new Map<string, ByName>();
  readonly #told = new Set<string>();
  readonly #hasOtherLists: boolean;
  #withoutDebtor = 0;

  /** The loans of each debtor are kept only for other lists, which may name it. */
  constructor(hasOtherLists: boolean) {
    this.#hasOtherLists = hasOtherLists;
  }

  /** Adds a kept loan; answers what its debtor contradicts in the rows before. */
  add({ debtorId, debtorName }: ParsedLoan, place: number): readonly RowProblem[] {
    if (debtorId === null && debtorName === null) this.#withoutDebtor += 1;
    const byId = debtorId === null ? null : this.#ofId(debtorId, debtorName, place);
    // Nearly all further loans of a debtor name it as the one before did.
    if (byId !== null && byId.namesake !== null && byId.text === debtorName && byId.namesake.id === debtorId) {
      byId.namesake.places?.push(place);
      return noProblems;
    }
    const problems: RowProblem[] = [];
    if (byId !== null && debtorId !== null) problems.push(...this.#otherName(byId, debtorId, debtorName));
    if (debtorName !== null) problems.push(...this.#addName(debtorName, debtorId, byId, place));
    return problems;
  }

  #ofId(id: string, name: string | null, place: number): ById {
    const key = identifierKey(id);
    const known = this.#byId.get(key);
    if (known !== undefined) {
      known.places?.push(place);
      return known;
    }
    const added = { text: name ?? "", places: this.#placesFrom(place), namesake: null };
    this.#byId.set(key, added);
    return added;
  }

  #placesFrom(place: number): number[] | null {
    return this.#hasOtherLists ? [place] : null;
  }

  #otherName({ text }: ById, id: string, name: string | null): readonly RowProblem[] {
    if (name === null || text === "" || text === name || identifierKey(text) === identifierKey(name)) return noProblems;
    return this.#tell(`${identifierKey(id)}\n${identifierKey(name)}`, { field: "debtorName", code: "idWithTwoNames", raw: `${id}: ${text} / ${name}` });
  }

  #addName(name: string, id: string | null, byId: ById | null, place: number): readonly RowProblem[] {
    const key = identifierKey(name);
    const known = this.#byName.get(key);
    if (known === undefined) {
      const added = { text: name, places: this.#placesFrom(place), id };
      this.#byName.set(key, added);
      if (byId?.text === name) byId.namesake = added;
      return noProblems;
    }
    known.places?.push(place);
    if (id === null || known.id === null) {
      known.id ??= id;
      return noProblems;
    }
    if (known.id === id || areOne(known.id, id)) return noProblems;
    return this.#tell(`${key}\n${identifierKey(id)}`, { field: "debtorId", code: "nameWithTwoIds", raw: `${name}: ${known.id} / ${id}` });
  }

  /** Each contradiction is told once. */
  #tell(key: string, problem: RowProblem): readonly RowProblem[] {
    if (this.#told.has(key)) return [];
    this.#told.add(key);
    return [problem];
  }

  /** The loans of a debtor that another list names, by identifier or else by name. */
  loansOf(id: string | null, name: string | null): readonly number[] {
    const byId = id === null ? undefined : this.#byId.get(identifierKey(id));
    const byName = name === null ? undefined : this.#byName.get(identifierKey(name));
    return byId?.places ?? byName?.places ?? [];
  }

  /** By identifier, else by name; a row with the name only belongs to the debtor whose identifier another row gives. */
  counts(): { readonly debtors: number; readonly loansWithoutDebtor: number } {
    const alone = [...this.#byName.values()].filter(({ id }) => id === null).length;
    return { debtors: this.#byId.size + alone, loansWithoutDebtor: this.#withoutDebtor };
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
