import { fit, type Spelled, spelled } from "./spelled.ts";

type EntryKind = "deal" | "command" | "view" | "assumption" | "debtor";

/** A thing that the palette leads to. */
export interface PaletteEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Where it is, or its keys. */
  readonly detail: string;
  readonly run: () => void;
}

const mostShown = 60;
const known = new Map<string, Spelled>();
const mostKnown = 20_000;

function spelledOnce(text: string): Spelled {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const made = spelled(text);
  known.set(text, made);
  return made;
}

/** The entries that fit what is typed, the best first; as they are where nothing is. */
export function foundEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = typed.trim();
  if (wanted === "") return entries.filter(({ kind }) => kind !== "assumption" && kind !== "debtor").slice(0, mostShown);
  return entries
    .flatMap((entry) => {
      const rank = fit(spelledOnce(entry.name), wanted) ?? restricted(fit(spelledOnce(`${entry.detail} ${entry.name}`), wanted));
      return rank === null ? [] : [{ entry, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}

/** Found only with the help of where it is: behind what is found by its name. */
const restricted = (rank: number | null) => (rank === null ? null : rank + 10);
