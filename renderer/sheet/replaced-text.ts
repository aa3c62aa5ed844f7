/** Every occurrence, whatever its case. */
export function withReplaced(typed: string, text: string, replacement: string): string {
  const pattern = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "gi");
  return typed.replaceAll(pattern, () => replacement);
}
