import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
/** The screen's scale of type, and the one of the memo's drawn figure. */
const scales = ["renderer/desk/type-scale.ts", "renderer/memos/blocks/memo-fonts.ts"];
/** Steps of the theme's spacing, in its unit of 8 px. */
const steps = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

const sources = readdirSync(join(root, "renderer"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { file: relative(root, path), text: readFileSync(path, "utf8") };
  });

type Check = (text: string) => string[];
const found = (check: Check, files: typeof sources) => files.flatMap(({ file, text }) => check(text).map((place) => `${file}: ${place}`));

/** Sizes of type written out: in pixels, as a share of the text around, in a font's short form. */
const writtenSizes: Check = (text) =>
  text.match(/\bfontSize["']?\s*[:=]\s*[^,;}\n]*\d[^,;}\n]*|\w*font(?:Style)?["']?\s*[:=]\s*["'`][^"'`]*\d(?:px|r?em)/gi) ?? [];

/** Distances in the theme's unit that are none of its steps. */
const oddSteps: Check = (text) =>
  [...text.matchAll(/\b(?:[mp][xytblr]?|gap|rowGap|columnGap|spacing)(?::\s|=\{)(-?\d+(?:\.\d+)?)\b(?!px)/g)]
    .filter(([, step]) => !steps.includes(Math.abs(Number(step))))
    .map(([place]) => place);

/** Names of the components that a file exports; it should be one. */
const components: Check = (text) =>
  [...text.matchAll(/^export (?:function|const|class) ([A-Z]\w*)(?:<[^(]*>)?(?:\(| = (?:memo|styled|forwardRef)\(| extends Component)/gm)].map(
    ([, name]) => name ?? "",
  );

describe("sizes on the screen come from the theme", () => {
  it("writes no size of type outside the scales", () => {
    expect(
      found(
        writtenSizes,
        sources.filter(({ file }) => !scales.includes(file)),
      ),
    ).toEqual([]);
  });

  it("keeps distances to the steps of the theme's spacing", () => {
    expect(
      found(
        oddSteps,
        sources.filter(({ file }) => file !== "renderer/desk/desk-theme.ts"),
      ),
    ).toEqual([]);
  });

  it("would see them", () => {
    expect(writtenSizes("sx={{ fontSize: 12.5, px: 1 }}")).toHaveLength(1);
    expect(writtenSizes('fontSize: columns > 9 ? "0.85em" : size')).toHaveLength(1);
    expect(writtenSizes('headerFontStyle: "600 12px"')).toHaveLength(1);
    expect(writtenSizes("fontSize: typeSizes.fine, lineHeight: 1.2")).toEqual([]);
    expect(oddSteps("px: 1.25, mt: -0.5, gap: 2")).toEqual(["px: 1.25"]);
    expect(oddSteps("<Stack spacing={5}>")).toEqual(["spacing={5"]);
  });
});

describe("a file of the renderer shows one thing", () => {
  it("exports at most one component", () => {
    expect(sources.filter(({ text }) => components(text).length > 1).map(({ file }) => file)).toEqual([]);
  });

  it("would see two", () => {
    expect(components("export function One() {}\nexport const Two = memo(function Two() {});")).toEqual(["One", "Two"]);
    expect(components('export const Table = styled("table")({});\nexport const shown = [1];')).toEqual(["Table"]);
  });
});
