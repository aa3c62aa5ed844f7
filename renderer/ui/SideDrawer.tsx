import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface SideDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Name of the drawer, for screen readers. */
  readonly label: string;
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A pane over the right of the window, with its title and the way out. */
export function SideDrawer({ open, onClose, label, title, subtitle, width, testId, children }: SideDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      slotProps={{ paper: { sx: { width, maxWidth: "92vw" }, "data-testid": testId, "aria-label": label } as object }}
    >
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1, px: 2, py: 1, borderBottom: 1, borderColor: "divider" }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" sx={{ overflowWrap: "anywhere" }}>
            {title}
          </Typography>
          <Typography variant="body2">{subtitle}</Typography>
        </Box>
        <IconButton onClick={onClose} aria-label={t("common.close")}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box tabIndex={0} sx={{ px: 2, py: 1.5, overflow: "auto", "&:focus-visible": { outline: "none" } }}>
        {children}
      </Box>
    </Drawer>
  );
}
