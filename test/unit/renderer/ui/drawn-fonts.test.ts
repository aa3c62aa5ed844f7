import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DrawnFonts } from "../../../../renderer/ui/drawn-fonts.ts";

/** Fonts whose slices arrive, or fail, when the test says so. */
function slowFonts() {
  const here = new Set<string>();
  const asked: { font: string; text: string; end: (failed?: "failed") => void }[] = [];
  const source = {
    check: (font: string, text: string) => [...new Set(text)].every((sign) => here.has(font + sign)),
    load: (font: string, text: string) =>
      new Promise((resolve, reject) => {
        const end = (failed?: "failed") => {
          if (failed === "failed") return reject(new Error("NetworkError"));
          for (const sign of new Set(text)) here.add(font + sign);
          resolve([]);
        };
        asked.push({ font, text, end });
      }),
  };
  return { source, asked, fonts: new DrawnFonts(source, 5000) };
}

const turn = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("text that is drawn", () => {
  it("waits for its glyphs, which are asked for once and in one request a weight", async () => {
    const { fonts, asked } = slowFonts();
    expect([fonts.canDraw("净现值", 400), fonts.canDraw("现值", 400), fonts.canDraw("净", 700)]).toEqual([false, false, false]);
    await turn();
    expect(asked.map(({ font, text }) => [font, text])).toEqual([
      ['400 12px "Noto Sans SC"', "净现值"],
      ['700 12px "Noto Sans SC"', "净"],
    ]);
    const told = vi.fn<() => void>();
    fonts.subscribe(told);
    asked[0]?.end();
    await turn();
    expect(told).toHaveBeenCalled();
    expect([fonts.canDraw("净现值", 400), fonts.canDraw("净", 700)]).toEqual([true, false]);
    expect(fonts.state()).toMatchObject({ repairs: 0, loading: 1, hasFailed: false });
  });

  it("is drawn at once where the page has its glyphs already", async () => {
    const { fonts, source, asked } = slowFonts();
    const loaded = source.load('400 12px "Noto Sans SC"', "户");
    asked[0]?.end();
    await loaded;
    expect(fonts.canDraw("户", 400)).toBe(true);
    expect(fonts.state().step).toBe(0);
  });

  it("asks anew for what later text brings", async () => {
    const { fonts, asked } = slowFonts();
    fonts.canDraw("户", 400);
    await turn();
    asked[0]?.end();
    await turn();
    expect(fonts.canDraw("户龘", 400)).toBe(false);
    await turn();
    expect(asked[1]?.text).toBe("龘");
  });

  it("is drawn without its glyphs after five seconds, and again when they come after all", async () => {
    const { fonts, asked } = slowFonts();
    fonts.canDraw("户", 400);
    await vi.advanceTimersByTimeAsync(4999);
    expect(fonts.canDraw("户", 400)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(fonts.canDraw("户", 400)).toBe(true);
    expect(fonts.state()).toMatchObject({ repairs: 0, loading: 1 });
    asked[0]?.end();
    await turn();
    expect(fonts.state()).toMatchObject({ repairs: 1, loading: 0, hasFailed: false });
  });

  it("loses to a slice that can't be read only the signs in it, and says so", async () => {
    const { fonts, asked } = slowFonts();
    fonts.canDraw("户数", 400);
    await turn();
    asked[0]?.end("failed");
    await turn();
    expect(asked.slice(1).map(({ text }) => text)).toEqual(["户", "数"]);
    asked[1]?.end();
    asked[2]?.end("failed");
    await turn();
    expect(fonts.canDraw("户数", 400)).toBe(true);
    expect(fonts.state()).toMatchObject({ loading: 0, hasFailed: true, repairs: 0 });
  });

  it("that is measured unannounced is measured again when its glyphs are here", async () => {
    const { fonts, asked } = slowFonts();
    fonts.drawNow("户", 400);
    expect(fonts.canDraw("户", 400)).toBe(true);
    await turn();
    asked[0]?.end();
    await turn();
    expect(fonts.state().repairs).toBe(1);
    fonts.drawNow("户", 400);
    await turn();
    expect(asked).toHaveLength(1);
  });
});

it("paper waits until nothing is on its way", async () => {
  const { fonts, asked } = slowFonts();
  const told = vi.fn<() => void>();
  await fonts.settled();
  fonts.canDraw("户", 700);
  void fonts.settled().then(told);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).not.toHaveBeenCalled();
  asked[0]?.end();
  await turn();
  expect(told).toHaveBeenCalledOnce();
});
