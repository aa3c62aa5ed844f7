/** The closest element in an arrow's direction: in the same line sideways, in the same column or the nearest up and down. */
export function nearestInDirection<E extends HTMLElement>(from: HTMLElement, candidates: readonly E[], key: string): E | undefined {
  const here = centreOf(from);
  const ahead = candidates.flatMap((candidate) => {
    const { x, y } = centreOf(candidate);
    const [right, down] = [x - here.x, y - here.y];
    const distance = { ArrowRight: right, ArrowLeft: -right, ArrowDown: down, ArrowUp: -down }[key];
    const isSideways = key === "ArrowRight" || key === "ArrowLeft";
    const aside = Math.abs(isSideways ? down : right);
    const isAhead = candidate !== from && distance !== undefined && distance > lineSlack && (!isSideways || aside < lineSlack);
    return isAhead ? [{ candidate, distance: distance + aside / 4 }] : [];
  });
  return ahead.toSorted((one, other) => one.distance - other.distance)[0]?.candidate;
}

/** Elements whose middles differ by less stand in one line. */
const lineSlack = 4;

function centreOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
