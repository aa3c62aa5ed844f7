import type { TFunction } from "i18next";
import type { Language } from "../../shared/domain/codes.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { formatNumber } from "../../shared/format.ts";
import { shiftText } from "./shift-texts.ts";

/** A place on the way of what moves: in short, and to the last digit that is known. */
export interface PlaceText {
  readonly short: string;
  readonly exact: string;
}

/** Steps of the short text: a tenth of a percent of a shift, a hundredth of a scenario's multiple. */
const steps = { shift: 1000, multiple: 100 } as const;
/** Binary noise of a share, in steps. */
const noise = 1e-9;

/** Rounded to the side on which the target still holds, so that the short text is true as well. */
export function towardsHolding(at: number, stepsOfOne: number, failsAbove: boolean): number {
  const inSteps = at * stepsOfOne;
  return (failsAbove ? Math.floor(inSteps + noise) : Math.ceil(inSteps - noise)) / stepsOfOne;
}

/** Words for where the target turns, or for an end of the way (`failsAbove` null). */
export function placeText(moved: ShiftKey | number, at: number, failsAbove: boolean | null, language: Language, t: TFunction): PlaceText {
  const isShift = typeof moved === "string";
  const rounded = failsAbove === null ? at : towardsHolding(at, isShift ? steps.shift : steps.multiple, failsAbove);
  const text = (place: number, decimals: number) =>
    isShift ? shiftText(moved, place, language, t, decimals) : t("sensitivity.breakEven.multiple", { multiple: formatNumber(place, decimals) });
  return { short: text(rounded, isShift ? 1 : 2), exact: text(at, 4) };
}
