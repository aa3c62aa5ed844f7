import type { TFunction } from "i18next";
import type { z } from "zod";
import type { KeyUnder } from "../../desk/i18n.ts";

/** A sentence of `form.` with its values: what is wrong with a field. */
export interface FieldProblem {
  readonly key: `form.${KeyUnder<"form">}`;
  readonly values?: Record<string, number>;
}

/** Chooses the sentence for an issue of zod, so that no English message of the library reaches the screen. */
function fieldProblem(issue: z.core.$ZodRawIssue): FieldProblem {
  if (issue.code === "too_small" && issue.origin === "string") return { key: "form.required" };
  if (issue.code === "too_small" && issue.origin === "int") return { key: "form.notPositive" };
  if (issue.code === "too_small" && issue.minimum === 0 && !issue.inclusive) return { key: "form.notPositive" };
  if (issue.code === "too_big" && issue.origin === "string") return { key: "form.tooLong", values: { max: Number(issue.maximum) } };
  if (issue.code === "too_small") return { key: "form.atLeast", values: { bound: Number(issue.minimum) } };
  if (issue.code === "too_big") return { key: "form.atMost", values: { bound: Number(issue.maximum) } };
  if (issue.code === "invalid_format" && issue.format === "date") return { key: "form.notDate" };
  if (issue.code === "invalid_format") return { key: "form.notMonthOrDate" };
  if (issue.code === "invalid_type" && (issue.input === null || issue.input === undefined)) return { key: "form.required" };
  if (issue.code === "custom" && issue.params?.["problem"] === "claimBelowPrincipal") return { key: "form.claimBelowPrincipal" };
  if (issue.code === "custom" && issue.params?.["problem"] === "partsDiffer") return { key: "form.partsDiffer" };
  if (issue.code === "custom" && issue.params?.["problem"] === "notThisUnit") return { key: "form.notThisUnit" };
  if (issue.code === "custom" && issue.params?.["problem"] === "rivalsNotRising") return { key: "form.rivalsNotRising" };
  if (issue.code === "custom" && issue.params?.["problem"] === "pricesNotRising") return { key: "form.pricesNotRising" };
  if (issue.code === "custom" && issue.params?.["problem"] === "drawnAboveLimit") return { key: "form.drawnAboveLimit" };
  if (issue.code === "custom" && issue.params?.["problem"] === "notQuarterEnd") return { key: "form.notQuarterEnd" };
  if (issue.code === "custom" && issue.params?.["problem"] === "roundMissing") return { key: "form.roundMissing" };
  if (issue.code === "custom" && issue.params?.["problem"] === "reasonMissing") return { key: "form.reasonMissing" };
  return { key: "form.invalid" };
}

/** The problem as the one text that zod and react-hook-form carry. */
export const encodeProblem = (issue: z.core.$ZodRawIssue): string => JSON.stringify(fieldProblem(issue));

/** The field's sentence in the language of the moment; undefined where nothing is wrong. `write` says a bound as the field is typed. */
export function problemText(error: { message?: string | undefined } | undefined, t: TFunction, write: (bound: number) => string = String): string | undefined {
  if (!error) return undefined;
  if (!error.message?.startsWith("{")) return t("form.invalid");
  const problem = JSON.parse(error.message) as FieldProblem; // written by encodeProblem
  const { values = {} } = problem;
  const said: Record<string, string | number> = "bound" in values ? { bound: write(Number(values["bound"])) } : values;
  return t(problem.key, said);
}
