import type { KeyboardEvent, RefObject } from "react";
import type { GridPlace, TypingCellAt, TypingDeeds } from "./typing-cells.ts";
import { type CellEditorState, chosenOption } from "./use-cell-editor.ts";
import type { SelectedCells } from "./use-grid-selection.ts";

interface GridKeyParts {
  readonly frame: RefObject<HTMLElement | null>;
  readonly editor: CellEditorState;
  readonly selected: SelectedCells;
  readonly deeds: TypingDeeds;
  readonly cellAt: TypingCellAt;
  readonly columns: number;
  readonly rows: number;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** What the drawn grid does by itself, Shift and Ctrl included. */
const gridKeys = new Set([...Object.keys(arrows), "Home", "End", "PageUp", "PageDown", "Tab"]);

/** The keys of a grid that takes typing; everything else that is pressed is typed. */
export function useGridKeys(parts: GridKeyParts): (event: KeyboardEvent<HTMLInputElement>) => void {
  return (event) => {
    // The Enter that ends a composition is the input method's own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isDone = parts.editor.editing === null ? pressOnCell(parts, event) : pressInEditor(parts, event);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function moveBy({ selected, columns, rows }: GridKeyParts, [right, down]: readonly [number, number]): void {
  const { place } = selected;
  if (place === null) return;
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  selected.select({ column: within(place.column + right, columns), row: within(place.row + down, rows), columns: 1, rows: 1 });
}

function pressInEditor(parts: GridKeyParts, { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const { editor } = parts;
  const { editing, help } = editor;
  if (editing === null) return false;
  const leaveBy = (step: readonly [number, number]) => {
    editor.commit();
    moveBy(parts, step);
    return true;
  };
  if (key === "Enter") return leaveBy([0, shiftKey ? -1 : 1]);
  if (key === "Tab") return leaveBy([shiftKey ? -1 : 1, 0]);
  if (key === "Escape") {
    editor.giveUp();
    return true;
  }
  if (key === "F2") {
    editor.stay();
    return true;
  }
  const step = arrows[key];
  if (step === undefined || ctrlKey || metaKey || altKey || shiftKey) return false;
  const count = help?.options.length ?? 0;
  if (count > 0 && help !== null && step[1] !== 0) {
    const from = chosenOption(editing, help) ?? (step[1] > 0 ? -1 : count);
    editor.choose((from + step[1] + count) % count);
    return true;
  }
  return editing.isTypedOver && leaveBy(step);
}

function pressOnCell(parts: GridKeyParts, event: KeyboardEvent): boolean {
  const { editor, selected, deeds, cellAt } = parts;
  const { place, range } = selected;
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const isPlain = !ctrlKey && !metaKey && !altKey;
  if (place === null || range === null) return false;
  if (key === "F2" && !shiftKey && isPlain) return orReadOnly(parts, place, editor.open);
  if (key === "ArrowDown" && altKey) return orReadOnly(parts, place, editor.open);
  if (key === "Enter" && isPlain) {
    moveBy(parts, [0, shiftKey ? -1 : 1]);
    return true;
  }
  if (key === "Delete" && isPlain) {
    deeds.onClear(range);
    return true;
  }
  if (key === "Backspace" && isPlain) return orReadOnly(parts, place, () => editor.typeOver(""));
  if (key.toLowerCase() === "d" && (ctrlKey || metaKey) && !shiftKey && !altKey) return fillDown(parts);
  if (key === " " && ctrlKey) {
    selected.select({ ...range, row: 0, rows: parts.rows }, place);
    return true;
  }
  if ((key.toLowerCase() === "a" && (ctrlKey || metaKey)) || gridKeys.has(key)) return pressOnCanvas(parts.frame, event);
  if (key.length === 1 && isPlain && cellAt(place.column, place.row)?.isReadOnly === true) return orReadOnly(parts, place, () => undefined);
  return false;
}

/** Begins to type where the cell takes it, and says why where it doesn't. */
function orReadOnly({ cellAt, deeds }: GridKeyParts, place: GridPlace, start: () => void): boolean {
  if (cellAt(place.column, place.row)?.isReadOnly === true) deeds.onReadOnly(place);
  else start();
  return true;
}

/** The first row of what is selected into the others; of one row, the row above it. */
function fillDown({ selected, deeds }: GridKeyParts): boolean {
  const { range } = selected;
  if (range === null || (range.rows === 1 && range.row === 0)) return true;
  const first = range.rows === 1 ? range.row - 1 : range.row;
  const target = { ...range, row: first + 1, rows: Math.max(1, range.rows - 1) };
  deeds.onFill({ ...range, row: first, rows: 1 }, target);
  return true;
}

/** The drawn grid moves and selects by keys that reach its canvas, while the focus stays where text can be typed. */
function pressOnCanvas(frame: RefObject<HTMLElement | null>, event: KeyboardEvent): boolean {
  const { key, code, keyCode, shiftKey, ctrlKey, metaKey, altKey } = event;
  const copy = new KeyboardEvent("keydown", { key, code, keyCode, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true });
  frame.current?.querySelector("canvas")?.dispatchEvent(copy);
  return copy.defaultPrevented;
}
