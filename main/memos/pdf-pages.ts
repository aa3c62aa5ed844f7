/**
 * Pages of a PDF as Chromium writes it: page objects lie uncompressed in the file. Throws where the page tree's own
 * count says otherwise, so that a wrong number is never shown.
 */
export function countPdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^<>]*?\/Type\s*\/Pages\b/g)].map((match) =>
    Number(match[1] ?? match[2]),
  );
  const stated = Math.max(0, ...counts);
  if (pages === 0 || pages !== stated) throw new Error(`PDF has ${pages} page objects and states ${stated}`);
  return pages;
}
