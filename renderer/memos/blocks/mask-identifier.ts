/** A debtor's identifier as a memo may show it: enough to find it in the tape, not enough to use it. */
export function maskIdentifier(identifier: string): string {
  const shown = identifier.length > 8 ? 4 : 0;
  const end = identifier.length > 8 ? 2 : 0;
  return identifier.slice(0, shown) + "*".repeat(identifier.length - shown - end) + identifier.slice(identifier.length - end);
}
