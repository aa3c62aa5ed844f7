const longestParagraph = 600;

/** Paragraphs of a note, none so long that it could outgrow a page; long ones end at a sentence where there is one. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => {
      const parts: string[] = [];
      let rest = line;
      while (rest.length > longestParagraph) {
        const head = rest.slice(0, longestParagraph);
        const sentence = Math.max(head.lastIndexOf("。"), head.lastIndexOf("；"), head.lastIndexOf(". "), head.lastIndexOf("; "));
        const end = sentence > longestParagraph / 2 ? sentence + 1 : longestParagraph;
        parts.push(rest.slice(0, end).trim());
        rest = rest.slice(end).trim();
      }
      return [...parts, rest];
    });
}
