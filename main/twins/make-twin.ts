import { buildTwin } from "./model/build-twin.ts";
import { buildSegmentTwin } from "./model/segment-twin.ts";
import { MOST_LIVE_LOANS, type TwinSource } from "./model/twin-source.ts";
import { twinWords } from "./model/twin-words.ts";
import { TwinBook } from "./workbook/twin-book.ts";

/** The twin of a priced package with all formulas worked out. `step` is told the share that is done, and may leave. */
export function makeTwin(source: TwinSource, step: (share: number) => void): TwinBook {
  const words = twinWords(source.language);
  const book = new TwinBook();
  const proof = book.sheet(words.say("twin.sheet.proof"), [words.say("twin.sheet.proof")]);
  const { dealName, origin, output } = source;
  proof.lines.push(words.say("twin.proof.origin", { deal: dealName, origin, version: output.result.engineVersion }), words.say("twin.proof.how"));
  if (isLive(source)) {
    const marked = buildTwin(book, proof, source, words);
    proof.lines.push(marked === 0 ? words.say("twin.proof.live") : words.say("twin.proof.marks", { loans: marked }));
  } else {
    buildSegmentTwin(book, proof, source, words, (share) => step(share / 2));
    proof.lines.push(words.say("twin.proof.segments", { most: MOST_LIVE_LOANS }));
  }
  proof.lines.push(words.say("twin.proof.missing"));
  book.evaluate(isLive(source) ? step : (share) => step((1 + share) / 2));
  return book;
}

/** Whether every loan of a package has its formulas. */
export const isLive = ({ columns }: Pick<TwinSource, "columns">): boolean => columns.loanCount <= MOST_LIVE_LOANS;
