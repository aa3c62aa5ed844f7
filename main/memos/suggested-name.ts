/** Characters that Windows, macOS or Linux refuse in file names; \p{Cc} are the control characters. */
const refused = /[<>:"/\\|?*\p{Cc}]/gu;
const longest = 80;

/** File name offered for a memo: deal, run and day. */
export function suggestedPdfName(dealName: string, runName: string, day: string): string {
  const plain = (text: string) => text.replace(refused, " ").replace(/\s+/g, " ").trim().slice(0, longest);
  const stem = [plain(dealName), plain(runName), day].filter((part) => part !== "").join(" - ");
  return `${stem.replace(/^[.\s-]+/, "")}.pdf`;
}
