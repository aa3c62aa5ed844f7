import type { KeyboardEvent } from "react";
import { nearestInDirection } from "../desk/nearest-in-direction.ts";

const fieldsOf = 'input:not([type="checkbox"]):not([disabled]):not([data-search])';

/** Enter goes to the next field and Shift+Enter to the one before; Ctrl with an arrow to the next one in that direction. */
export function moveBetweenFields(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  if (!(from instanceof HTMLInputElement) || !from.matches(fieldsOf) || event.nativeEvent.isComposing || event.defaultPrevented) return;
  if (event.altKey || event.metaKey) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(fieldsOf)].filter((field) => field.offsetParent !== null);
  const isEnter = event.key === "Enter" && !event.ctrlKey;
  const target = isEnter ? fields[fields.indexOf(from) + (event.shiftKey ? -1 : 1)] : event.ctrlKey ? nearestInDirection(from, fields, event.key) : undefined;
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
