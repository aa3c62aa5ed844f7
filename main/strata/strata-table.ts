import type { StrataQuery } from "../../shared/contract/strata-channels.ts";
import type { StrataCut, StrataLine, StrataMeasure, StrataTable } from "../../shared/domain/strata.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { concentrationIndex } from "../engine/numbers/concentration-index.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { idAt, placeOfId } from "../tapes/loan-ids.ts";
import { type CutLines, figuresOf, measureByStratum, type StrataFacts } from "./cut-strata.ts";
import { type LoanStrata, strataOf } from "./loan-strata.ts";
import { notStated } from "./strata-keys.ts";
import { readDebtorNames } from "./strata-queries.ts";

export interface StrataTableInput extends StrataFacts {
  readonly desk: DeskFile;
  /** Of each debtor the first loan that states its name. */
  readonly namedLoan: Uint32Array;
  readonly query: StrataQuery;
}

/** Columns that a table has at most beside that of all others: more are not read across. */
const mostColumns = 12;

/** The lines of a field: all codes and bands that have a loan, or the texts of the largest measure with one line for the others. */
function linesOf(strata: LoanStrata, measures: Float64Array, loans: Float64Array, most: number): CutLines {
  const { places, count, isOrdered } = strata;
  const filled = Array.from({ length: count }, (_, place) => place).filter((place) => (loans[place] ?? 0) > 0);
  const ranked = isOrdered ? filled : filled.sort((one, other) => (measures[other] ?? 0) - (measures[one] ?? 0) || one - other);
  const shown = isOrdered || ranked.length <= most + 1 ? ranked : ranked.slice(0, most);
  const rest = ranked.length - shown.length;
  const hasMissing = (loans[count] ?? 0) > 0;
  const lineOfPlace = new Uint32Array(count + 1).fill(shown.length + (hasMissing ? 1 : 0));
  for (const [line, place] of shown.entries()) lineOfPlace[place] = line;
  lineOfPlace[count] = shown.length;
  const lineOf = places.map((place) => lineOfPlace[place === notStated ? count : place] ?? 0);
  return { lineOf, strata: [...shown, ...(hasMissing ? [null] : []), ...(rest > 0 ? [notStated] : [])], rest };
}

const oneLine = (loanCount: number): CutLines => ({ lineOf: new Uint32Array(loanCount), strata: [null], rest: 0 });

/** Σ of squared shares of what is positive, times 10,000. */
export function concentrationOf(measures: Float64Array): number | null {
  const index = concentrationIndex(measures);
  return index === null ? null : 10_000 * index;
}

interface CutField {
  readonly strata: LoanStrata;
  readonly lines: CutLines;
  readonly measures: Float64Array;
  readonly loans: Float64Array;
}

function cutField(facts: StrataFacts, cut: StrataCut, measure: StrataMeasure, most: number): CutField {
  const strata = strataOf(facts, cut);
  const measures = measureByStratum(facts, strata, measure);
  const loans = measureByStratum(facts, strata, "loans");
  return { strata, measures, loans, lines: linesOf(strata, measures, loans, most) };
}

/** Cuts a package by one field or by two. */
export async function strataTable(input: StrataTableInput, context: TaskContext): Promise<StrataTable> {
  const { query, columns: packageColumns } = input;
  const rows = cutField(input, query.rows, query.measure, query.most);
  context.throwIfCancelled();
  const columns = query.columns === null ? null : cutField(input, query.columns, query.measure, Math.min(query.most, mostColumns));
  context.throwIfCancelled();
  const acrossLines = columns?.lines ?? oneLine(packageColumns.loanCount);
  const figures = figuresOf(input, rows.lines, acrossLines);
  const line = namer(input);
  return {
    rowsBy: query.rows,
    columnsBy: query.columns,
    measure: query.measure,
    ...figures,
    rows: await line(query.rows, rows),
    columns: columns === null || query.columns === null ? [{ member: null, rest: 0, name: null }] : await line(query.columns, columns),
    strata: rows.loans.filter((loans) => loans > 0).length,
    concentration: concentrationOf(rows.measures),
  };
}

/** Names lines; those of debtors by what the tape calls them. */
function namer({ desk, columns, namedLoan, ids }: StrataTableInput) {
  return async ({ field }: StrataCut, { strata, lines }: CutField): Promise<StrataLine[]> => {
    const plain = lines.strata.map((place): StrataLine => {
      if (place === notStated) return { member: null, rest: lines.rest, name: null };
      return { member: place === null ? null : strata.memberOf(place), rest: 0, name: null };
    });
    if (field !== "debtor") return plain;
    const loanIdOf = (member: string) => idAt(ids, namedLoan[columns.debtor[placeOfId(ids, Number(member)) ?? 0] ?? 0] ?? 0);
    const loanIds = plain.flatMap(({ member }) => (member === null ? [] : [loanIdOf(member)]));
    const connection = new WorkerConnection(desk);
    const names = await readDebtorNames(connection.kysely, loanIds).finally(() => connection.close());
    return plain.map((one) => (one.member === null ? one : { ...one, name: names.get(loanIdOf(one.member)) ?? null }));
  };
}
