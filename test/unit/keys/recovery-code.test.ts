import { describe, expect, it } from "vitest";
import { newRecoveryCode, readRecoveryCode } from "../../../main/keys/recovery-code.ts";

const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const written = /^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/;
const codes = Array.from({ length: 20 }, newRecoveryCode);

describe("a recovery code", () => {
  it("has six groups of five, and no two are alike", () => {
    for (const code of codes) expect(code).toMatch(written);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("is read however it was typed", () => {
    const code = codes[0] ?? "";
    const typed = [code.toLowerCase(), code.replaceAll("-", " "), code.replaceAll("-", ""), code.replaceAll("0", "o").replaceAll("1", "l"), ` ${code}\t`];
    for (const one of [...typed, code.replaceAll("-", "—")]) expect(readRecoveryCode(one)).toEqual({ code });
  });

  it("with any one sign wrong is found, by its group", () => {
    for (const code of codes)
      for (let at = 0; at < code.length; at += 1) {
        if (code.charAt(at) === "-") continue;
        for (const sign of signs.replace(code.charAt(at), ""))
          expect(readRecoveryCode(code.slice(0, at) + sign + code.slice(at + 1))).toEqual({ wrongGroup: Math.floor(at / 6) + 1 });
      }
  });

  it("with two groups changed over is found", () => {
    for (const code of codes) {
      const [one = "", other = "", ...rest] = code.split("-");
      expect(readRecoveryCode([other, one, ...rest].join("-"))).toEqual({ wrongGroup: 1 });
    }
  });

  it("too short or too long is none", () => {
    const code = codes[0] ?? "";
    for (const typed of ["", "A", code.slice(0, -1), code.slice(0, -6), `${code}0`, `${code}-${code.slice(0, 5)}`])
      expect(readRecoveryCode(typed)).toEqual({ wrongGroup: 0 });
  });
});
