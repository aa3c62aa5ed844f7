/** Longest name of a run. */
const longest = 80;

interface NameParts {
  readonly deal: string;
  readonly caseName: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Names that runs of the deal have or were saved under. */
  readonly taken: ReadonlySet<string>;
}

/** A name for the next run: deal, case, day and the first running number that is free; the deal's name gives way. */
export function suggestedRunName({ deal, caseName, day, taken }: NameParts): string {
  for (let number = 1; ; number++) {
    const rest = ` ${caseName} ${day} #${number}`;
    const name = `${Array.from(deal)
      .slice(0, longest - rest.length)
      .join("")
      .trim()}${rest}`;
    if (!taken.has(name)) return name;
  }
}
