import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface AmountLineProps {
  /** 0: the line that all others lead to. */
  readonly depth: number;
  /** Whether it counts in the line above it. */
  readonly adds: boolean;
  /** Heads a sum of its own. */
  readonly isSum?: boolean;
  /** Stands before the sign. */
  readonly toggle?: ReactNode;
  readonly amount: string;
  readonly lineId?: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

const indentPx = 14;

/** One line of a sum: sign, what it is, amount. */
export function AmountLine({ depth, adds, isSum = false, toggle, amount, lineId, testId, children }: AmountLineProps) {
  const isHead = depth === 0;
  return (
    <Box
      data-testid={testId}
      data-line={lineId}
      sx={{
        typography: isHead ? "h2" : "body2",
        display: "grid",
        gridTemplateColumns: `${toggle === undefined ? "" : "16px "}12px minmax(0, 1fr) auto`,
        columnGap: 0.5,
        alignItems: "baseline",
        py: 0.5,
        pl: `${depth * indentPx}px`,
        borderBottom: 1,
        borderColor: "divider",
        fontWeight: isHead || isSum ? 700 : 400,
        color: adds || isHead ? "text.primary" : "text.secondary",
      }}
    >
      {toggle}
      <Box component="span" aria-hidden sx={{ color: "text.secondary", fontWeight: 400 }}>
        {isHead ? "=" : adds ? "+" : "·"}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: "anywhere" }}>{children}</Box>
      <Box component="span" data-testid="figure-amount" sx={{ pl: 1.5, textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
        {amount}
      </Box>
    </Box>
  );
}
