/*
 * The web font comes in about a hundred slices a weight, and the browser fetches a slice only once a character of it is
 * drawn; until then it draws and measures another font, or boxes where the system has none for Chinese. Text of the page
 * it mends by itself when the slice arrives; a canvas, a chart and a paginated memo stay as they were drawn. They ask here first.
 */

export const webFont = "Noto Sans SC";

/** The weights in which the pages have the font. */
const fontWeights = [400, 700] as const;
export type FontWeight = (typeof fontWeights)[number];

/** What is used of `document.fonts`. */
export interface FontSource {
  check(font: string, text: string): boolean;
  load(font: string, text: string): Promise<unknown>;
}

export interface FontState {
  /** Changes whenever text may be drawn that could not be before. */
  readonly step: number;
  /** How often a glyph arrived after something was drawn or measured without it: that is to be done again. */
  readonly repairs: number;
  /** Requests on their way. */
  readonly loading: number;
  /** Part of the font could not be read. */
  readonly hasFailed: boolean;
}

/** `givenUp`: nobody waits for it any longer, and what needs it is drawn with what there is. */
type Glyph = "awaited" | "givenUp" | "here";

const fontName = (weight: FontWeight) => `${weight} 12px "${webFont}"`;

/** Knows which glyphs can be drawn and fetches the others; after `patienceMs` text is drawn without those that are not here. */
export class DrawnFonts {
  readonly #source: FontSource;
  readonly #patienceMs: number;
  readonly #glyphs = { 400: new Map<string, Glyph>(), 700: new Map<string, Glyph>() };
  readonly #lacking = { 400: new Set<string>(), 700: new Set<string>() };
  readonly #listeners = new Set<() => void>();
  #state: FontState = { step: 0, repairs: 0, loading: 0, hasFailed: false };
  #isPlanned = false;

  constructor(source: FontSource, patienceMs: number) {
    this.#source = source;
    this.#patienceMs = patienceMs;
  }

  readonly state = (): FontState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Whether the text can be drawn. Fetches what it lacks; `subscribe` tells of its arrival. */
  readonly canDraw = (text: string, weight: FontWeight): boolean => {
    const glyphs = this.#glyphs[weight];
    let can = true;
    for (const sign of text) if ((glyphs.get(sign) ?? this.#ask(sign, weight)) === "awaited") can = false;
    return can;
  };

  /** For text that is drawn at once, come what may: a glyph that arrives afterwards is a repair. */
  drawNow(text: string, weight: FontWeight): void {
    if (!this.canDraw(text, weight)) this.#giveUp(weight, Array.from(text));
  }

  /** Resolves once nothing is on its way: all glyphs that were asked for are here, or can't be had. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#isPlanned || this.#state.loading > 0) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** What is asked for in one go, such as all cells of a screen, becomes one request. */
  #ask(sign: string, weight: FontWeight): Glyph {
    const glyph = this.#source.check(fontName(weight), sign) ? "here" : "awaited";
    this.#glyphs[weight].set(sign, glyph);
    if (glyph === "here") return glyph;
    this.#lacking[weight].add(sign);
    if (!this.#isPlanned) queueMicrotask(() => this.#fetchLacking());
    this.#isPlanned = true;
    return glyph;
  }

  #fetchLacking(): void {
    this.#isPlanned = false;
    for (const weight of fontWeights) {
      const signs = [...this.#lacking[weight]];
      this.#lacking[weight].clear();
      if (signs.length > 0) void this.#fetch(weight, signs);
    }
  }

  /** One request for all; where it fails one for each sign, so that a bad slice costs its own signs alone. */
  async #fetch(weight: FontWeight, signs: readonly string[]): Promise<void> {
    this.#change({ loading: this.#state.loading + 1 });
    const timer = setTimeout(() => this.#giveUp(weight, signs), this.#patienceMs);
    try {
      await this.#source.load(fontName(weight), signs.join(""));
      this.#arrive(weight, signs);
    } catch {
      const results = await Promise.allSettled(signs.map((sign) => this.#source.load(fontName(weight), sign)));
      const ended = (status: string) => signs.filter((_sign, index) => results[index]?.status === status);
      this.#arrive(weight, ended("fulfilled"));
      this.#giveUp(weight, ended("rejected"));
      if (ended("rejected").length > 0) this.#change({ hasFailed: true });
    } finally {
      clearTimeout(timer);
      this.#change({ loading: this.#state.loading - 1 });
    }
  }

  #arrive(weight: FontWeight, signs: readonly string[]): void {
    if (signs.length === 0) return;
    const isRepair = signs.some((sign) => this.#glyphs[weight].get(sign) === "givenUp");
    for (const sign of signs) this.#glyphs[weight].set(sign, "here");
    this.#change({ step: this.#state.step + 1, repairs: this.#state.repairs + (isRepair ? 1 : 0) });
  }

  #giveUp(weight: FontWeight, signs: readonly string[]): void {
    const awaited = signs.filter((sign) => this.#glyphs[weight].get(sign) === "awaited");
    for (const sign of awaited) this.#glyphs[weight].set(sign, "givenUp");
    if (awaited.length > 0) this.#change({ step: this.#state.step + 1 });
  }

  #change(changed: Partial<FontState>): void {
    this.#state = { ...this.#state, ...changed };
    for (const listener of this.#listeners) listener();
  }
}
