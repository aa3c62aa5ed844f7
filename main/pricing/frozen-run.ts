import { z } from "zod";
import type { PricingRun } from "../../shared/contract/pricing-channels.ts";
import type { Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import type { LoanResults, PackageColumns } from "../engine/engine-types.ts";
import { canonicalJson } from "./canonical-json.ts";
import { decodeColumns, deflateBytes, encodeColumns, hashBytes, inflateBytes, type NamedColumns } from "./column-file.ts";
import type { LoadedPackage, PackageFacts } from "./loaded-package.ts";
import type { PriceInput, PriceOutput } from "./pricing-tasks.ts";

const engineColumns = [
  "upb",
  "interest",
  "fees",
  "segment",
  "stage",
  "fillMask",
  "collateralStart",
  "appraisal",
  "collateralKind",
  "lienRank",
  "seniorClaims",
  "securedCap",
  "debtorIsCompany",
  "failedChecks",
  "court",
  "asset",
  "priorityClaims",
  "collateralHold",
  "rivalClaims",
  "guarantorStart",
  "guarantorCap",
  "guaranteeExpired",
] as const;
const factColumns = ["fiveTierClass", "securityKind", "litigationStage", "region"] as const;
const resultColumns = ["collateralRecovery", "cashRecovery", "costs", "presentValue", "monthsToCash"] as const;

/** Terms on which a package was priced. */
export interface PriceTerms {
  readonly assumptions: Assumptions;
  readonly cases: Cases;
  readonly bidPriceFen: number | null;
}

/** A run as it is stored: what went in, what came out, and a hash over each. */
export interface FrozenRun {
  readonly inputs: Uint8Array;
  readonly inputsHash: string;
  readonly loanResults: Uint8Array;
  readonly runHash: string;
}

/** The package as a run keeps it; the loans themselves may be gone once the import is undone. */
export interface FrozenPackage {
  readonly columns: PackageColumns;
  readonly facts: PackageFacts;
  readonly firstLoanId: number;
  readonly debtorCount: number;
}

const packageHeader = z.object({ firstLoanId: z.number().int(), debtorCount: z.number().int(), regions: z.array(z.string()) });

function pick<T, K extends keyof T>(names: readonly K[], source: T): Pick<T, K> {
  // Exactly the named keys, each with the source's own value.
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Pick<T, K>;
}

/** SHA-256 of the engine's columns and terms. Ids of the database are left out: the same tape imported twice has the same hash. */
async function hashInputs({ columns, debtorCount }: FrozenPackage, terms: PriceTerms): Promise<string> {
  return hashBytes(encodeColumns(pick(engineColumns, columns), { debtorCount }), canonicalJson(terms));
}

function encodeResults({ loanResults, allocatedFen }: PriceOutput): Uint8Array {
  const columns: Record<string, Float64Array> = { allocatedFen };
  for (const name of caseNames) for (const column of resultColumns) columns[`${name}.${column}`] = loanResults[name][column];
  return encodeColumns(columns, null);
}

async function hashOutput(inputsHash: string, facts: PackageFacts, output: PriceOutput): Promise<string> {
  const factsHash = await hashBytes(encodeColumns(pick(factColumns, facts), { regions: facts.regions }));
  const loansHash = await hashBytes(encodeResults(output));
  return hashBytes(canonicalJson({ inputsHash, factsHash, loansHash, seed: null, engineVersion: output.result.engineVersion, result: output.result }));
}

/** The run hash covers the inputs' hash, the facts behind the strata, the engine's version and every number that came out. */
export async function hashRun(frozen: FrozenPackage, terms: PriceTerms, output: PriceOutput): Promise<string> {
  return hashOutput(await hashInputs(frozen, terms), frozen.facts, output);
}

/** Whether a stored run still has the hashes and the engine's version with which it was saved. */
export async function isIntact(run: PricingRun, frozen: FrozenPackage, terms: PriceTerms, output: PriceOutput): Promise<boolean> {
  const inputsHash = await hashInputs(frozen, terms);
  const runHash = await hashOutput(inputsHash, frozen.facts, output);
  return inputsHash === run.inputsHash && runHash === run.runHash && output.result.engineVersion === run.engineVersion;
}

export async function freezeRun(loaded: LoadedPackage, terms: PriceTerms, output: PriceOutput): Promise<FrozenRun> {
  const { columns, facts, firstLoanId, debtorCount } = loaded;
  const inputsHash = await hashInputs(loaded, terms);
  const frozen: NamedColumns = { ...pick(engineColumns, columns), ...pick(factColumns, facts) };
  return {
    inputs: await deflateBytes(encodeColumns(frozen, { firstLoanId, debtorCount, regions: facts.regions })),
    inputsHash,
    loanResults: await deflateBytes(encodeResults(output)),
    runHash: await hashOutput(inputsHash, facts, output),
  };
}

export async function thawPackage(inputs: Uint8Array): Promise<FrozenPackage> {
  const { columns, facts } = decodeColumns(await inflateBytes(inputs));
  const { regions, firstLoanId, debtorCount } = packageHeader.parse(facts);
  // The types of the columns are in the bytes, written by freezeRun.
  const frozen = columns as unknown as Omit<PackageColumns, "loanCount"> & Omit<PackageFacts, "regions">;
  const engine = { ...pick(engineColumns, frozen), courts: [], estimates: null, loanCount: frozen.upb.length };
  return { columns: engine, facts: { ...pick(factColumns, frozen), regions }, firstLoanId, debtorCount };
}

export async function thawResults(result: PricingResult, bytes: Uint8Array): Promise<PriceOutput> {
  const { columns } = decodeColumns(await inflateBytes(bytes));
  // Written by encodeResults: numbers only.
  const numbers = columns as Readonly<Record<string, Float64Array>>;
  const take = (name: string) => numbers[name] ?? new Float64Array(0);
  const results = caseNames.map((name) => [name, Object.fromEntries(resultColumns.map((column) => [column, take(`${name}.${column}`)]))]);
  return { result, allocatedFen: take("allocatedFen"), loanResults: Object.fromEntries(results) as Record<CaseName, LoanResults> };
}

/** What the engine needs to price a stored run again. */
export function replayInput(frozen: FrozenPackage, terms: PriceTerms): PriceInput {
  return { columns: frozen.columns, debtorCount: frozen.debtorCount, ...terms };
}
