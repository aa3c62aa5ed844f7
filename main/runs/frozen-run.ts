import { z } from "zod";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { type RunRecord, runRecordSchema } from "../../shared/domain/memo.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { storedCases } from "../../shared/domain/stored-shifts.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";
import type { PackageInput, PricedPackage } from "../engine/price-package.ts";
import type { PackageFacts } from "../packages/loaded-package.ts";
import type { PricedDeal, PriceTerms } from "../pricing/priced-deal.ts";
import { decodeColumns, deflateBytes, encodeColumns, hashBytes, inflateBytes, type NamedColumns } from "./column-file.ts";
import { hashContent } from "./content-hash.ts";
import type { EditedLoans, LoanNames } from "./loan-names.ts";
import { columnsOfRun, engineColumnsOf, pick, type StoredColumns, storedColumns, withoutOwn } from "./stored-columns.ts";

const factColumns = ["fiveTierClass", "securityKind", "litigationStage", "region"] as const;
/** A new column goes to the end; a run that lacks it had nothing of its kind. */
const resultColumns = ["collateralRecovery", "cashRecovery", "costs", "presentValue", "monthsToCash", "guarantorRecovery"] as const;

/** What a run says of itself. */
interface RunStatement {
  readonly name: string;
  readonly createdAt: string;
  readonly sources: unknown;
}

/** Of what a run holds, whatever it is called; null in a run that was saved before there was one. */
type ContentHash = string | null;

/** Parts of a run that are hashed as JSON, exactly as they are stored. */
export interface HashedParts {
  readonly terms: unknown;
  readonly result: unknown;
  readonly statement: RunStatement;
  readonly contentHash: ContentHash;
}

/** A run as it is stored: what went in, what came out, and a hash over each. */
export interface FrozenRun {
  readonly inputs: Uint8Array;
  readonly inputsHash: string;
  readonly loanResults: Uint8Array;
  readonly contentHash: ContentHash;
  readonly runHash: string;
}

/** The package as a run keeps it; the loans themselves may be gone once the import is undone. */
export interface FrozenPackage {
  readonly columns: PackageColumns;
  readonly facts: PackageFacts;
  readonly firstLoanId: number;
  readonly debtorCount: number;
  readonly stored: StoredColumns;
  /** What its loans are called; null in a run that was saved before runs kept it. */
  readonly names: LoanNames | null;
  /** What of its loans the desk had typed over; null where it had nothing, or the run was saved before runs kept it. */
  readonly edited: EditedLoans | null;
  /** The deal and the market table as they were; null in a run of the first version. */
  readonly record: RunRecord | null;
  /** The record as it is stored, to be hashed. */
  readonly storedRecord: unknown;
}

const packageHeader = z.object({
  firstLoanId: z.number().int(),
  debtorCount: z.number().int(),
  regions: z.array(z.string()),
  courts: z.array(z.string()).nullable().default(null),
  cutOffDate: z.string().nullable().default(null),
  record: z.unknown().default(null),
});

/** SHA-256 of the engine's columns and of the terms as they are stored. Ids of the database are left out: the same tape imported twice has the same hash. */
async function hashInputs({ columns, courts, cutOffDate }: StoredColumns, debtorCount: number, terms: unknown): Promise<string> {
  const facts = courts === null ? { debtorCount } : { debtorCount, courts, cutOffDate };
  return hashBytes(encodeColumns(columns, facts), canonicalJson(terms));
}

/** Of the columns that were priced, whatever the terms, without and with the desk's own estimates: two packages with the same hash have the same loans. */
export async function hashPackage({
  stored,
  debtorCount,
}: Pick<FrozenPackage, "stored" | "debtorCount">): Promise<{ readonly tape: string; readonly priced: string }> {
  const tape = { ...stored, columns: withoutOwn(stored.columns) };
  return { tape: await hashInputs(tape, debtorCount, null), priced: await hashInputs(stored, debtorCount, null) };
}

function encodeResults({ loanResults, allocatedFen }: PricedPackage): Uint8Array {
  const columns: Record<string, Float64Array> = { allocatedFen };
  for (const name of caseNames) for (const column of resultColumns) columns[`${name}.${column}`] = loanResults[name][column];
  for (const name of caseNames) {
    const { ownRecovery } = loanResults[name];
    if (ownRecovery !== null) columns[`${name}.ownRecovery`] = ownRecovery;
  }
  return encodeColumns(columns, null);
}

