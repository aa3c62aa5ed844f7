import { fieldProperty } from "../../../shared/domain/field-values.ts";
import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";
import { collateralFields, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { certificateText } from "./same-asset.ts";

type Item = Omit<ParsedCollateral, "link" | "assetKey">;

/** What tells the asset of an item among those of one claim; null where it says too little. */
function assetOf(item: Item): string | null {
  const certificate = certificateText(item);
  if (certificate !== null) return certificate;
  const { collateralKind, address, areaSqm, appraisalFen, assetNo } = item;
  if (collateralKind === null || address === null) return null;
  return JSON.stringify([collateralKind, identifierKey(address), areaSqm, appraisalFen, assetNo === null ? null : identifierKey(assetNo)]);
}

const fields = collateralFields.filter((field) => field !== "contractNo" && field !== "amountUnit" && field !== "securedDebtor" && field !== "securedDebtorId");
const valueOf = (item: Item, field: TapeField) => (item as unknown as Readonly<Record<string, string | number | null>>)[fieldProperty(field)] ?? null;

interface KnownItem {
  readonly item: Item;
  /** The drawdown, or the loan's own row, that the item stood with. */
  readonly source: string;
}

/** Knows the items of claims with parts, so that one that stands with each drawdown counts once. */
export class RepeatedItems {
  readonly #known = new Map<string, KnownItem>();

  /** What is said of an item that another drawdown of its claim lists too; null where it counts. */
  seen(place: number, item: Item, source: string): TapeFinding | null {
    const asset = assetOf(item);
    if (asset === null) return null;
    const key = `${place} ${asset}`;
    const before = this.#known.get(key);
    if (before === undefined) {
      this.#known.set(key, { item, source });
      return null;
    }
    if (before.source === source) return null;
    const other = fields.find((field) => valueOf(item, field) !== valueOf(before.item, field));
    const where = { sheet: item.sheet, row: item.rowNumber };
    if (other === undefined)
      return { ...where, field: item.assetNo === null ? "address" : "assetNo", code: "partItemRepeated", raw: `#${before.item.rowNumber}` };
    return {
      ...where,
      field: other,
      code: "partItemDiffers",
      raw: `${valueOf(item, other) ?? ""} ≠ ${valueOf(before.item, other) ?? ""} (${before.item.rowNumber})`,
    };
  }
}
