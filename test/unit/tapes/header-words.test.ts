import { describe, expect, it } from "vitest";
import { fieldWords } from "../../../main/tapes/cells/field-words.ts";
import { headerKey } from "../../../main/tapes/header/header-key.ts";
import { collateralFields, loanFields, type TapeField } from "../../../shared/domain/tape-fields.ts";

const wordsOf = (field: TapeField) => fieldWords[field].headers.split(" ");

/** Words that two fields of one list claim, or one twice: the later would win without a word. */
function claimedTwice(fields: readonly TapeField[]): string[] {
  const claims = fields.flatMap((field) => wordsOf(field).map((word) => ({ word, by: field })));
  return claims.filter(({ word }, at) => claims.findIndex((other) => other.word === word) !== at).map(({ word, by }) => `${word}: ${by}`);
}

describe("the words of headers", () => {
  it.each([
    ["loans", loanFields],
    ["collateral", collateralFields],
  ] as const)("of the list of %s belong to one field each", (_list, fields) => {
    expect(claimedTwice(fields)).toEqual([]);
  });

  it("are written as a header is looked up", () => {
    const words = [...new Set([...loanFields, ...collateralFields])].flatMap(wordsOf);
    expect(words.filter((word) => headerKey(word) !== word)).toEqual([]);
  });
});
