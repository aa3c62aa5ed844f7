import Box from "@mui/material/Box";
import Snackbar from "@mui/material/Snackbar";
import { useEffect } from "react";
import { useRoute } from "../desk/routes.ts";
import { useSession } from "../desk/session-store.ts";
import { FileFailure } from "../ui/files/FileFailure.tsx";
import { clearDropFailure, useDrops } from "./drop-store.ts";

/** Why the last dropped file wasn't taken: until it is closed, the next one is dropped or another screen is opened. */
export function DropFailureNotice() {
  const failure = useDrops((state) => state.failure);
  const isOutdone = useSession((state) => state.error !== null);
  const route = useRoute();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- goes with the screen that it was dropped on
  useEffect(() => clearDropFailure, [route]);
  if (failure === null || isOutdone) return null;
  return (
    <Snackbar open anchorOrigin={{ vertical: "bottom", horizontal: "center" }} sx={atFoot}>
      <Box sx={{ maxWidth: 640, boxShadow: 6, borderRadius: 1 }} data-testid="drop-failure">
        <FileFailure failure={failure.error} fileName={failure.fileName} onClose={clearDropFailure} />
      </Box>
    </Snackbar>
  );
}

// Behind menus and dialogs that are opened after it.
const atFoot = { bottom: { xs: 40, sm: 40 }, zIndex: "drawer" } as const;
