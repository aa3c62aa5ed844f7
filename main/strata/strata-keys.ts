import { textStrata } from "../../shared/domain/strata.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import { idRanges, type LoanIds, PlaceFinder } from "../tapes/loan-ids.ts";
import { readStrataTexts } from "./strata-queries.ts";

/** Fields whose strata are words of the tape. */
const wordFields = ["fiveTierClass", "securityKind", "litigationStage", ...textStrata] as const;
type WordField = (typeof wordFields)[number];

/** Of each loan the place of its word, `notStated` where it has none: shared memory, which crosses to workers without a copy. */
export interface WordColumn {
  readonly places: Uint32Array;
  readonly words: readonly string[];
}
export type StrataKeys = Readonly<Record<WordField, WordColumn>>;

export interface StrataKeysInput {
  readonly desk: DeskFile;
  readonly ids: LoanIds;
}

export const notStated = 0xff_ff_ff_ff;
const loansPerSlice = 20_000;

/** Numbers the different words of a field as they come. */
class Words {
  readonly words: string[] = [];
  readonly places: Uint32Array;
  readonly #byWord = new Map<string, number>();

  constructor(loanCount: number) {
    this.places = sharedColumn.words(loanCount).fill(notStated);
  }

  write(loan: number, word: string | null): void {
    if (word === null) return;
    let place = this.#byWord.get(word);
    if (place === undefined) {
      place = this.words.push(word) - 1;
      this.#byWord.set(word, place);
    }
    this.places[loan] = place;
  }
}

/** Reads by what words the loans of a package can be told apart. */
export async function makeStrataKeys({ desk, ids }: StrataKeysInput, context: TaskContext): Promise<StrataKeys> {
  const connection = new WorkerConnection(desk);
  const make = () => new Words(ids.count);
  const columns = {
    fiveTierClass: make(),
    securityKind: make(),
    litigationStage: make(),
    region: make(),
    court: make(),
    branch: make(),
    product: make(),
    industry: make(),
  };
  try {
    const places = new PlaceFinder(ids);
    for (const range of idRanges(ids, loansPerSlice)) {
      context.throwIfCancelled();
      for (const row of await readStrataTexts(connection.kysely, range)) {
        const loan = places.of(row.id);
        if (loan === null) continue;
        columns.fiveTierClass.write(loan, row.five_tier_class);
        columns.securityKind.write(loan, row.security_kind);
        columns.litigationStage.write(loan, row.litigation_stage);
        for (const field of textStrata) columns[field].write(loan, row[field]);
      }
    }
  } finally {
    connection.close();
  }
  const plain = ({ places, words }: Words): WordColumn => ({ places, words });
  return {
    fiveTierClass: plain(columns.fiveTierClass),
    securityKind: plain(columns.securityKind),
    litigationStage: plain(columns.litigationStage),
    region: plain(columns.region),
    court: plain(columns.court),
    branch: plain(columns.branch),
    product: plain(columns.product),
    industry: plain(columns.industry),
  };
}
