import type { EngineReason, RefusedField } from "../../shared/domain/engine-fields.ts";

/**
 * Refused input of the engine (输入错误): `code` says why, `field` which column, argument or figure, `index` which entry
 * (−1 where the field has no entries). Thrown, never returned: a caller that validated its tape cannot meet it.
 */
export class EngineInputError extends Error {
  readonly code: EngineReason;
  readonly field: RefusedField;
  readonly index: number;

  constructor(code: EngineReason, field: RefusedField, index = -1) {
    super(`engine input refused: ${field}[${index}] ${code}`);
    this.name = "EngineInputError";
    this.code = code;
    this.field = field;
    this.index = index;
  }
}
