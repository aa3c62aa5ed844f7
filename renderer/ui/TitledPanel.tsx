import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface TitledPanelProps {
  readonly title: string;
  /** Name for screen readers where it is not the title. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A framed part of the screen under its title; what is wider scrolls. */
export function TitledPanel({ title, label = title, children }: TitledPanelProps) {
  return (
    <Paper variant="outlined" component="section" aria-label={label} sx={{ flexShrink: 0, overflowX: "auto" }}>
      <Typography variant="h3" component="h2" sx={{ px: 1, py: 0.75 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}