interface HashedOutput {
  readonly inputsHash: string;
  readonly facts: PackageFacts;
  readonly engineVersion: string;
  readonly result: unknown;
  /** Results per loan, as `encodeResults` gives them. */
  readonly loans: Uint8Array;
}

/** SHA-256 of what went in, the facts behind the strata, the engine's version and every number that came out. */
async function hashOutput({ inputsHash, facts, engineVersion, result, loans }: HashedOutput): Promise<string> {
  const factsHash = await hashBytes(encodeColumns(pick(factColumns, facts), { regions: facts.regions }));
  const loansHash = await hashBytes(loans);
  return hashBytes(canonicalJson({ inputsHash, factsHash, loansHash, seed: null, engineVersion, result }));
}

/** What a run says beside its numbers. */
interface RunFacts {
  readonly record: unknown;
  readonly names: LoanNames | null;
  readonly edited: EditedLoans | null;
  readonly statement: RunStatement;
  readonly contentHash: ContentHash;
}

/** The hash of a run of the first version is that of its result: it has no record, and says nothing of itself. Names of loans, what the desk edited and the hash of the content came later. */
async function hashStatement(resultHash: string, { record, names, edited, statement, contentHash }: RunFacts): Promise<string> {
  if (record === null) return resultHash;
  const named = names === null ? {} : { namesHash: await hashBytes(encodeColumns(nameColumns(names), null)) };
  const typed = edited === null ? {} : { editedHash: await hashBytes(encodeColumns(editedColumns(edited), null)) };
  const held = contentHash === null ? {} : { contentHash };
  return hashBytes(canonicalJson({ resultHash, record, ...named, ...typed, ...held, ...statement }));
}

const nameColumns = ({ ids, texts }: LoanNames): NamedColumns => ({ loanIds: ids, loanNames: texts });

const editedColumns = ({ ids, parts }: EditedLoans): NamedColumns => ({ editedLoans: ids, editedParts: parts });

/** Hashes of a pricing that is not saved: the same inputs give the same two, on any machine and under any name. */
export interface PricingHashes {
  readonly inputsHash: string;
  readonly resultHash: string;
}

export async function hashPricing({ loaded, terms, output }: HashedPricing): Promise<PricingHashes> {
  const inputsHash = await hashInputs(storedColumns(loaded), loaded.debtorCount, { ...terms, cases: storedCases(terms.cases) });
  const { result } = output;
  const { engineVersion } = result;
  return { inputsHash, resultHash: await hashOutput({ inputsHash, facts: loaded.facts, engineVersion, result, loans: encodeResults(output) }) };
}

/** The content hash of a stored run, worked out anew where it has one. */
async function contentOf(resultHash: string, { storedRecord: record, names, edited }: FrozenPackage, { statement, contentHash }: Omit<HashedParts, "result">) {
  return contentHash === null ? null : hashContent(resultHash, { record, names, edited, sources: statement.sources });
}

/** The run hash covers the hash of the result, the deal and market table that a memo prints, and what the run says of itself: name, time, sources. */
export async function hashRun(frozen: FrozenPackage, hashed: Omit<HashedParts, "result">, output: PricedPackage): Promise<string> {
  const { terms, statement } = hashed;
  const inputsHash = await hashInputs(frozen.stored, frozen.debtorCount, terms);
  const { result } = output;
  const { engineVersion } = result;
  const resultHash = await hashOutput({ inputsHash, facts: frozen.facts, engineVersion, result, loans: encodeResults(output) });
  const contentHash = await contentOf(resultHash, frozen, hashed);
  return hashStatement(resultHash, { record: frozen.storedRecord, names: frozen.names, edited: frozen.edited, statement, contentHash });
}

/** Whether a stored run still has the hashes with which it was saved. */
export async function isIntact(run: StoredHashes, frozen: FrozenPackage, hashed: HashedParts, loanResults: Uint8Array): Promise<boolean> {
  const inputsHash = await hashInputs(frozen.stored, frozen.debtorCount, hashed.terms);
  const { engineVersion } = run;
  // The bytes themselves, since a run of an earlier version has fewer columns than one of today.
  const loans = await inflateBytes(loanResults);
  const resultHash = await hashOutput({ inputsHash, facts: frozen.facts, engineVersion, result: hashed.result, loans });
  const contentHash = await contentOf(resultHash, frozen, hashed);
  const said = { record: frozen.storedRecord, names: frozen.names, edited: frozen.edited, statement: hashed.statement, contentHash };
  const runHash = await hashStatement(resultHash, said);
  return inputsHash === run.inputsHash && contentHash === run.contentHash && runHash === run.runHash && run.result.engineVersion === run.engineVersion;
}

