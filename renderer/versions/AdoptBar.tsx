import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeVersion, VersionSummary } from "../../shared/contract/version-channels.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice } from "../desk/session-store.ts";

interface AdoptBarProps {
  readonly dealId: number;
  readonly older: TapeVersion;
  readonly newer: TapeVersion;
  readonly summary: VersionSummary;
  readonly isComparing: boolean;
}

/** What is still to be decided, and the step that makes the newer version the package. */
export function AdoptBar({ dealId, older, newer, summary, isComparing }: AdoptBarProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const isOpen = summary.doubtful.open + summary.openConflicts > 0;
  const adopt = async () => {
    setBusy(true);
    try {
      const { carried, refused, confirmed } = await call("versions.adopt", { dealId, tapeId: newer.tapeId });
      const values = { number: newer.number, carried: formatNumber(carried), refused: formatNumber(refused), confirmed: formatNumber(confirmed) };
      showNotice(refused === 0 ? t("versions.adopted", values) : t("versions.adoptedRefused", values));
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  // Against another version than the one that is priced nothing is decided.
  if (older.standing !== "priced") return null;
  return (
    <Box sx={{ mx: 1, mt: 1, px: 1, py: 0.5, display: "flex", alignItems: "center", gap: 2, bgcolor: "background.default" }} data-testid="adopt-bar">
      <Box component="output" sx={{ flex: 1 }}>
        {isOpen ? t("versions.toDecide", { pairs: formatNumber(summary.doubtful.open), conflicts: formatNumber(summary.openConflicts) }) : t("versions.ready")}
      </Box>
      <Button variant="contained" disabled={isOpen || isComparing} loading={busy} onClick={() => void adopt()} data-testid="adopt-version">
        {t("versions.adopt")}
      </Button>
    </Box>
  );
}
