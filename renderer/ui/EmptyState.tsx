import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactNode;
  /** Buttons for what can be done now. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, icon, children }: EmptyStateProps) {
  return (
    <Stack sx={{ flex: 1, alignItems: "center", justifyContent: "center", textAlign: "center", p: 4, gap: 1 }}>
      {icon && <Box sx={{ color: "text.disabled", "& svg": { fontSize: 40 } }}>{icon}</Box>}
      <Typography variant="h2">{title}</Typography>
      {text && (
        <Typography color="text.secondary" sx={{ maxWidth: 520 }}>
          {text}
        </Typography>
      )}
      {children && (
        <Stack direction="row" spacing={1} sx={{ mt: 1.5 }}>
          {children}
        </Stack>
      )}
    </Stack>
  );
}
