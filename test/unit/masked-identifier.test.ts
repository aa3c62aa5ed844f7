import { describe, expect, it } from "vitest";
import { isPersonal, maskedIfPersonal } from "../../shared/masked-identifier.ts";

describe("a person's identifier", () => {
  it("keeps its first four signs and its last two", () => {
    expect(maskedIfPersonal("410105198603124521")).toBe("4101************21");
    expect(maskedIfPersonal("41010519860312452x")).toBe("4101************2x");
    expect(maskedIfPersonal("４１０１０５１９８６０３１２４５２１")).toBe("４１０１************２１");
    expect(maskedIfPersonal("410105860312452")).toBe("4101*********52");
  });

  it("is told from a company's, which stays as it is", () => {
    for (const code of ["91410100MA3X7K2L5R", "410105199913124521", "1234567", ""]) {
      expect(isPersonal(code)).toBe(false);
      expect(maskedIfPersonal(code)).toBe(code);
    }
  });
});
