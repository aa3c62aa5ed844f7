let typings = 0;

/** A word that no edit before had, of this page or of one before it. */
export function newTyping(): string {
  typings += 1;
  return `${performance.timeOrigin}/${typings}`;
}
