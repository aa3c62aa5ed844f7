import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { z } from "zod";
import type { RunVerdict } from "../../shared/domain/dossier.ts";
import { pricingResultSchema } from "../../shared/domain/pricing-results.ts";
import { termsFrom } from "../assumptions/stored-terms.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import { ENGINE_VERSION, type PackageInput, type PricedPackage } from "../engine/price-package.ts";
import { firstDifference } from "./first-difference.ts";
import { hashRun, isIntact, replayInput, thawPackage, thawResults } from "./frozen-run.ts";
import type { StoredRun } from "./run-queries.ts";

/** A run outside of the desk that saved it: what its hashes were taken over, as it was stored. */
export interface SealedRun {
  /** Everything but the columns. */
  readonly statement: string;
  readonly inputs: Uint8Array;
  readonly results: Uint8Array;
}

const statementSchema = z.object({
  name: z.string(),
  createdAt: z.string(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  contentHash: z.string().nullable(),
  runHash: z.string(),
  terms: z.object({ assumptions: z.unknown(), cases: z.unknown(), bidPriceFen: z.number().int().nullable() }),
  sources: z.unknown(),
  result: z.unknown(),
});

/** More than the columns of a million loans come to. */
const mostUnpackedBytes = 1024 ** 3;
const inflateBounded = promisify(inflate);

export function sealRun({ run, hashed, inputs, loanResults }: StoredRun): SealedRun {
  const { engineVersion, inputsHash, contentHash, runHash } = run;
  const { terms, result, statement } = hashed;
  const { name, createdAt, sources } = statement;
  return {
    statement: canonicalJson({ name, createdAt, engineVersion, inputsHash, contentHash, runHash, terms, sources, result }),
    inputs,
    results: loanResults,
  };
}

/** Refused before they are unpacked where they would come to more than any package does. */
async function assertBounded(bytes: Uint8Array): Promise<void> {
  await inflateBounded(bytes, { maxOutputLength: mostUnpackedBytes });
}

/**
 * Prices a sealed run again. `altered` where it no longer has its own hashes; `otherEngine` where another version of the engine
 * made it, which this one can't repeat to the bit; `unreadable` where it is no run at all.
 */
export async function replaySealed(sealed: SealedRun, reprice: (input: PackageInput) => Promise<PricedPackage> | PricedPackage): Promise<RunVerdict> {
  try {
    return await verdictOf(sealed, reprice);
  } catch {
    return { kind: "unreadable" };
  }
}

async function verdictOf(
  { statement, inputs, results }: SealedRun,
  reprice: (input: PackageInput) => Promise<PricedPackage> | PricedPackage,
): Promise<RunVerdict> {
  const { name, createdAt, terms, sources, result, ...said } = statementSchema.parse(JSON.parse(statement));
  await assertBounded(inputs);
  await assertBounded(results);
  const frozen = await thawPackage(inputs);
  const hashed = { terms, statement: { name, createdAt, sources }, contentHash: said.contentHash };
  const stored = pricingResultSchema.parse(result);
  if (!(await isIntact({ ...said, result: stored }, frozen, { ...hashed, result }, results))) return { kind: "altered" };
  if (said.engineVersion !== ENGINE_VERSION) return { kind: "otherEngine", saved: said.engineVersion, present: ENGINE_VERSION };
  const { assumptions, cases } = termsFrom({
    assumptions: JSON.stringify(terms.assumptions),
    cases: JSON.stringify(terms.cases),
    sources: JSON.stringify(sources),
  });
  const output = await reprice(replayInput(frozen, { assumptions, cases, bidPriceFen: terms.bidPriceFen }));
  if ((await hashRun(frozen, hashed, output)) === said.runHash) return { kind: "equal" };
  const difference = firstDifference({ result, loans: await thawResults(stored, results) }, { result: output.result, loans: output });
  return { kind: "differs", ...difference };
}
