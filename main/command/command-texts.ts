import type { Language } from "../../shared/domain/codes.ts";
import { refusalTexts } from "../../shared/engine-refusal.ts";
import { en } from "../../shared/locales/en/en.ts";
import { flattenTexts } from "../../shared/locales/flatten-texts.ts";
import { zh } from "../../shared/locales/zh/zh.ts";
import { DeskError } from "../../shared/result.ts";
import { CommandError, exitCodes } from "./command-error.ts";

type TextValues = Readonly<Record<string, string | number>>;
export type CommandTexts = (key: string, values?: TextValues) => string;

/** The app's own texts in one language. A missing key is a bug. */
export function commandTexts(language: Language): CommandTexts {
  const texts = flattenTexts(language === "en" ? en : zh);
  return (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
  };
}

/** The refusal of a value followed by why its text isn't taken, where `reason` names that sentence. */
function withReason(sentence: string, { reasonKey, ...values }: TextValues, t: CommandTexts): string {
  return reasonKey === undefined ? sentence : t("command.because", { sentence, reason: t(String(reasonKey), values) });
}

/** A failure as one sentence with its code, and what the process answers. Anything unexpected is thrown on. */
export function explainFailure(failure: unknown, t: CommandTexts): { readonly sentence: string; readonly exitCode: number } {
  if (failure instanceof CommandError) {
    const { code, values, exitCode } = failure;
    const units = code === "unitContradicts" ? { stated: t(`code.moneyUnit.${values["stated"]}`), unit: t(`code.moneyUnit.${values["unit"]}`) } : {};
    const sentence = withReason(t(`command.error.${code}`, { ...values, ...units }), values, t);
    return { sentence: `${sentence} [${code}]`, exitCode };
  }
  if (!(failure instanceof DeskError)) throw failure;
  const { code, values } = failure;
  if (code === "tape.refused") {
    const reason = String(values["reason"]);
    const field = typeof values["field"] === "string" ? { field: t(`tape.field.${values["field"]}`) } : {};
    const hint = reason === "unitMissing" ? ` ${t("command.unitHint")}` : "";
    return { sentence: `${t(`tape.code.${reason}`, { ...values, ...field })}${hint} [${code}: ${reason}]`, exitCode: exitCodes.tape };
  }
  const exitCode =
    code === "pricing.badInput" || code === "pricing.badAssumptions" ? exitCodes.terms : code === "file.notWritable" ? exitCodes.output : exitCodes.internal;
  const texts = code === "pricing.badInput" ? refusalTexts(values, t) : values;
  return { sentence: `${t(`error.${code}`, texts)} [${code}]`, exitCode };
}
