import type { Language } from "../../shared/domain/codes.ts";
import { tapeErrorCodes } from "../../shared/domain/tape-findings.ts";
import { refusalTexts } from "../../shared/engine-refusal.ts";
import { flatTexts, isTextKey, type TextKey } from "../../shared/locales/texts.ts";
import { DeskError } from "../../shared/result.ts";
import { refusalWords } from "../../shared/tape-texts.ts";
import { CommandError, exitCodes } from "./command-error.ts";

type TextValues = Readonly<Record<string, string | number>>;
export type CommandTexts = (key: TextKey, values?: TextValues) => string;

/** The app's own texts in one language. A missing key is a bug. */
export function commandTexts(language: Language): CommandTexts {
  const texts = flatTexts[language];
  return (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
  };
}

/** The refusal of a value followed by why its text isn't taken, where `reason` names that sentence. */
function withReason(sentence: string, { reasonKey, ...values }: TextValues, t: CommandTexts): string {
  if (reasonKey === undefined) return sentence;
  const key = String(reasonKey);
  if (!isTextKey(key)) throw new Error(`no text for ${key}`);
  return t("command.because", { sentence, reason: t(key, values) });
}

/** A failure as one sentence with its code, and what the process answers. Anything unexpected is thrown on. */
export function explainFailure(failure: unknown, t: CommandTexts): { readonly sentence: string; readonly exitCode: number } {
  if (failure instanceof CommandError) {
    const { code, values, exitCode } = failure;
    const sentence = withReason(t(`command.error.${code}`, refusalWords(values, t)), values, t);
    return { sentence: `${sentence} [${code}]`, exitCode };
  }
  if (!(failure instanceof DeskError)) throw failure;
  const { code, values } = failure;
  if (code === "tape.refused") {
    const reason = tapeErrorCodes.find((one) => one === values["reason"]);
    if (reason === undefined) throw failure;
    const texts = refusalWords(values, t);
    const hints: Readonly<Record<string, TextKey>> = { unitMissing: "command.unitHint", noLoanSheet: "command.roleHint" };
    const hintKey = hints[reason];
    const hint = hintKey === undefined ? "" : ` ${t(hintKey)}`;
    return { sentence: `${t(`tape.code.${reason}`, texts)}${hint} [${code}: ${reason}]`, exitCode: exitCodes.tape };
  }
  const exitCode = code.startsWith("dossier.")
    ? exitCodes.dossier
    : ["job.memoryExceeded", "job.noProgress"].includes(code)
      ? exitCodes.tape
      : code === "pricing.badInput" || code === "pricing.badAssumptions"
        ? exitCodes.terms
        : code === "file.notWritable"
          ? exitCodes.output
          : exitCodes.internal;
  const texts = code === "pricing.badInput" ? refusalTexts(values, t) : values;
  return { sentence: `${t(`error.${code}`, texts)} [${code}]`, exitCode };
}
