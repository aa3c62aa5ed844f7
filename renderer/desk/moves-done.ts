/** One undo or redo after the other, so that keys pressed fast take back as many steps. */
let moving: Promise<unknown> = Promise.resolve();

/** Settles once what was pressed so far is undone: an edit that follows at once waits for it, or it would be taken back in its place. */
export const movesDone = (): Promise<unknown> => moving;

/** Makes a move once those before it are done. */
export function moveInTurn<T>(move: () => Promise<T>): Promise<T> {
  const mine = moving.then(move);
  moving = mine.catch(() => undefined);
  return mine;
}
