import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface TitledPanelProps {
  readonly title: string;
  /** Name for screen readers where it is not the title. */
  readonly label?: string;
  /** Stands beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of the screen under its title; what is wider scrolls. */
export function TitledPanel({ title, label = title, actions, children }: TitledPanelProps) {
  return (
    <Paper variant="outlined" component="section" aria-label={label} sx={{ flexShrink: 0, overflowX: "auto" }}>
      <Box sx={{ display: "flex", alignItems: "center", px: 1 }}>
        <Typography variant="h3" component="h2" sx={{ py: 0.75, flex: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {children}
    </Paper>
  );
}
