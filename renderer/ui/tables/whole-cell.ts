import type { CSSObject } from "@mui/material/styles";

/** Makes the control of a cell as large as the cell to the pointer; what is seen of it stays as it is. */
export const wholeCell = (cell: string, control: string): CSSObject => ({
  [cell]: { position: "relative" },
  [`${cell} ${control}::after`]: { content: '""', position: "absolute", inset: 0 },
});
