/** Why the engine refuses an input. */
export type EngineInputCode = "notANumber" | "negative" | "notFinite" | "outOfRange" | "tooLarge" | "wrongLength" | "notWhole";

/**
 * Refused input of the engine (输入错误): `code` says why, `field` which column or argument, `index` which entry
 * (−1 where the field has no entries). Thrown, never returned: a caller that validated its tape cannot meet it.
 */
export class EngineInputError extends Error {
  readonly code: EngineInputCode;
  readonly field: string;
  readonly index: number;

  constructor(code: EngineInputCode, field: string, index = -1) {
    super(`engine input refused: ${field}[${index}] ${code}`);
    this.name = "EngineInputError";
    this.code = code;
    this.field = field;
    this.index = index;
  }
}
