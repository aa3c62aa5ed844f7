import type { TapeErrorCode } from "../../../shared/domain/tape-findings.ts";

export type TapeErrorValues = Readonly<Record<string, string | number>>;

/** A file or mapping that is refused as a whole. The code has a sentence in the locales, `values` fill it. */
export class TapeError extends Error {
  readonly code: TapeErrorCode;
  readonly values: TapeErrorValues;

  constructor(code: TapeErrorCode, values: TapeErrorValues = {}) {
    super(`tape refused: ${code}`);
    this.name = "TapeError";
    this.code = code;
    this.values = values;
  }
}
