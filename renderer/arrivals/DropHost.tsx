import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { DropFailureNotice } from "./DropFailureNotice.tsx";
import { type DropOffer, useFileDrops } from "./use-file-drops.ts";

/** Takes files that are dragged onto the window; while one is over it, says what letting go does, or where to let go. */
export function DropHost() {
  const offer = useFileDrops();
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
const veil = { position: "fixed", inset: 0, zIndex: "tooltip", pointerEvents: "none", border: 3, display: "grid", placeItems: "center" } as const;
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
