import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import { idRanges, type LoanIds, PlaceFinder } from "../tapes/loan-ids.ts";
import { type LoanTextColumn, readLoanTexts } from "./loan-row-queries.ts";
import { TextRanks } from "./text-keys.ts";

/** By what the loans of one reading are ordered and found, made once: shared memory, which crosses to workers without a copy. */
export interface LoanKeys {
  /** The place of each loan's text in the order of all. */
  readonly ranks: Readonly<Record<LoanTextColumn, Uint32Array>>;
  /** Contract number and debtor of each loan as UTF-8 in lower case, a line each. */
  readonly searched: Uint8Array;
  /** Where each loan's part of it begins, and the end. */
  readonly starts: Float64Array;
}

/** The loans of a tape, and the revision of what they are ordered and found by. */
export interface NamedLoans {
  readonly tapeId: number;
  readonly namesRevision: number;
  readonly ids: LoanIds;
}

const loansPerSlice = 20_000;
const firstBytes = 1 << 20;

/** Letters whose case a search leaves out: the Latin ones, whose bytes in UTF-8 are no part of others. */
function lowered(text: string): string {
  if (!/[A-Z]/.test(text)) return text;
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Texts one behind the other, in memory that grows. */
class TextBytes {
  #bytes = Buffer.allocUnsafe(firstBytes);
  #length = 0;

  add(text: string): number {
    const most = 3 * text.length;
    if (this.#length + most > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(2 * this.#bytes.length + most);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#length += this.#bytes.write(text, this.#length);
    return this.#length;
  }

  shared(): Uint8Array {
    const bytes = sharedColumn.codes(this.#length);
    bytes.set(this.#bytes.subarray(0, this.#length));
    return bytes;
  }
}

/** Reads the texts of a package's loans and makes the keys. */
export async function makeLoanKeys(desk: DeskFile, ids: LoanIds, context: TaskContext): Promise<LoanKeys> {
  const connection = new WorkerConnection(desk);
  const ranks = { contract_no: new TextRanks(), debtor_name: new TextRanks(), region: new TextRanks() };
  const searched = new TextBytes();
  const starts = sharedColumn.numbers(ids.count + 1);
  try {
    const places = new PlaceFinder(ids);
    for (const range of idRanges(ids, loansPerSlice)) {
      context.throwIfCancelled();
      for (const { id, contract_no, debtor_name, region } of await readLoanTexts(connection.kysely, range)) {
        const index = places.of(id);
        if (index === null) continue;
        starts[index + 1] = searched.add(`${lowered(contract_no)}\n${lowered(debtor_name ?? "")}\n`);
        ranks.contract_no.add(contract_no);
        ranks.debtor_name.add(debtor_name ?? "");
        ranks.region.add(region ?? "");
      }
    }
  } finally {
    connection.close();
  }
  const ranked = (column: LoanTextColumn) => ranks[column].ranks(sharedColumn.words(ids.count));
  const all = { contract_no: ranked("contract_no"), debtor_name: ranked("debtor_name"), region: ranked("region") };
  return { ranks: all, searched: searched.shared(), starts };
}

/** 1 for each loan whose contract number or debtor holds the text, whatever the case of Latin letters. */
export function searchLoans({ searched, starts }: Pick<LoanKeys, "searched" | "starts">, text: string): Uint8Array {
  const loanCount = starts.length - 1;
  const hits = sharedColumn.codes(loanCount);
  // A line holds no other.
  if (text.includes("\n")) return hits;
  const bytes = Buffer.from(searched.buffer, searched.byteOffset, searched.byteLength);
  const wanted = Buffer.from(lowered(text));
  let loan = 0;
  for (let found = bytes.indexOf(wanted); found >= 0; found = bytes.indexOf(wanted, starts[loan])) {
    loan = loanAt(starts, found, loan);
    hits[loan] = 1;
    loan += 1;
    if (loan === loanCount) break;
  }
  return hits;
}

/** The loan whose part holds a byte. */
function loanAt(starts: Float64Array, byte: number, from: number): number {
  let [low, high] = [from, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= byte) low = middle;
    else high = middle;
  }
  return low;
}
