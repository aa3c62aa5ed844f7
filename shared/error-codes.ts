import { features } from "./contract/features.ts";

/** Codes of expected failures. Each has a sentence in both languages under `error.` in shared/locales. */
export type ErrorCode = (typeof features)[number]["errorCodes"][number];
export const errorCodes: readonly ErrorCode[] = features.flatMap(({ errorCodes: codes }) => codes);
