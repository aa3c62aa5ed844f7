import { z } from "zod";

/** A record with one value of a kind for each code of a list. */
export const byKey = <K extends readonly [string, ...string[]], V extends z.ZodType>(keys: K, value: V) =>
  z.object(Object.fromEntries(keys.map((key) => [key, value])) as { [P in K[number]]: V });
