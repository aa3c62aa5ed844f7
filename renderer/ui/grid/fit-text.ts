const ellipsis = "…";

/** Measures text as the grid draws it. */
export type TextMeasure = (text: string) => number;

/** As much of a text as a width has room for, with an ellipsis where it is cut. */
export function fitText(text: string, width: number, measure: TextMeasure): string {
  if (measure(text) <= width) return text;
  const signs = Array.from(text);
  let [fitting, tooMany] = [0, signs.length];
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (measure(signs.slice(0, middle).join("") + ellipsis) <= width) fitting = middle;
    else tooMany = middle;
  }
  return signs.slice(0, fitting).join("") + ellipsis;
}

const mostKept = 20_000;

/** A measure for a font of the page, which keeps what it measured: the grid asks for the same cells with every frame. */
export function measureIn(font: string): TextMeasure {
  let context: CanvasRenderingContext2D | null | undefined;
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    context ??= document.createElement("canvas").getContext("2d");
    if (context === null) return 0;
    context.font = font;
    if (widths.size >= mostKept) widths.clear();
    const { width } = context.measureText(text);
    widths.set(text, width);
    return width;
  };
}
