import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import { formatRate, noValue } from "../../shared/format.ts";

interface RatioTextProps {
  readonly ratio: number | null;
  /** Why there is no ratio. */
  readonly reason: string;
}

/** A published ratio, or a dash that says why there is none. */
export function RatioText({ ratio, reason }: RatioTextProps) {
  if (ratio !== null) return formatRate(ratio);
  return (
    <Tooltip title={reason}>
      <Box component="span" tabIndex={0} aria-label={reason} role="note" sx={{ color: "text.secondary", cursor: "help", px: 1 }}>
        {noValue}
      </Box>
    </Tooltip>
  );
}
