import { type QualityField, type QualityKind, qualityKind, qualityKinds } from "../../shared/domain/quality.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { RowException } from "./row-checks.ts";
import { holdsPrint, printOfLoan, rowPrint } from "./row-print.ts";

/** Exceptions of a kind: the row of each, its number, and whether nobody has confirmed it. */
export interface KindExceptions {
  readonly kind: QualityKind;
  readonly rowIds: Float64Array;
  readonly prints: Float64Array;
  /** The loan of each, and a number for what it says of it alone. */
  readonly loanIds: Float64Array;
  readonly said: Float64Array;
  readonly isOpen: Uint8Array;
}

/** Numbers in a row that grows: eight bytes each, and no object. */
class GrowingNumbers {
  #numbers = new Float64Array(64);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Float64Array(2 * this.#length);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  whole(): Float64Array {
    return this.#numbers.slice(0, this.#length);
  }
}

type Doubts = Pick<QualityField, "invalid" | "inconsistent" | "doubtful">;
const noDoubts: Doubts = { invalid: 0, inconsistent: 0, doubtful: 0 };

interface KindNumbers {
  readonly rowIds: GrowingNumbers;
  readonly prints: GrowingNumbers;
  readonly loanIds: GrowingNumbers;
  readonly said: GrowingNumbers;
}

/** Where a row in doubt stands: its id, and its loan's. */
interface RowPlace {
  readonly rowId: number;
  readonly loanId: number;
}

/** Whether what a confirmation covers holds an exception: by its row, or by its loan where it came from an earlier version. */
export function covers(rising: Float64Array, { kind, prints, loanIds, said }: Omit<KindExceptions, "isOpen">, place: number): boolean {
  return holdsPrint(rising, prints[place] ?? 0) || holdsPrint(rising, printOfLoan(kind, loanIds[place] ?? 0, said[place] ?? 0));
}

/** Gathers the exceptions of rows, 32 bytes each, and counts the fields that they put in doubt. */
export class ExceptionLog {
  readonly #kinds = new Map<QualityKind, KindNumbers>();
  readonly #doubts = new Map<string, Doubts>();

  add({ rowId, loanId }: RowPlace, exceptions: readonly RowException[]): void {
    for (const { kind, values } of exceptions) {
      const known = this.#kinds.get(kind) ?? {
        rowIds: new GrowingNumbers(),
        prints: new GrowingNumbers(),
        loanIds: new GrowingNumbers(),
        said: new GrowingNumbers(),
      };
      this.#kinds.set(kind, known);
      known.rowIds.push(rowId);
      known.prints.push(rowPrint(JSON.stringify([kind, rowId, ...values])));
      known.loanIds.push(loanId);
      known.said.push(rowPrint(JSON.stringify([kind, ...values])));
    }
    this.#count(exceptions);
  }

  /** Each field of the row once, whatever puts it in doubt. */
  #count(exceptions: readonly RowException[]): void {
    const aspects = new Map<string, Set<string>>();
    for (const { kind } of exceptions) {
      const { list, field, aspect } = qualityKind(kind);
      if (aspect === "unusual") continue;
      const key = `${list}/${field}`;
      aspects.set(key, (aspects.get(key) ?? new Set()).add(aspect));
    }
    for (const [key, found] of aspects) {
      const { invalid, inconsistent, doubtful } = this.#doubts.get(key) ?? noDoubts;
      this.#doubts.set(key, {
        invalid: invalid + (found.has("invalid") ? 1 : 0),
        inconsistent: inconsistent + (found.has("inconsistent") ? 1 : 0),
        doubtful: doubtful + 1,
      });
    }
  }

  doubtsOf(list: SheetList, field: TapeField): Doubts {
    return this.#doubts.get(`${list}/${field}`) ?? noDoubts;
  }

  /** All kinds of which there is any, in the order of their table; what a confirmation of the kind holds isn't open. */
  kinds(confirmed: readonly { readonly kind: QualityKind; readonly prints: Float64Array }[]): KindExceptions[] {
    const rising = confirmed.map(({ kind, prints }) => ({ kind, prints: prints.slice().sort() }));
    return qualityKinds.flatMap((kind) => {
      const known = this.#kinds.get(kind);
      if (known === undefined) return [];
      const own = rising.filter((one) => one.kind === kind);
      const numbers = { kind, rowIds: known.rowIds.whole(), prints: known.prints.whole(), loanIds: known.loanIds.whole(), said: known.said.whole() };
      const isOpen = Uint8Array.from(numbers.prints, (_, place) => (own.some((one) => covers(one.prints, numbers, place)) ? 0 : 1));
      return [{ ...numbers, isOpen }];
    });
  }
}
