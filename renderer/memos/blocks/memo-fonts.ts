/** The type of the memo's drawn figure; the rest of the memo takes its own from memo.css. */
export const figureType = { fontFamily: '"Noto Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif', fontSize: 10.5 };

/**
 * Loads the glyph slices of every character in the text, in both weights the memo prints. Chinese fonts come in about
 * a hundred slices and a slice is fetched only once it is drawn: measuring before that would measure another font.
 */
export async function loadMemoFonts(text: string): Promise<void> {
  const characters = [...new Set(text)].join("");
  await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 12px "Noto Sans SC"`, characters)));
  await document.fonts.ready;
}
