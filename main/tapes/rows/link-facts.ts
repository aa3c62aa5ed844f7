import type { ParsedCollateral, ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { KnownLoans } from "./link-collateral.ts";
import { factProperties, type UnlinkedFacts } from "./read-fact-row.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;

interface LinkedFacts {
  /** By the loan's place what its own row left open, by property. */
  readonly filled: ReadonlyMap<number, Readonly<Record<string, Value>>>;
  readonly joined: number;
  readonly findings: readonly TapeFinding[];
}

/** What the loans of a tape say themselves of what other lists say too, by place: only where there are such lists. */
export class OwnFacts {
  readonly #values: Value[][] = [];

  add(loan: ParsedLoan): void {
    const values = loan as unknown as Values; // by the properties of its fields
    this.#values.push(factProperties.map(({ property }) => values[property] ?? null));
  }

  of(place: number, at: number): Value {
    return this.#values[place]?.[at] ?? null;
  }

  fill(place: number, at: number, value: Value): void {
    const row = this.#values[place];
    if (row !== undefined) row[at] = value;
  }
}

interface LinkedItems {
  readonly collateral: readonly Pick<ParsedCollateral, "assetNo">[];
  readonly places: readonly (number | null)[];
}

/** The loans that items with a number secure. */
function placesByAsset({ collateral, places }: LinkedItems): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { assetNo }] of collateral.entries()) {
    const place = places[at] ?? null;
    if (assetNo === null || place === null) continue;
    const key = identifierKey(assetNo);
    const known = found.get(key);
    if (known === undefined) found.set(key, [place]);
    else if (!known.includes(place)) known.push(place);
  }
  return found;
}

/**
 * Finds the loans that such rows speak of: by contract, else by the number of an item that secures them, else by debtor. A fact
 * fills what the loan's row leaves open; where the row states something else, that stays and is named.
 */
export function linkFacts(rows: readonly UnlinkedFacts[], known: KnownLoans, items: LinkedItems, own: OwnFacts): LinkedFacts {
  const findings: TapeFinding[] = [];
  const filled = new Map<number, Record<string, Value>>();
  const byAsset = rows.some(({ assetNo }) => assetNo !== null) ? placesByAsset(items) : new Map<string, readonly number[]>();
  let joined = 0;
  const placesOf = ({ contractNo, assetNo, debtorId, debtorName }: UnlinkedFacts): readonly number[] => {
    if (contractNo !== null) return known.identities.namedAll(contractNo).places;
    if (assetNo !== null) return byAsset.get(identifierKey(assetNo)) ?? [];
    return known.debtors.loansOf(debtorId, debtorId === null ? debtorName : null);
  };
  for (const row of rows) {
    const where = { sheet: row.sheet, row: row.rowNumber };
    const places = placesOf(row);
    const named = row.contractNo ?? row.assetNo ?? row.debtorId ?? row.debtorName ?? "";
    const field = row.contractNo !== null ? ("contractNo" as const) : row.assetNo !== null ? ("assetNo" as const) : ("debtorId" as const);
    if (places.length === 0) {
      findings.push({ ...where, field, code: "factOrphan", raw: named });
      continue;
    }
    joined += 1;
    const values = row as unknown as Values; // by the properties of its fields
    for (const [at, fact] of factProperties.entries()) {
      const value = values[fact.property] ?? null;
      if (value === null) continue;
      const others = new Set<number>();
      for (const place of places) {
        const stated = own.of(place, at);
        if (stated === null) {
          own.fill(place, at, value);
          filled.set(place, { ...filled.get(place), [fact.property]: value });
        } else if (stated !== value && identifierKey(String(stated)) !== identifierKey(String(value))) others.add(place);
      }
      const [first] = others;
      if (first !== undefined) findings.push({ ...where, field: fact.field, code: "factDiffers", raw: `${named}: ${known.identities.nameAt(first) ?? ""}` });
    }
  }
  return { filled, joined, findings };
}
