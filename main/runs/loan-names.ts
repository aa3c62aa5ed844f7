import { yieldToLoop } from "../jobs/yield-to-loop.ts";

/** What the loans of a run are called, in the order of its columns: ids of the database, and texts as `packNames` writes them. */
export interface LoanNames {
  readonly ids: Float64Array;
  readonly texts: Uint8Array;
}

/** Loans of a run of which the desk has its own word on something: ids of the database, and of each which parts, as bits (`editPartBit`). */
export interface EditedLoans {
  readonly ids: Float64Array;
  readonly parts: Uint8Array;
}

/** A loan as its list names it; without a contract number where its row was taken out before the run was saved. */
export interface NamedLoan {
  readonly id: number;
  readonly contractNo: string;
  readonly debtorName: string | null;
}

const loansPerSlice = 20_000;
/** Between two texts of a loan, and at its end: signs that no list has in a name. */
const [between, end] = ["\u001f", "\u001e"];
const plain = (text: string) => text.replaceAll(between, " ").replaceAll(end, " ");

/** Names as bytes, slice by slice, so that a million loans do not hold up the windows. */
export async function packNames(loans: readonly NamedLoan[]): Promise<LoanNames> {
  const encoder = new TextEncoder();
  const slices: Uint8Array[] = [];
  for (let at = 0; at < loans.length; at += loansPerSlice) {
    const slice = loans.slice(at, at + loansPerSlice);
    slices.push(encoder.encode(slice.map(({ contractNo, debtorName }) => `${plain(contractNo)}${between}${plain(debtorName ?? "")}${end}`).join("")));
    if (loans.length > loansPerSlice) await yieldToLoop();
  }
  const texts = new Uint8Array(slices.reduce((size, slice) => size + slice.length, 0));
  let offset = 0;
  for (const slice of slices) {
    texts.set(slice, offset);
    offset += slice.length;
  }
  return { ids: Float64Array.from(loans, ({ id }) => id), texts };
}

export function unpackNames({ ids, texts }: LoanNames): NamedLoan[] {
  const lines = new TextDecoder().decode(texts).split(end);
  return Array.from(ids, (id, at) => {
    const [contractNo = "", debtorName = ""] = (lines[at] ?? "").split(between);
    return { id, contractNo, debtorName: debtorName === "" ? null : debtorName };
  });
}
