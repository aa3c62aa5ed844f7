import type { TFunction } from "i18next";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { caseNames, dealKinds, type Language } from "../../shared/domain/codes.ts";
import { marketMeasures } from "../../shared/domain/market-figures.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import type { Moved } from "../desk/edit-history.ts";

/** A field of a model in words; `part` is its path. */
function partText(part: string, t: TFunction): string {
  const [area, name, key] = part.split(".");
  if (area === "bidPriceFen") return t("pricing.bid.label");
  const group = assumptionGroups.find((one) => one === name);
  if (area === "assumptions" && group !== undefined) return t(`pricing.group.${group}`);
  const [caseName, shift] = [caseNames.find((one) => one === name), shiftKeys.find((one) => one === key)];
  if (area !== "cases" || caseName === undefined || shift === undefined) return t("journal.model");
  return t("journal.shiftOfCase", { caseName: t(`code.caseName.${caseName}`), shift: t(`pricing.shift.${shift}`) });
}

/** What a step did, in words. */
export function stepText({ kind, name, part }: StepLabel, t: TFunction, language: Language): string {
  if (kind === "modelEdited") return t("journal.step.modelEdited", { part: partText(part, t) });
  const dealKind = dealKinds.find((one) => one === part);
  if (dealKind !== undefined) return t(`journal.step.${kind}`, { name: `${t(`code.dealKind.${dealKind}`)} · ${name}` });
  const measure = marketMeasures.find((one) => one === part);
  if (measure !== undefined) return t(`journal.step.${kind}`, { name: `${t(`market.measureOf.${measure}`)} · ${name}` });
  return t(`journal.step.${kind}`, { name: language === "en" && part !== "" ? part : name });
}

/** What is said once a step was undone or redone, or where there was none. */
export function movedText(moved: Moved, way: "undo" | "redo", t: TFunction, language: Language): string {
  if (moved === null) return t(way === "undo" ? "journal.nothingToUndo" : "journal.nothingToRedo");
  if (moved === "givenUp") return t("journal.givenUp");
  return t(way === "undo" ? "journal.undone" : "journal.redone", { step: stepText(moved.label, t, language) });
}
