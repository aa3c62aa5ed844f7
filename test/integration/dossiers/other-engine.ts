import { canonicalJson } from "../../../main/db/canonical-json.ts";
import { hashRun, thawPackage, thawResults } from "../../../main/runs/frozen-run.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";

interface Statement {
  readonly terms: unknown;
  readonly name: string;
  readonly createdAt: string;
  readonly sources: unknown;
  readonly result: PricingResult;
}

/** The run as an engine of another version would have saved it, whole by its own hash. */
export async function makeOtherEngine(statement: Buffer, inputs: Buffer, results: Buffer, engineVersion: string): Promise<Buffer> {
  const said = JSON.parse(statement.toString("utf8")) as Statement;
  const { terms, name, createdAt, sources } = said;
  const result = { ...said.result, engineVersion };
  const hashed = { terms, statement: { name, createdAt, sources }, contentHash: null };
  const runHash = await hashRun(await thawPackage(inputs), hashed, { ...(await thawResults(result, results)), result });
  return Buffer.from(canonicalJson({ ...said, engineVersion, contentHash: null, result, runHash }));
}
