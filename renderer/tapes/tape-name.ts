import type { TFunction } from "i18next";

/** The file of a tape, or that there was none. */
export const tapeName = (t: TFunction, fileName: string): string => (fileName === "" ? t("sheet.byHand") : fileName);
