import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface FactStripProps {
  readonly label: string;
  readonly title: string;
  readonly testId?: string;
  readonly children?: ReactNode;
}

/** A line of facts under a table: what they are about, then one after the other. */
export function FactStrip({ label, title, testId, children }: FactStripProps) {
  return (
    <Box
      component="section"
      aria-label={label}
      data-testid={testId}
      sx={{
        typography: "body2",
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        columnGap: 2,
        rowGap: 0.25,
        px: 1.5,
        py: 0.5,
        borderTop: 1,
        borderColor: "divider",
        flexShrink: 0,
        // A fact that fits on a line of its own stays whole: in a line that wraps only a longer one shrinks.
        "& > *": { fontVariantNumeric: "tabular-nums" },
      }}
    >
      <b>{title}</b>
      {children}
    </Box>
  );
}
