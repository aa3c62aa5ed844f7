/** Why the command refuses what it was called with; each has a sentence under `command.error` in shared/locales. */
export type CommandErrorCode =
  | "unknownCommand"
  | "unknownOption"
  | "optionTwice"
  | "valueMissing"
  | "valueUnexpected"
  | "badValue"
  | "tapeMissing"
  | "tapesSeveral"
  | "deskMissing"
  | "argumentsSeveral"
  | "dossierMissing"
  | "noTrail"
  | "deskEncrypted"
  | "fileNotFound"
  | "badJson"
  | "unknownField"
  | "badField"
  | "firstRoundGap"
  | "roleOfSeveral"
  | "sheetUnknown"
  | "unitContradicts"
  | "notWritable";

/** What the process answers to its caller; in docs/command-line.md. */
export const exitCodes = { done: 0, internal: 1, usage: 2, tape: 3, terms: 4, output: 5, trail: 6, dossier: 7, interrupted: 130 } as const;

const exitCodeOf: Readonly<Record<CommandErrorCode, number>> = {
  unknownCommand: exitCodes.usage,
  unknownOption: exitCodes.usage,
  optionTwice: exitCodes.usage,
  valueMissing: exitCodes.usage,
  valueUnexpected: exitCodes.usage,
  badValue: exitCodes.usage,
  tapeMissing: exitCodes.usage,
  tapesSeveral: exitCodes.usage,
  deskMissing: exitCodes.usage,
  argumentsSeveral: exitCodes.usage,
  dossierMissing: exitCodes.usage,
  noTrail: exitCodes.usage,
  deskEncrypted: exitCodes.usage,
  fileNotFound: exitCodes.usage,
  badJson: exitCodes.terms,
  unknownField: exitCodes.terms,
  badField: exitCodes.terms,
  firstRoundGap: exitCodes.terms,
  roleOfSeveral: exitCodes.usage,
  sheetUnknown: exitCodes.usage,
  unitContradicts: exitCodes.tape,
  notWritable: exitCodes.output,
};

/** A call that is refused; `values` fill its sentence. */
export class CommandError extends Error {
  readonly code: CommandErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly exitCode: number;

  constructor(code: CommandErrorCode, values: Readonly<Record<string, string | number>> = {}) {
    super(`command refused: ${code}`);
    this.name = "CommandError";
    this.code = code;
    this.values = values;
    this.exitCode = exitCodeOf[code];
  }
}
