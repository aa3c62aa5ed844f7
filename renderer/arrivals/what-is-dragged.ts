/** What a drag tells of its files before they are let go: how many there are, and a media type where the system knows one. */
type DraggedItems = ArrayLike<Pick<DataTransferItem, "kind" | "type">>;

export type Dragged = "tape" | "maybeTape" | "otherKind";

/** The media types that systems give to workbooks and text lists. */
const tapeType = /^text\/(csv|tab-separated-values|plain|comma-separated-values|x-.*)$|excel|spreadsheetml|^application\/csv$/;

/** Several are read as one tape. A folder has no type, nor has a file whose ending the system doesn't know: what it is shows only when it is let go. */
export function whatIsDragged(items: DraggedItems): Dragged {
  const kinds = Array.from(items).flatMap(({ kind, type }) => (kind === "file" ? [kindOf(type.toLowerCase())] : []));
  if (kinds.includes("otherKind")) return "otherKind";
  return kinds.length > 0 && kinds.every((kind) => kind === "tape") ? "tape" : "maybeTape";
}

function kindOf(type: string): Dragged {
  if (type === "" || type === "application/octet-stream") return "maybeTape";
  return tapeType.test(type) ? "tape" : "otherKind";
}
