import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Buttons at the right. */
  readonly children?: ReactNode;
}

export function PageHeader({ title, subtitle, children }: PageHeaderProps) {
  return (
    <Stack
      component="header"
      direction="row"
      sx={{ px: 2, py: 1, minHeight: 48, gap: 2, alignItems: "center", borderBottom: 1, borderColor: "divider", flexShrink: 0 }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h1" noWrap>
          {title}
        </Typography>
        {subtitle && (
          <Typography variant="body2" component="div" noWrap>
            {subtitle}
          </Typography>
        )}
      </Box>
      {children && (
        <Stack direction="row" spacing={1} sx={{ alignItems: "center", flexShrink: 0 }}>
          {children}
        </Stack>
      )}
    </Stack>
  );
}
