import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type DealInput, newDeal } from "../../shared/contract/deal-channels.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { casesFromStored, storedCases } from "../../shared/domain/stored-shifts.ts";
import type { TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { builtInSetOf } from "../assumptions/built-in-sets.ts";
import { assertFileWritable } from "../files/write-atomically.ts";
import { type AssumptionFile, readAssumptionFile, readCasesFile } from "./assumption-file.ts";
import { choicesOfCall, mappingOfCall } from "./call-mapping.ts";
import { type CommandDesk, openCommandDesk } from "./command-desk.ts";
import { CommandError } from "./command-error.ts";
import type { PriceOptions } from "./command-options.ts";
import { type ExplainedBid, explainBids } from "./explain-bids.ts";

/** What `--out` writes. Rates are decimals, money is whole fen, flows are yuan by month. */
export interface PricedTape {
  readonly format: "dealdesk.price/1";
  readonly engineVersion: string;
  readonly tape: {
    readonly fileName: string;
    readonly sha256: string;
    readonly encoding: TapeInspection["encoding"];
    readonly delimiter: TapeInspection["delimiter"];
    readonly dealKind: DealKind;
    /** False where no `--deal-kind` was given and the package was taken as a corporate one. */
    readonly isDealKindStated: boolean;
    readonly cutOffDate: string | null;
    readonly mapping: TapeMapping;
    readonly report: TapeRecord["report"];
  };
  readonly assumptions: AssumptionFile["assumptions"];
  readonly cases: AssumptionFile["cases"];
  readonly sources: AssumptionFile["sources"];
  readonly result: PricingResult;
  /** SHA-256 of what went in, and of that with all that came out; the same call gives the same two. */
  readonly inputsHash: string;
  readonly resultHash: string;
  /** With `--simulate`: the distribution at the bid price in the base case; the same seed gives the same numbers. */
  readonly simulation?: Pick<SimulationResult, "seed" | "pathsHash" | "priceFen" | "distribution" | "meanAgainstPlan">;
  /** With `--explain`: how the highest bid of each case comes about. */
  readonly explained?: readonly ExplainedBid[];
  /** With `--loans`: the loans in the base case, by allocated price. */
  readonly loans?: readonly LoanRow[];
}

/** Loans asked for at once, the most that the contract allows. */
const loansPerPage = 500;

/** The built-in assumptions of the kind of deal, changed by the files and options of the call. */
export async function readTerms(
  options: Pick<PriceOptions, "dealKind" | "assumptionsPath" | "casesPath" | "hurdleRate" | "simulatedPaths" | "seed">,
): Promise<AssumptionFile> {
  const { assumptions, cases, sources } = builtInSetOf(options.dealKind ?? newDeal.kind);
  const base: AssumptionFile = { assumptions, cases: storedCases(cases), sources };
  const read = options.assumptionsPath === null ? base : await readAssumptionFile(options.assumptionsPath, base);
  const terms = options.casesPath === null ? read : { ...read, cases: await readCasesFile(options.casesPath, read.cases) };
  return withHurdle(withSimulation(terms, options), options.hurdleRate);
}

function withSimulation(terms: AssumptionFile, { simulatedPaths, seed }: Pick<PriceOptions, "simulatedPaths" | "seed">): AssumptionFile {
  const { simulation } = terms.assumptions;
  const changed = { ...simulation, paths: simulatedPaths ?? simulation.paths, seed: seed ?? simulation.seed };
  return { ...terms, assumptions: { ...terms.assumptions, simulation: changed } };
}

function withHurdle(terms: AssumptionFile, hurdleRate: number | null): AssumptionFile {
  if (hurdleRate === null) return terms;
  const isInRange = hurdleRate > -0.99 && hurdleRate <= 10;
  if (!isInRange) throw new CommandError("badValue", { option: "--hurdle", value: hurdleRate, allowed: "−0.99 < r ≤ 10" });
  return { ...terms, assumptions: { ...terms.assumptions, hurdleRate } };
}

/** Imports the tape as the app does under the mapping that its inspection proposes, and prices it. */
export async function priceTape(options: PriceOptions, onEvent: (event: JobEvent) => void): Promise<PricedTape> {
  await assertReadable(options.tapePath);
  if (options.outPath !== null) await assertWritable(options.outPath);
  const terms = await readTerms(options);
  const desk = openCommandDesk(onEvent);
  try {
    return await priceOnDesk(desk, options, terms);
  } finally {
    await desk.close();
  }
}

async function priceOnDesk(desk: CommandDesk, options: PriceOptions, terms: AssumptionFile): Promise<PricedTape> {
  const { tapePath, encoding, delimiter, dealKind, bidPriceFen } = options;
  const fileToken = desk.admit(resolve(tapePath));
  const found = await desk.tapes.inspect(fileToken, { encoding, delimiter });
  const inspection =
    options.role === null ? found : await desk.tapes.inspect(fileToken, { encoding, delimiter, headerChoices: choicesOfCall(found, options.role) });
  const mapping = mappingOfCall(inspection, options);
  const deal = await desk.deals.create(dealOf(options));
  const record = await desk.tapes.import({ dealId: deal.id, fileToken, encoding, delimiter, mapping, mayLackCutOff: true });
  const edit = { assumptions: terms.assumptions, cases: casesFromStored(terms.cases), bidPriceFen };
  await desk.pricing.price(deal.id, edit);
  const { result } = (await desk.pricing.whole(deal.id)).output;
  const hashes = await desk.runs.hashes(deal.id);
  const simulation = options.simulatedPaths === null ? {} : { simulation: await simulate(desk, deal.id) };
  const explained = options.explains ? { explained: await explainBids(desk, deal.id) } : {};
  const loans = options.listsLoans ? { loans: await listLoans(desk, deal.id) } : {};
  return {
    format: "dealdesk.price/1",
    engineVersion: result.engineVersion,
    tape: {
      fileName: record.fileName,
      sha256: record.fileSha256,
      encoding: inspection.encoding,
      delimiter: inspection.delimiter,
      dealKind: deal.kind,
      isDealKindStated: dealKind !== null,
      cutOffDate: (await desk.deals.get(deal.id)).cutOffDate,
      mapping,
      report: record.report,
    },
    ...terms,
    result,
    ...hashes,
    ...simulation,
    ...explained,
    ...loans,
  };
}

function dealOf({ tapePath, dealKind, cutOffDate }: PriceOptions): DealInput {
  return { ...newDeal, name: basename(tapePath).slice(0, 120), kind: dealKind ?? newDeal.kind, process: "negotiated", cutOffDate };
}

async function simulate(desk: CommandDesk, dealId: number): Promise<NonNullable<PricedTape["simulation"]>> {
  const { seed, pathsHash, priceFen, distribution, meanAgainstPlan } = await desk.simulations.run(dealId);
  return { seed, pathsHash, priceFen, distribution, meanAgainstPlan };
}

async function listLoans(desk: CommandDesk, dealId: number): Promise<LoanRow[]> {
  const loans: LoanRow[] = [];
  const query = { caseName: "base", limit: loansPerPage, sortBy: "allocatedFen", descending: true, search: "" } as const;
  for (;;) {
    const { total, rows } = await desk.pricing.loans(dealId, { ...query, offset: loans.length });
    loans.push(...rows);
    if (rows.length === 0 || loans.length >= total) return loans;
  }
}

async function assertReadable(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new CommandError("fileNotFound", { file: basename(path) });
}

/** Looked at before the work, so that a long pricing isn't lost to a wrong path. */
export async function assertWritable(path: string): Promise<void> {
  await assertFileWritable(resolve(path)).catch(() => {
    throw new CommandError("notWritable", { file: basename(path) });
  });
}
