export const memoFontFamily = '"Noto Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/**
 * Loads the glyph slices of every character in the text, in both weights the memo prints. Chinese fonts come in about
 * a hundred slices and a slice is fetched only once it is drawn: measuring before that would measure another font.
 */
export async function loadMemoFonts(text: string): Promise<void> {
  const characters = [...new Set(text)].join("");
  await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 12px "Noto Sans SC"`, characters)));
  await document.fonts.ready;
}
