import type { z } from "zod";

/** One channel of the contract: what goes in, what comes out, and what it changes. */
export interface Channel<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly in: In;
  readonly out: Out;
  readonly mode: "read" | "write";
  /** Names of the reads that answer differently once a write is done: the page reads again those that it shows. */
  readonly changes: readonly string[];
}

export const read = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) =>
  ({ in: input, out: output, mode: "read", changes: [] }) as const satisfies Channel<In, Out>;

export const write = <In extends z.ZodType, Out extends z.ZodType, const Changes extends readonly string[]>(
  input: In,
  output: Out,
  { changes }: { readonly changes: Changes },
) => ({ in: input, out: output, mode: "write", changes }) as const satisfies Channel<In, Out>;

/** What a feature says of itself to both processes. */
export interface FeatureContract {
  readonly channels: Readonly<Record<string, Channel>>;
  /** Kinds of its jobs, each with a word under `code.jobKind.` in the feature's texts. */
  readonly jobKinds: readonly string[];
  /** Codes of its expected failures, each with a sentence under `error.` in the feature's texts. */
  readonly errorCodes: readonly string[];
}
