import { type EditedValue, type EditPath, pathKey } from "./edit-path.ts";

interface HeldEdit {
  readonly path: EditPath;
  readonly next: EditedValue;
}

/**
 * Edits that are typed while an undo or redo is on its way. They are made on what that leaves, not on what it takes back: stored
 * at once, they would bring back what is being undone, or be undone in its place.
 */
export class HeldEdits {
  #moves = 0;
  #edits: HeldEdit[] = [];

  get isHolding(): boolean {
    return this.#moves > 0;
  }

  get edits(): readonly HeldEdit[] {
    return this.#edits;
  }

  /** An undo or redo begins. */
  hold(): void {
    this.#moves += 1;
  }

  add(path: EditPath, next: EditedValue): void {
    this.#edits.push({ path, next });
  }

  /** Gives up what was typed last, in one field; false where nothing was. */
  dropLast(): boolean {
    const last = this.#edits.at(-1);
    if (last === undefined) return false;
    while (this.#edits.length > 0 && pathKey(this.#edits.at(-1)?.path ?? []) === pathKey(last.path)) this.#edits.pop();
    return true;
  }

  /** An undo or redo has ended: what is to be made now, nothing while another is on its way. */
  release(): readonly HeldEdit[] {
    this.#moves -= 1;
    if (this.isHolding) return [];
    const edits = this.#edits;
    this.#edits = [];
    return edits;
  }
}
