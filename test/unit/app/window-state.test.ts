import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fitBounds, readWindowState, type WindowState, writeWindowState } from "../../../main/app/window-state.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-window-"));
  file = join(folder, "window.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const state: WindowState = { bounds: { x: 10, y: 20, width: 1300, height: 800 }, isMaximized: false, hash: "#workbench=7/scenarios" };

describe("what is kept of the window", () => {
  it("comes back as it was, for its owner alone", () => {
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  });

  it.each([
    "",
    "{",
    "null",
    '{"bounds":{}}',
    JSON.stringify({ ...state, hash: "#x=<script>" }),
    JSON.stringify({ ...state, bounds: { x: 0, y: 0, width: 0, height: 1e9 } }),
  ])("is nothing where the file holds %j", (content) => {
    writeFileSync(file, content);
    expect(readWindowState(file)).toBeNull();
  });

  it("is not written where it can't be, and nobody is disturbed", () => {
    expect(() => writeWindowState(join(folder, "absent", "window.json"), state)).not.toThrow();
  });
});

describe("the window's bounds", () => {
  const laptop = { x: 0, y: 0, width: 1280, height: 672 };
  it.each([
    ["the first start on a large screen, centred", null, { x: 0, y: 0, width: 1920, height: 1040 }, { x: 240, y: 70, width: 1440, height: 900 }],
    ["the first start on a laptop at 150 %", null, laptop, laptop],
    ["a place that fits", { x: 30, y: 40, width: 1100, height: 620 }, laptop, { x: 30, y: 40, width: 1100, height: 620 }],
    ["a larger screen that is gone", { x: 2500, y: 300, width: 1900, height: 1000 }, laptop, laptop],
    ["a place half outside", { x: 900, y: -50, width: 1100, height: 620 }, laptop, { x: 180, y: 0, width: 1100, height: 620 }],
    [
      "a second screen on the left",
      { x: -1500, y: 100, width: 1200, height: 700 },
      { x: -1920, y: 0, width: 1920, height: 1080 },
      { x: -1500, y: 100, width: 1200, height: 700 },
    ],
  ])("fit %s", (_what, wanted, area, expected) => {
    expect(fitBounds(wanted, area)).toEqual(expected);
  });
});
