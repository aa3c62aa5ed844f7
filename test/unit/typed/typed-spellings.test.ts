import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { readDay } from "../../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../../shared/typed/typed-number.ts";
import { writeMoney, writeNumber } from "../../../shared/typed/written-number.ts";
import { saidJunk, saidSums } from "./said-spellings.ts";
import { amountSpellings, daySpellings, rateSpellings } from "./spellings.ts";

const runs = { numRuns: 100_000 };
const valueOf = (read: ReturnType<typeof readMoney> | ReturnType<typeof readDay>) => (read.kind === "exact" ? read.value : read.kind);

describe("100,000 spellings", () => {
  it("of amounts are read to the fen or refused", () => {
    fc.assert(
      fc.property(amountSpellings, ({ text, unit, value, must }) => {
        expect([text, unit, valueOf(readMoney(text, unit))]).toEqual([text, unit, must === "read" ? Number(value) : "refused"]);
      }),
      runs,
    );
  });

  it("of sums as they are said are read to the yuan", () => {
    fc.assert(
      fc.property(saidSums, fc.constantFrom("yuan", "wanYuan", "yiYuan"), ({ text, yuan }, unit) => {
        expect([text, valueOf(readMoney(text, unit))]).toEqual([text, Number(yuan * 100n)]);
      }),
      runs,
    );
  });

  it("of rates, factors, months and counts are read exactly or refused", () => {
    fc.assert(
      fc.property(rateSpellings, ({ text, kind, value, must }) => {
        expect([text, kind, valueOf(readNumber(text, kind))]).toEqual([text, kind, must === "read" ? Number(value) : "refused"]);
      }),
      runs,
    );
  });

  it("of days are read as the day that they name or refused", () => {
    fc.assert(
      fc.property(daySpellings, ({ text, value, must }) => {
        expect([text, valueOf(readDay(text))]).toEqual([text, must === "read" ? value : "refused"]);
      }),
      runs,
    );
  });
});

describe("any other text", () => {
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.stringMatching(/^[-+−(（]?[¥￥$]?[0-9０-９.,，。、 \t]{0,12}[%％‰eE万亿元千百年月日xX)）]{0,3}$/),
    saidJunk,
    fc.stringMatching(/^[0-9０-９]{1,4}[-/.。年 ]?[0-9]{0,2}[-/.。月 ]?[0-9]{0,4}日?$/),
  );

  it("never ends in an error, a fraction of a fen, a number that is none, or a day that isn't there", () => {
    const holds = fc.property(junk, fc.constantFrom<TypedKind>("percent", "months", "factor", "count", "yuan"), (text, kind) => {
      const [money, number, day] = [readMoney(text, "wanYuan"), readNumber(text, kind), readDay(text)];
      return (
        (money.kind !== "exact" || (Number.isSafeInteger(money.value) && !Object.is(money.value, -0))) &&
        (number.kind !== "exact" || (Number.isFinite(number.value) && !Object.is(number.value, -0))) &&
        (day.kind !== "exact" || new Date(`${day.value}T00:00:00Z`).toISOString().startsWith(day.value))
      );
    });
    expect(() => fc.assert(holds, runs)).not.toThrow();
  });
});

describe("what a field shows", () => {
  it("reads back as the number that is stored", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("yuan", "wanYuan", "yiYuan"), (fen, unit) => {
        expect(readMoney(writeMoney(fen, unit), unit)).toEqual({ kind: "exact", value: fen });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -9, max: 0 }), (digits, exponent) => {
        const stored = Number(`${digits}e${exponent}`);
        expect(readNumber(writeNumber(stored, "percent"), "percent")).toEqual({ kind: "exact", value: stored });
      }),
    );
  });
});
