import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ENGINE_VERSION } from "../../../main/engine/price-package.ts";

const textOf = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
const fenOf = (yuan: string) => Math.round(Number(yuan.replaceAll(",", "").replace("−", "-")) * 100);

it("the bridge of docs/engine/bridge.md adds up from engine 2.0.0 to the bid of the golden file", () => {
  const chapter = textOf("docs/engine/bridge.md");
  const steps = [...chapter.matchAll(/^\| (.+?) *\| *([−\d,.]*) *\| +([\d,.]+) +\|$/gm)].map(([, step = "", change = "", bid = ""]) => ({ step, change, bid }));
  let bidFen = fenOf("1,835,104,774.99");
  for (const { change, bid } of steps) {
    bidFen += change === "" ? 0 : fenOf(change);
    expect(fenOf(bid)).toBe(bidFen);
  }
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.at(-1)?.step).toContain(ENGINE_VERSION);
  expect(textOf("test/fixtures/golden/sample-bids-en.md")).toContain(`- Bid price ${steps.at(-1)?.bid}\n`);
});

it("what docs/engine/simulation.md says of the sample's mean was measured with this engine: a new version has it measured again", () => {
  const measured = [...textOf("docs/engine/simulation.md").matchAll(/engine (\d+\.\d+\.\d+): −\d+\.\d+ %/g)].map(([, version]) => version);
  expect(measured).toEqual([ENGINE_VERSION]);
});