/** What a run states beside its numbers. */
interface StoredHashes {
  readonly inputsHash: string;
  readonly contentHash: ContentHash;
  readonly runHash: string;
  readonly engineVersion: string;
  readonly result: Pick<PricingResult, "engineVersion">;
}

/** A pricing without the sources of its assumptions, which change no number. */
type HashedPricing = Omit<PricedDeal, "sources" | "assumptionSetId">;

export interface RunToFreeze extends HashedPricing {
  readonly statement: RunStatement;
  readonly record: RunRecord;
  readonly names: LoanNames;
  readonly edited: EditedLoans | null;
}

export async function freezeRun({ loaded, terms, output, statement, record, names, edited }: RunToFreeze): Promise<FrozenRun> {
  const { facts, ids, debtorCount } = loaded;
  const stored = storedColumns(loaded);
  const { inputsHash, resultHash } = await hashPricing({ loaded, terms, output });
  const header = { firstLoanId: ids.first, debtorCount, regions: facts.regions, courts: stored.courts, cutOffDate: stored.cutOffDate, record };
  const contentHash = await hashContent(resultHash, { record, names, edited, sources: statement.sources });
  const said = { ...nameColumns(names), ...(edited === null ? {} : editedColumns(edited)) };
  return {
    inputs: await deflateBytes(encodeColumns({ ...stored.columns, ...pick(factColumns, facts), ...said }, header)),
    inputsHash,
    loanResults: await deflateBytes(encodeResults(output)),
    contentHash,
    runHash: await hashStatement(resultHash, { record, names, edited, statement, contentHash }),
  };
}

export async function thawPackage(inputs: Uint8Array): Promise<FrozenPackage> {
  const { columns, facts } = decodeColumns(await inflateBytes(inputs));
  const { regions, courts, cutOffDate, firstLoanId, debtorCount, record } = packageHeader.parse(facts);
  const stored = { columns: columnsOfRun(columns), courts, cutOffDate };
  // Written by freezeRun beside the engine's columns.
  const factsOfRun = { ...pick(factColumns, columns as unknown as Omit<PackageFacts, "regions">), regions };
  return {
    columns: engineColumnsOf(stored),
    facts: factsOfRun,
    firstLoanId,
    debtorCount,
    stored,
    names: namesOf(columns),
    edited: editedOf(columns),
    record: record === null ? null : runRecordSchema.parse(record),
    storedRecord: record,
  };
}

function namesOf({ loanIds, loanNames }: NamedColumns): LoanNames | null {
  return loanIds instanceof Float64Array && loanNames instanceof Uint8Array ? { ids: loanIds, texts: loanNames } : null;
}

function editedOf({ editedLoans, editedParts }: NamedColumns): EditedLoans | null {
  return editedLoans instanceof Float64Array && editedParts instanceof Uint8Array ? { ids: editedLoans, parts: editedParts } : null;
}

export async function thawResults(result: PricingResult, bytes: Uint8Array): Promise<PricedPackage> {
  const { columns } = decodeColumns(await inflateBytes(bytes));
  // Written by encodeResults: numbers only.
  const numbers = columns as Readonly<Record<string, Float64Array>>;
  const allocatedFen = numbers["allocatedFen"] ?? new Float64Array(0);
  const take = (name: string) => numbers[name] ?? new Float64Array(allocatedFen.length);
  const results = caseNames.map((name) => [
    name,
    { ...Object.fromEntries(resultColumns.map((column) => [column, take(`${name}.${column}`)])), ownRecovery: numbers[`${name}.ownRecovery`] ?? null },
  ]);
  return { result, allocatedFen, loanResults: Object.fromEntries(results) as Record<CaseName, LoanResults> };
}

/** What the engine needs to price a stored run again. */
export function replayInput(frozen: FrozenPackage, terms: PriceTerms): PackageInput {
  return { columns: frozen.columns, debtorCount: frozen.debtorCount, cutOffDate: frozen.stored.cutOffDate, ...terms };
}
