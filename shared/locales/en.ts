import type { SameKeys } from "./flatten-texts.ts";
import type { zh } from "./zh.ts";
export const en: SameKeys<typeof zh> = { common: {} };
