/**
 * Paths of all numbers in a result that are NaN, infinite or −0: what may never leave the engine. Typed arrays are looked
 * into. The one gap that a typed array can only hold as NaN is left out: months to cash of a loan that recovers nothing.
 */
export function badNumbers(result: unknown, path = ""): string[] {
  if (typeof result === "number") return Number.isFinite(result) && !Object.is(result, -0) ? [] : [`${path} is ${Object.is(result, -0) ? "−0" : result}`];
  if (typeof result !== "object" || result === null) return [];
  return Object.entries(result).flatMap(([key, value]: [string, unknown]) => {
    if (key === "monthsToCash" && value instanceof Float64Array)
      return badNumbers(
        value.filter((months) => !Number.isNaN(months)),
        `${path}.${key}`,
      );
    return badNumbers(value, `${path}.${key}`);
  });
}
