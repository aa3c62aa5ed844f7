import { resolve } from "node:path";
import { writeAtomically } from "../files/write-atomically.ts";
import { languageOfLocale } from "../settings/settings-service.ts";
import { auditDesk } from "./audit-desk.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import { languageAskedFor, type PriceOptions, readCall } from "./command-options.ts";
import { type CommandTexts, commandTexts, explainFailure } from "./command-texts.ts";
import { assertWritable, priceTape, readTerms } from "./price-tape.ts";
import { createProgressLine } from "./progress-line.ts";
import { resultTable } from "./result-table.ts";
import { unusualInputs } from "./unusual-notes.ts";
import { verifyDossier } from "./verify-dossier.ts";

/** Where the command speaks; a test gives its own. */
export interface CommandOutput {
  print(text: string): void;
  complain(text: string): void;
  /** Whether a line that was complained can be rewritten. */
  readonly isTerminal?: boolean;
}

/**
 * One call of the command line. Answers the process's exit code; a refusal is one sentence with its code on the error
 * output, and nothing is written then.
 */
export async function runDealdesk(argv: readonly string[], locale: string, output: CommandOutput): Promise<number> {
  const language = languageAskedFor(argv) ?? languageOfLocale(locale.replaceAll("_", "-"));
  const t = commandTexts(language);
  try {
    const call = readCall(argv);
    if (call.command === "help") output.print(t("command.help"));
    else if (call.command === "audit") return auditDesk(call, t, output.print);
    else if (call.command === "verify") return await verifyDossier(call.dossierPath, t, output.print);
    else if (call.command === "assumptions") await writeAssumptions(call, output);
    else {
      const line = createProgressLine((text) => output.complain(text), output.isTerminal === true, t);
      const priced = await priceTape(call.options, (event) => line.tell(event)).finally(() => line.end());
      for (const note of unusualInputs(priced, t)) output.complain(`dealdesk: ${note}\n`);
      await deliver(priced, call.options, output, () => resultTable(priced, language, t));
    }
    return exitCodes.done;
  } catch (failure) {
    return complain(failure, t, output);
  }
}

async function deliver(priced: unknown, { outPath, format }: PriceOptions, output: CommandOutput, table: () => string): Promise<void> {
  const json = `${JSON.stringify(priced, null, 2)}\n`;
  if (outPath !== null) await writeAtomically(resolve(outPath), new TextEncoder().encode(json));
  if (format === "json") {
    if (outPath === null) output.print(json);
  } else output.print(table());
}

async function writeAssumptions({ dealKind, outPath }: Pick<PriceOptions, "dealKind" | "outPath">, output: CommandOutput): Promise<void> {
  const terms = await readTerms({ dealKind, assumptionsPath: null, casesPath: null, hurdleRate: null, simulatedPaths: null, seed: null });
  const json = `${JSON.stringify(terms, null, 2)}\n`;
  if (outPath === null) return output.print(json);
  await assertWritable(outPath);
  await writeAtomically(resolve(outPath), new TextEncoder().encode(json));
}

function complain(failure: unknown, t: CommandTexts, output: CommandOutput): number {
  try {
    const { sentence, exitCode } = explainFailure(failure, t);
    output.complain(`dealdesk: ${sentence}\n`);
    if (failure instanceof CommandError && exitCode === exitCodes.usage) output.complain(`${t("command.seeHelp")}\n`);
    return exitCode;
  } catch (bug) {
    output.complain(`dealdesk: ${t("command.internal")} [internal]\n${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`);
    return exitCodes.internal;
  }
}
