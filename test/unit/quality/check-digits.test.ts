import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifierFault, isCitizenNumber, isCreditCode, isOrganisationCode } from "../../../main/quality/check-digits.ts";
import { maskedDebtorId } from "../../../main/quality/masked-debtor.ts";

// Published examples: GB 11643 annex and the codes of listed companies.
const citizens = ["11010519491231002X", "440524188001010014", "53010219200508011X"];
const companies = ["91100000100003962T", "91440300708461136T", "9144030071526726XG"];

describe("identifiers by their check signs", () => {
  it("knows numbers of citizens and codes of companies that were published", () => {
    for (const number of citizens) expect([number, isCitizenNumber(number), identifierFault(number, true)]).toEqual([number, true, null]);
    for (const code of companies) expect([code, isCreditCode(code), identifierFault(code, false)]).toEqual([code, true, null]);
    // The ninth to the seventeenth place of a credit code are the organisation's own code.
    for (const code of companies) expect(isOrganisationCode(code.slice(8, 17))).toBe(true);
  });

  it("finds every digit that is another one, and every two neighbours that changed places", () => {
    const places = fc.record({ number: fc.constantFrom(...citizens), place: fc.nat(15), digit: fc.nat(9) });
    fc.assert(
      fc.property(places, ({ number, place, digit }) => {
        const wrong = number.slice(0, place) + String(digit) + number.slice(place + 1);
        expect(isCitizenNumber(wrong)).toBe(wrong === number);
        const swapped = number.slice(0, place) + (number[place + 1] ?? "") + (number[place] ?? "") + number.slice(place + 2);
        expect(isCitizenNumber(swapped)).toBe(swapped === number);
      }),
    );
    const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    fc.assert(
      fc.property(fc.constantFrom(...companies), fc.nat(17), fc.nat(30), (code, place, sign) => {
        const wrong = code.slice(0, place) + (signs[sign] ?? "") + code.slice(place + 1);
        expect(isCreditCode(wrong)).toBe(wrong === code);
      }),
    );
  });

  it("refuses a day of birth that there wasn't, whatever its check sign", () => {
    const body = "11010519490230002";
    expect(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"].some((sign) => isCitizenNumber(body + sign))).toBe(false);
  });

  it("says which kind of number fails, however it is written", () => {
    expect(identifierFault("110105 19491231 0021", false)).toBe("citizenNumber");
    expect(identifierFault("91100000100003962Y", false)).toBe("creditCode");
    expect(identifierFault("９１１０００００１００００３９６２Ｔ", false)).toBeNull();
    expect(identifierFault("10000396-2", false)).toBeNull();
    expect(identifierFault("10000396-3", false)).toBe("creditCode");
    expect(identifierFault("410105491231002", true)).toBeNull();
    expect(identifierFault("4101**********0021", true)).toBe("identifierForm");
  });

  it("lets companies' codes out and masks whatever may be a person's, a misspelt number too", () => {
    for (const code of companies) expect(maskedDebtorId(code)).toBe(code);
    expect(maskedDebtorId("91100000100003962Y")).toBe("91100000100003962Y");
    for (const number of [...citizens, "110105194912310021", "E12345678"]) expect(maskedDebtorId(number)).toMatch(/\*{3,}/);
  });
});
