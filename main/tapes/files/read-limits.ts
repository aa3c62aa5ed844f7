const mebibyte = 1024 * 1024;

/**
 * What a file may hold. Each limit is looked at while the file is read, before what it bounds is gathered, and is above
 * what a spreadsheet can store or an honest list needs.
 */
export const readLimits = {
  /** Files that are read as one tape. */
  files: 20,
  fileBytes: 400 * mebibyte,
  /** A workbook of before 2007, which is read whole: 65,536 rows a sheet. */
  oldWorkbookBytes: 48 * mebibyte,
  /** A workbook that a password protects, which is opened in memory. */
  protectedBytes: 64 * mebibyte,
  /** Parts of an archive: a sheet has up to four beside its own. */
  entries: 10_000,
  entryBytes: 3 * 1024 * mebibyte,
  unpackedBytes: 4 * 1024 * mebibyte,
  /** An honest sheet packs 5 to 10 : 1, bombs 400 : 1 and more. */
  ratio: 200,
  ratioFromBytes: mebibyte,
  sheets: 2000,
  rows: 1_048_576,
  columns: 1024,
  cells: 64_000_000,
  cellCharacters: 32_767,
  /** All cells of a row, or a record of a text list before it is cut. */
  rowCharacters: 4 * mebibyte,
  /** Shared texts, used or not: a dozen in each row that a sheet can have. */
  texts: 16_000_000,
  /** Shared texts that some cell refers to, as bytes. */
  textBytes: 384 * mebibyte,
  /** A tag with its attributes; those of thousands of areas under one format are the longest. */
  tagCharacters: mebibyte,
  nesting: 64,
  /** Merged areas, formats, relations: of each in one part. */
  items: 1_000_000,
} as const;

/** A text of the most characters in which every one stands as _x000D_. */
export const encodedCellCharacters = readLimits.cellCharacters * 7;
