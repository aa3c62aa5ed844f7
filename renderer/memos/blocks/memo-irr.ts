import type { Irr } from "../../../shared/domain/pricing-results.ts";
import { irrInWords } from "../../ui/irr-text.ts";
import { fill, type MemoContext } from "./memo-context.ts";

/** A certified IRR in the words of the memo. */
export const irrLine = (irr: Irr, { words: { decision } }: MemoContext): string =>
  irrInWords(irr, { none: decision.irrNone, several: (rates) => fill(decision.irrSeveral, { rates }) });
