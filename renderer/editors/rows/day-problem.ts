import type { TFunction } from "i18next";
import { z } from "zod";

/** What is wrong with a day as it is stored, in a sentence; null where it is one. */
export function dayProblem(text: string, t: TFunction): string | null {
  if (z.iso.date().safeParse(text).success) return null;
  return t(/^\d{4}-\d{2}-\d{2}$/.test(text) ? "typed.noSuchDay" : "typed.notADay");
}
