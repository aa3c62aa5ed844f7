import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface SettingRowProps {
  readonly label: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A setting: what it is, what it does, and the choice. */
export function SettingRow({ label, text, children }: SettingRowProps) {
  return (
    <Stack direction="row" sx={{ py: 1, gap: 3, alignItems: "center", borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ width: 300, flexShrink: 0 }}>
        {label}
        {text && <Typography variant="body2">{text}</Typography>}
      </Box>
      {children}
    </Stack>
  );
}
