import { z } from "zod";

/** Certified internal rate of return: every real root in (−99 %, 1000 %). */
export const irrSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("one"), rate: z.number() }),
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("several"), rates: z.array(z.number()).min(2) }),
]);
