import { fileNameOf } from "../files/file-name.ts";

/** File name offered for a memo: deal, run and day. */
export const suggestedPdfName = (dealName: string, runName: string, day: string): string => fileNameOf([dealName, runName, day], "pdf");
