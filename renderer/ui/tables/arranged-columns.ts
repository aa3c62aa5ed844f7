import type { ColumnLayout } from "../../../shared/domain/desk-layout.ts";

/** All columns in the order they were left in; one that the layout doesn't know stands behind its neighbour of before. */
export function orderedKeys<Key extends string>(keys: readonly Key[], { order }: Pick<ColumnLayout, "order">): readonly Key[] {
  const placed = order.flatMap((name) => keys.filter((key) => key === name));
  for (const [index, key] of keys.entries()) {
    if (placed.includes(key)) continue;
    const neighbour = keys[index - 1];
    placed.splice(neighbour === undefined ? 0 : placed.indexOf(neighbour) + 1, 0, key);
  }
  return placed;
}

/** The columns that are shown, in their order. */
export function shownKeys<Key extends string>(keys: readonly Key[], layout: ColumnLayout): readonly Key[] {
  return orderedKeys(keys, layout).filter((key) => !layout.hidden.includes(key));
}

/** The order of all columns after a shown one was put where another shown one stands. */
export function orderAfterMove<Key extends string>(keys: readonly Key[], layout: ColumnLayout, moved: Key, at: Key): readonly Key[] {
  const order = orderedKeys(keys, layout);
  const [from, to] = [order.indexOf(moved), order.indexOf(at)];
  if (from < 0 || to < 0) return order;
  const rest = order.filter((key) => key !== moved);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}
