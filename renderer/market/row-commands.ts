import type { PlaceCommand } from "../desk/commands.ts";

/** What can be done with a record, as its buttons do it. */
export const rowCommands = (onEdit: () => void, onRemove: () => void): readonly PlaceCommand[] => [
  { id: "editRow", run: onEdit },
  { id: "removeRow", run: onRemove },
];
