/*
 * Run in the page: what stands on a canvas, and where the words of a chart stand.
 */

export interface DrawnText {
  readonly text: string;
  readonly weight: number;
  /** The cell, in pixels of the page. */
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/**
 * How much each text's ink on the canvas is the ink of the text in the web font: 1 where it is the same. The picture is
 * taken before the font is asked for, so that asking doesn't mend what is judged.
 */
export async function likenessOf(element: Element, texts: readonly DrawnText[]): Promise<number[]> {
  const canvas = element as HTMLCanvasElement;
  const scale = canvas.width / canvas.clientWidth;
  const sheet = (width: number, height: number) => {
    const context = new OffscreenCanvas(width, height).getContext("2d", { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error("no canvas");
    return context;
  };
  // The heads stand on a canvas of their own over that of the cells.
  const both = sheet(canvas.width, canvas.height);
  both.drawImage(canvas, 0, 0);
  const heads = canvas.nextElementSibling;
  if (heads instanceof HTMLCanvasElement) both.drawImage(heads, 0, 0);
  const taken = both.getImageData(0, 0, canvas.width, canvas.height);
  const [paperWidth, paperHeight] = [Math.ceil(400 * scale), Math.ceil(60 * scale)];
  const pen = sheet(paperWidth, paperHeight);
  const around = Math.round(4 * scale);

  /** Ink is what differs from a picture's paper by more than half as much as its darkest text does. */
  const inkOf = (picture: ImageData, ground: number, darkest: number) => (x: number, y: number) =>
    Math.abs((picture.data[(y * picture.width + x) * 4 + 1] ?? ground) - ground) * 2 > darkest;
  const likeness = (text: DrawnText): number => {
    const font = `${text.weight} ${12 * scale}px "Noto Sans SC"`;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, paperWidth, paperHeight);
    pen.fillStyle = "#000";
    pen.font = font;
    pen.textBaseline = "middle";
    const height = Math.round(text.height * scale);
    // Glide draws cells half a pixel further right, heads on the pixel.
    pen.fillText(text.text, around + (text.weight === 700 ? 0 : 0.5), height / 2 + around);
    const width = Math.ceil(pen.measureText(text.text).width);
    const expected = inkOf(pen.getImageData(0, 0, paperWidth, paperHeight), 255, 255);
    const [left, top] = [Math.round(text.left * scale), Math.round(text.top * scale)];
    const ground = taken.data[((top + 3) * taken.width + left + 3) * 4 + 1] ?? 255;
    const cell = both.getImageData(left, top, width, height).data;
    const darkest = cell.reduce((most, value, place) => (place % 4 === 1 ? Math.max(most, Math.abs(value - ground)) : most), 0);
    const drawn = inkOf(taken, ground, darkest);
    let best = 0;
    for (let dx = 0; dx <= 3 * around; dx += 1) {
      for (let dy = Math.max(-around, -top); dy <= around; dy += 1) {
        let [shared, either] = [0, 0];
        for (let y = 2; y < height - 2; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const [wanted, found] = [expected(x + around, y + around), drawn(left + dx + x, top + y + dy)];
            if (wanted && found) shared += 1;
            if (wanted || found) either += 1;
          }
        }
        best = Math.max(best, shared / Math.max(1, either));
      }
    }
    return best;
  };
  for (const { text, weight } of texts) await document.fonts.load(`${weight} 12px "Noto Sans SC"`, text);
  return texts.map(likeness);
}

/** Pairs of words of one chart that lie over each other by more than a hair. */
export async function wordsOver(charts: readonly Element[]): Promise<string[]> {
  // A chart paints with the next frame.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return charts.flatMap((chart) => {
    const words = [...chart.querySelectorAll("text")].map((word) => ({ text: word.textContent ?? "", box: word.getBoundingClientRect() }));
    return words.flatMap((one, index) =>
      words.slice(index + 1).flatMap((other) => {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return across > 1 && down > 4 ? [`${one.text} / ${other.text}`] : [];
      }),
    );
  });
}
