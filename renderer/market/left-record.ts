/** The record that was being edited when the screen was left; null where it is gone. */
export const leftOf = <R extends { readonly id: number }>(records: readonly R[], left: number | null): R | "new" | null =>
  left === null ? "new" : (records.find(({ id }) => id === left) ?? null);
