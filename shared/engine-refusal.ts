import { assumptionGroups } from "./domain/assumptions.ts";
import { engineFields, engineReasons } from "./domain/engine-fields.ts";
import { tapeFields } from "./domain/tape-fields.ts";
import type { TextKey } from "./locales/texts.ts";
import type { ErrorValues } from "./result.ts";

type TextOf = (key: TextKey, values?: Record<string, string | number>) => string;

/** What the engine refused, in words, for the sentence of `pricing.badInput`: which field, in which entry, and why. */
export function refusalTexts(values: ErrorValues, t: TextOf): ErrorValues {
  const { field = "", reason = "", index = -1 } = values;
  const known = engineReasons.find((one) => one === reason);
  return {
    field: fieldText(String(field), t),
    entry: typeof index === "number" && index >= 0 ? t("engineRefusal.entry", { number: index + 1 }) : "",
    reason: known === undefined ? String(reason) : t(`engineReason.${known}`),
  };
}

/** A column or argument by its word; an assumption by its group and its path in the file of assumptions. */
function fieldText(field: string, t: TextOf): string {
  const known = engineFields.find((one) => one === field);
  if (known !== undefined) return t(`engineField.${known}`);
  const ofTape = tapeFields.find((one) => one === field);
  if (ofTape !== undefined) return t(`tape.field.${ofTape}`);
  const [root, group, ...path] = field.split(".");
  const named = root === "assumptions" ? assumptionGroups.find((one) => one === group) : undefined;
  return named === undefined ? field : t("engineRefusal.assumption", { group: t(`pricing.group.${named}`), path: path.join(".") });
}
