import { fieldRecord, ownRowFields, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { MappingConfidence } from "../../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { displayCell } from "../cells/cell-text.ts";
import { codeParser } from "../cells/parse-code.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import { type MoneyWords, readMoneyWords } from "../words/money-words.ts";
import { type AmountMeaning, isGrantedAmount, readAmountHeader } from "./amount-header.ts";
import { type AmountColumn, areConverted, type ChosenAmounts, type ClaimColumns, chooseParts, choosePrincipal } from "./choose-amounts.ts";
import type { HeaderColumn } from "./find-header.ts";
import { type HeaderMatch, matchHeader, type SheetKind } from "./header-dictionary.ts";
import type { UnitStatement } from "./unit-statement.ts";

interface FieldProposal {
  readonly field: TapeField | null;
  readonly confidence: MappingConfidence;
  /** Other fields that fit. */
  readonly alternatives: readonly TapeField[];
}

/** A column of a header with what it says of its unit. */
export interface ProposedColumn extends HeaderColumn {
  readonly statement: UnitStatement;
}

export interface ProposedFields {
  /** One for each column, in their order. */
  readonly proposals: readonly FieldProposal[];
  /** Sums for which several readings of the columns are as good. */
  readonly openFields: readonly TapeField[];
  /** The one currency that all rows state, where it isn't the yuan. */
  readonly listCurrency: string | null;
  /** Units that a column of units states for its rows. */
  readonly rowUnits: readonly TapeUnit[];
}

const unknown: FieldProposal = { field: null, confidence: "none", alternatives: [] };

/** The field of each column of a list, from its header and, where several columns claim one sum, from the amounts in them. */
export function proposeFields(columns: readonly ProposedColumn[], kind: SheetKind, rows: readonly RawRow[], sheetUnit: TapeUnit | null): ProposedFields {
  const matches = withStandIns(columns.map((column) => matchHeader(column.fullHeader, kind)));
  const items = kind === "loans" ? collateralOfRows(columns, matches) : new Map<number, TapeField>();
  const byWords = matches.map((_, position): FieldProposal => {
    const item = items.get(position);
    if (item !== undefined) return { field: item, confidence: "likely", alternatives: [] };
    const proposal = proposeByWords(position, matches);
    const isUnits = proposal.field !== "amountUnit" || unitsOfRows(columns[position]?.index ?? -1, rows) !== null;
    return isUnits ? proposal : unknown;
  });
  const unitColumn = columns[byWords.findIndex(({ field }) => field === "amountUnit")];
  const rowUnits = unitColumn === undefined ? [] : [...new Set((unitsOfRows(unitColumn.index, rows) ?? []).flatMap(({ unit }) => unit ?? []))];
  if (kind !== "loans") return { proposals: byWords, openFields: [], listCurrency: null, rowUnits };
  const sums = chooseSums(columns, byWords, rows, sheetUnit);
  // Amounts that are in yuan already are no other currency's, whatever the loans are in.
  const isConverted = sums.every(({ chosen, candidates }) => chosen.columns.length === 0 || areConverted(chosen.columns, candidates));
  const listCurrency = isConverted ? null : oneOtherCurrency(columns[byWords.findIndex(({ field }) => field === "currency")]?.index, rows);
  const proposals = byWords.map((proposal, position): FieldProposal => {
    const index = columns[position]?.index ?? -1;
    if ((listCurrency !== null || isConverted) && proposal.field === "currency") return { field: null, confidence: "ambiguous", alternatives: ["currency"] };
    const sum = sums.find(({ candidates }) => candidates.some((candidate) => candidate.index === index));
    if (sum === undefined) return proposal;
    const isChosen = sum.chosen.columns.some((column) => column.index === index);
    const isAlone = sum.candidates.length === sum.chosen.columns.length;
    // What was paid or once lent stands for the sum only where a list has nothing else.
    const own = sum.candidates.find((candidate) => candidate.index === index);
    if (own?.meaning.extent === "other" && sum.candidates.some(({ meaning }) => meaning.extent !== "other")) return unknown;
    if (isChosen) return { field: sum.field, confidence: isAlone ? "certain" : "likely", alternatives: [] };
    return { field: null, confidence: "ambiguous", alternatives: [sum.field] };
  });
  return { proposals, openFields: sums.flatMap(({ field, chosen }) => (chosen.isOpen ? [field] : [])), listCurrency, rowUnits };
}

/**
 * Columns in which a loan's row states what secures it, by their position: only where an appraisal stands among them beside
 * what is appraised, and only under headers that are a field of collateral word for word and none of a loan.
 */
function collateralOfRows(columns: readonly ProposedColumn[], matches: readonly (readonly HeaderMatch[])[]): ReadonlyMap<number, TapeField> {
  const items = new Map<number, TapeField>();
  const taken = new Set<TapeField>();
  for (const [position, { fullHeader }] of columns.entries()) {
    const [match] = matchHeader(fullHeader, "collateral");
    const isOfLoan = (matches[position] ?? []).length > 0;
    if (isOfLoan || match?.score !== 1 || taken.has(match.field) || !ownRowFields.some((field) => field === match.field)) continue;
    items.set(position, match.field);
    taken.add(match.field);
  }
  const isItem = taken.has("appraisal") && (taken.has("collateralKind") || taken.has("address") || taken.has("assetNo"));
  return isItem ? items : new Map();
}

/** The units and currencies that the cells of a column state; null where a cell speaks of something else, or none speaks. */
function unitsOfRows(index: number, rows: readonly RawRow[]): readonly MoneyWords[] | null {
  const words: MoneyWords[] = [];
  for (const { cells } of rows) {
    const text = displayCell(cells[index]);
    if (text === "") continue;
    const read = readMoneyWords(text);
    if (read === null) return null;
    words.push(read);
  }
  return words.length === 0 ? null : words;
}

const parseCurrency = codeParser("currency");

/** Where every row states one currency that isn't the yuan, the list is in it, or converted: the user says which. */
function oneOtherCurrency(index: number | undefined, rows: readonly RawRow[]): string | null {
  if (index === undefined) return null;
  const stated = new Set(
    rows.flatMap(({ cells }) => {
      const parsed = parseCurrency(cells[index]);
      return parsed.kind === "missing" ? [] : [parsed.kind === "code" ? parsed.code : null];
    }),
  );
  const [only] = stated;
  return stated.size === 1 && only !== undefined && only !== null && only !== "CNY" ? only : null;
}

/** A drawdown's number stands in for the contract's in a list that has none. */
function withStandIns(matches: readonly (readonly HeaderMatch[])[]): readonly (readonly HeaderMatch[])[] {
  if (matches.some(([match]) => match?.field === "contractNo")) return matches;
  return matches.map((list) => list.map((match) => (match.field === "drawdownNo" ? { ...match, field: "contractNo" } : match)));
}

/** The field of a column, unless another column claims it as well or better. */
function proposeByWords(position: number, matches: readonly (readonly HeaderMatch[])[]): FieldProposal {
  const own = matches[position] ?? [];
  const [best] = own;
  const alternatives = own.slice(1).map(({ field }) => field);
  if (best === undefined) return unknown;
  if (alternatives.length > 0) return { field: null, confidence: "ambiguous", alternatives: own.map(({ field }) => field) };
  const isAdded = fieldRecord(best.field).kind === "names";
  const rivals = matches.flatMap((list, at) => (at !== position && list.length === 1 && list[0]?.field === best.field ? [{ at, score: list[0].score }] : []));
  const isBeaten = !isAdded && rivals.some(({ at, score }) => score > best.score || (score === best.score && at < position));
  if (isBeaten) return { field: null, confidence: "ambiguous", alternatives: [best.field] };
  const isTied = !isAdded && rivals.some(({ score }) => score === best.score);
  return { field: best.field, confidence: isTied ? "ambiguous" : best.score === 0.6 ? "likely" : "certain", alternatives: [] };
}

/** What the headers say of amounts; what was lent may be the principal only where a list has nothing else. */
function withGranted(columns: readonly ProposedColumn[]): readonly { readonly column: ProposedColumn; readonly meaning: AmountMeaning | null }[] {
  const read = columns.map((column) => ({ column, meaning: readTwin(column, columns) }));
  if (read.some(({ meaning }) => meaning?.field === "principal")) return read;
  return read.map(({ column, meaning }) => ({ column, meaning: meaning ?? (isGrantedAmount(column.fullHeader) ? granted : null) }));
}

const granted: AmountMeaning = {
  field: "principal",
  extent: "other",
  kinds: new Set(),
  division: null,
  isBalance: false,
  isNamed: false,
  isConverted: false,
};

/** 利息罚息 is interest and penalty, but beside 本金罚息 the penalty on the interest. */
function readTwin({ fullHeader }: ProposedColumn, columns: readonly ProposedColumn[]): AmountMeaning | null {
  const meaning = readAmountHeader(fullHeader);
  const isPenalty = meaning !== null && fullHeader.startsWith("利息罚息") && columns.some((other) => other.fullHeader.startsWith("本金罚息"));
  return isPenalty ? { ...meaning, extent: "part", division: "kind", kinds: new Set(["penalty"]) } : meaning;
}

interface ChosenSum {
  readonly field: "principal" | "interest" | "fees";
  readonly candidates: readonly AmountColumn[];
  readonly chosen: ChosenAmounts;
}

function chooseSums(columns: readonly ProposedColumn[], byWords: readonly FieldProposal[], rows: readonly RawRow[], sheetUnit: TapeUnit | null): ChosenSum[] {
  const unitOf = (column: ProposedColumn): TapeUnit => column.statement.unit ?? sheetUnit ?? "yuan";
  const amounts = withGranted(columns).flatMap(({ column, meaning }): AmountColumn[] =>
    meaning === null ? [] : [{ index: column.index, unit: unitOf(column), currency: column.statement.currency, meaning }],
  );
  const of = (field: ChosenSum["field"]) => amounts.filter(({ meaning }) => meaning.field === field);
  const columnOf = (field: TapeField) => columns[byWords.findIndex((proposal) => proposal.field === field)];
  const found = choosePrincipal(of("principal"), rows);
  const totalColumn = columnOf("claimTotal");
  const total = totalColumn === undefined ? null : { index: totalColumn.index, unit: unitOf(totalColumn) };
  // A claim's balance beside its interest may hold it.
  const isClaim = found.columns.some(({ meaning }) => meaning.extent === "unknown" && !meaning.isNamed) && of("interest").length > 0;
  const principal = isClaim ? { columns: [], isOpen: true } : found;
  const claim: Omit<ClaimColumns, "others"> = { total, principal: principal.columns[0] ?? null };
  const fees = of("fees");
  const interest = chooseParts(of("interest"), rows, { ...claim, others: [fees, [], ...fees.map((column) => [column])] });
  const chosenFees = chooseParts(fees, rows, { ...claim, others: [interest.columns] });
  const sums: ChosenSum[] = [
    { field: "principal", candidates: of("principal"), chosen: principal },
    { field: "interest", candidates: of("interest"), chosen: interest },
    { field: "fees", candidates: fees, chosen: chosenFees },
  ];
  return sums.filter(({ candidates }) => candidates.length > 0);
}
