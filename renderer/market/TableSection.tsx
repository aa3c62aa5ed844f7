import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface TableSectionProps {
  readonly title: string;
  readonly addText: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** A table under its title, with the button that adds to it. */
export function TableSection({ title, addText, onAdd, children }: TableSectionProps) {
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Stack direction="row" sx={{ alignItems: "center", mb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button variant="outlined" startIcon={<Add />} onClick={onAdd}>
          {addText}
        </Button>
      </Stack>
      <Box sx={{ border: 1, borderColor: "divider", borderRadius: 1, overflow: "auto" }}>{children}</Box>
    </Box>
  );
}
