import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface PlanRowProps {
  readonly label: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** One thing to choose, with what it does. */
export function PlanRow({ label, text, children }: PlanRowProps) {
  return (
    <Stack direction="row" sx={{ px: 1, py: 0.75, gap: 1.5, alignItems: "center", borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ width: 280, flexShrink: 0 }}>
        {label}
        {text && <Typography variant="body2">{text}</Typography>}
      </Box>
      {children}
    </Stack>
  );
}
