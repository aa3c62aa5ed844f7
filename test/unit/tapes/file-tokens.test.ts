import { expect, it } from "vitest";
import { createFileTokens } from "../../../main/tapes/file-tokens.ts";

it("a path is known by its token only, and only after it was chosen", () => {
  const files = createFileTokens();
  const { fileToken, fileName } = files.admit("/tapes/资产包.xlsx");
  expect(fileName).toBe("资产包.xlsx");
  expect(files.pathOf(fileToken)).toBe("/tapes/资产包.xlsx");
  for (const guess of ["", "/tapes/资产包.xlsx", "__proto__", `${fileToken}0`])
    expect(() => files.pathOf(guess)).toThrow(expect.objectContaining({ code: "file.notFound" }));
});

it("tokens of long ago are forgotten", () => {
  const files = createFileTokens();
  const first = files.admit("/first").fileToken;
  for (let chosen = 0; chosen < 100; chosen += 1) files.admit(`/tape-${chosen}`);
  expect(() => files.pathOf(first)).toThrow(expect.objectContaining({ code: "file.notFound" }));
});
