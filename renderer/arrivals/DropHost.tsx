import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import Box from "@mui/material/Box";
import { alpha, type Theme } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { DropFailureNotice } from "./DropFailureNotice.tsx";
import { type DropOffer, useFileDrops } from "./use-file-drops.ts";
import { useGivenFiles } from "./use-given-files.ts";

/** Takes files that the system gives the app, or that are dragged onto the window; while one is over it, says what letting go does, or where to let go. */
export function DropHost() {
  const offer = useFileDrops();
  useGivenFiles();
  return (
    <>
      <DropFailureNotice />
      {offer === null ? null : <OfferVeil {...offer} />}
    </>
  );
}

function OfferVeil({ says, isTaken }: DropOffer) {
  const { t } = useTranslation();
  return (
    <Box sx={{ ...veil, borderColor: isTaken ? "primary.main" : "divider" }}>
      <Box role="status" data-testid="drop-says" sx={plate}>
        {isTaken ? <FileDownloadOutlined color="primary" /> : null}
        {t(`drop.${says}`)}
      </Box>
    </Box>
  );
}

// Above dialogs, and out of the way of the drag itself.
const veil = {
  position: "fixed",
  inset: 0,
  zIndex: "tooltip",
  pointerEvents: "none",
  border: 3,
  display: "grid",
  placeItems: "center",
  bgcolor: ({ palette }: Theme) => alpha(palette.background.default, 0.8),
} as const;
const plate = {
  display: "flex",
  alignItems: "center",
  gap: 1,
  px: 3,
  py: 2,
  maxWidth: 520,
  borderRadius: 1,
  bgcolor: "background.paper",
  color: "text.primary",
  boxShadow: 8,
  fontWeight: 700,
} as const;
