import type { KeyboardEvent } from "react";

const fieldsOf = 'input:not([type="checkbox"]):not([disabled]):not([data-search])';

/** Enter goes to the next field and Shift+Enter to the one before; Ctrl with an arrow to the next one in that direction. */
export function moveBetweenFields(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  if (!(from instanceof HTMLInputElement) || !from.matches(fieldsOf) || event.nativeEvent.isComposing || event.defaultPrevented) return;
  if (event.altKey || event.metaKey) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(fieldsOf)].filter((field) => field.offsetParent !== null);
  const target =
    event.key === "Enter" && !event.ctrlKey
      ? fields[fields.indexOf(from) + (event.shiftKey ? -1 : 1)]
      : event.ctrlKey
        ? nearest(from, fields, event.key)
        : undefined;
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

/** The closest field in a direction: in its line sideways, in its column or the line's nearest up and down. */
function nearest(from: HTMLElement, fields: readonly HTMLInputElement[], key: string): HTMLInputElement | undefined {
  const here = centreOf(from);
  const candidates = fields.flatMap((field) => {
    const { x, y } = centreOf(field);
    const [right, down] = [x - here.x, y - here.y];
    const ahead = { ArrowRight: right, ArrowLeft: -right, ArrowDown: down, ArrowUp: -down }[key];
    const aside = key === "ArrowRight" || key === "ArrowLeft" ? Math.abs(down) : Math.abs(right);
    const isAhead = ahead !== undefined && ahead > 4 && (key === "ArrowDown" || key === "ArrowUp" || aside < 4);
    return isAhead ? [{ field, distance: ahead + aside / 4 }] : [];
  });
  return candidates.toSorted((one, other) => one.distance - other.distance)[0]?.field;
}

function centreOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
