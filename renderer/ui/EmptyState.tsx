import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ComponentType, ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  /** It is all that the screen shows: its title heads the page. */
  readonly isScreen?: boolean;
  readonly icon?: ComponentType<{ fontSize: "large"; color: "disabled" }>;
  /** Buttons for what can be done now. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, icon: Icon, isScreen = false, children }: EmptyStateProps) {
  return (
    <Stack sx={{ flex: 1, alignItems: "center", justifyContent: "center", textAlign: "center", p: 4, gap: 1 }}>
      {Icon && <Icon fontSize="large" color="disabled" />}
      <Typography variant="h2" component={isScreen ? "h1" : "h2"}>
        {title}
      </Typography>
      {text && <Typography sx={{ maxWidth: 520 }}>{text}</Typography>}
      {children && (
        <Stack direction="row" spacing={1} sx={{ mt: 1.5 }}>
          {children}
        </Stack>
      )}
    </Stack>
  );
}
