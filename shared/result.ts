import type { ErrorCode } from "./error-codes.ts";

/** Values for the placeholders of an error's sentence; never a debtor's name. */
export type ErrorValues = Record<string, string | number>;

/** What every call over IPC answers with: a value, or a code whose sentence is in shared/locales. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ErrorCode; readonly values: ErrorValues };

/** An expected failure with a sentence for the user; anything else that is thrown is a bug. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  constructor(code: ErrorCode, values: ErrorValues = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "DeskError";
    this.code = code;
    this.values = values;
  }
}
