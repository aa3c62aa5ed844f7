import type { Memo } from "../../shared/domain/memo.ts";
import { formatDate } from "../../shared/format.ts";
import { fileNameOf } from "../files/file-name.ts";

/** File name offered for a memo: deal, run and day. */
export const suggestedName = ({ deal, run, printedAt }: Memo, extension: "pdf" | "docx"): string =>
  fileNameOf([deal.name, run.name, formatDate(printedAt)], extension);
