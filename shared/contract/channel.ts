import type { z } from "zod";

/** One channel of the contract: what goes in, what comes out, and whether it changes anything. */
export interface Channel<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly in: In;
  readonly out: Out;
  readonly mode: "read" | "write";
}

export const read = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) =>
  ({ in: input, out: output, mode: "read" }) as const satisfies Channel<In, Out>;

export const write = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) =>
  ({ in: input, out: output, mode: "write" }) as const satisfies Channel<In, Out>;
