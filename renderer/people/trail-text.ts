import type { TFunction } from "i18next";
import { isTextKey } from "../../shared/locales/texts.ts";

/** Columns of an exported trail, in the order of the chain's own file. */
export const trailColumns = [
  "id",
  "at",
  "kind",
  "deal",
  "subject",
  "person",
  "signer",
  "content",
  "salt",
  "valueHash",
  "previous",
  "hash",
  "signature",
] as const;

/** Before the kind of what was asked for and refused. */
const refused = "refused.";

/** What was done, in words; one that has none yet by its own name. */
export function deedText(kind: string, t: TFunction): string {
  if (kind.startsWith(refused)) return t("trail.refused", { deed: deedText(kind.slice(refused.length), t) });
  const key = `trail.kind.${kind}`;
  return isTextKey(key) ? String(t(key as "trail.kind.deals.update")) : t("trail.other", { kind });
}
