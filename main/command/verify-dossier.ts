import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { RunVerdict } from "../../shared/domain/dossier.ts";
import { replayDossier } from "../dossiers/look-at-dossier.ts";
import { pricePackage } from "../engine/price-package.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import type { CommandTexts } from "./command-texts.ts";

function sentenceOf(name: string, verdict: RunVerdict, t: CommandTexts): string {
  const { kind, ...values } = verdict;
  return t(`dossier.verdict.${kind}`, { name, ...values });
}

/** Holds a dossier's parts against their hashes and prices its runs again; nothing is written anywhere. */
export async function verifyDossier(path: string, t: CommandTexts, print: (text: string) => void): Promise<number> {
  const file = resolve(path);
  if (!existsSync(file)) throw new CommandError("fileNotFound", { file: path });
  const { dossier, verdict } = await replayDossier(file, (input) => pricePackage(input));
  const { deal, engineVersion, runs } = dossier.manifest;
  print(`${t("command.verify.of", { deal: deal.name, engine: engineVersion, runs: runs.length })}\n`);
  print(`${t("command.verify.manifest", { sha256: dossier.manifestSha256 })}\n`);
  for (const { name, state } of dossier.parts) if (state !== "intact") print(`${t(`dossier.partIs.${state}`, { part: name })}\n`);
  for (const run of verdict.runs) print(`${sentenceOf(run.name, run.verdict, t)}\n`);
  print(`${t(verdict.isEqual ? "command.verify.equal" : "command.verify.notEqual")}\n`);
  return verdict.isEqual ? exitCodes.done : exitCodes.dossier;
}
