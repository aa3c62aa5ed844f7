/** Characters that Windows, macOS or Linux refuse in file names; \p{Cc} are the control characters. */
const refused = /[<>:"/\\|?*\p{Cc}]/gu;
const longest = 80;

/** A name that every system takes, from what it is to tell. */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const plain = (text: string) => text.replace(refused, " ").replace(/\s+/g, " ").trim().slice(0, longest);
  const stem = parts
    .map(plain)
    .filter((part) => part !== "")
    .join(" - ");
  return `${stem.replace(/^[.\s-]+/, "")}.${extension}`;
}
