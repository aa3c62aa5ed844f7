/** A move with its sign; a minus comes with the text of the amount. */
export const signed = (fen: number, text: (fen: number) => string): string => (fen > 0 ? `+${text(fen)}` : text(fen));
