import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DossierVerdict } from "../../shared/domain/dossier.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { showDossier, useDossierFile } from "../desk/dossier-file.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { DossierContents } from "./DossierContents.tsx";

/** Dossiers of this desk or another: looked at, held against their hashes, priced again. */
export function DossierView() {
  const { t } = useTranslation();
  const { fileToken, turn } = useDossierFile();
  const choosing = useAction("dossiers.choose");
  const replaying = useAction("dossiers.replay");
  const looked = useCall("dossiers.look", fileToken === null ? null : { fileToken });
  /** Of the file that was opened in that turn. */
  const [replayed, setReplayed] = useState<{ readonly turn: number; readonly verdict: DossierVerdict } | null>(null);
  const { reload } = looked;
  // The same file may be another one by now.
  useEffect(() => reload(), [turn, reload]);
  const choose = async () => {
    const chosen = await choosing.run();
    if (chosen == null) return;
    replaying.clearError();
    showDossier(chosen.fileToken);
  };
  const replay = async () => {
    if (fileToken === null) return;
    const verdict = await replaying.run({ fileToken });
    if (verdict !== undefined) setReplayed({ turn, verdict });
  };
  return (
    <TitledPanel
      title={t("dossier.title")}
      actions={
        <>
          <Button variant="contained" size="small" onClick={() => void choose()} data-testid="open-dossier">
            {t("dossier.open")}
          </Button>
          <Button size="small" disabled={looked.data === undefined} loading={replaying.busy} onClick={() => void replay()} data-testid="replay-dossier">
            {t("dossier.replay")}
          </Button>
        </>
      }
    >
      <Typography variant="body2" sx={{ p: 1 }}>
        {t("dossier.intro")}
      </Typography>
      <ErrorAlert error={choosing.error} onClose={choosing.clearError} />
      <ErrorAlert error={looked.error} />
      <ErrorAlert error={replaying.error} onClose={replaying.clearError} />
      {looked.loading && <LinearProgress aria-label={t("common.loading")} />}
      {looked.data !== undefined && looked.error === undefined && !looked.loading && (
        <DossierContents dossier={looked.data} verdict={replayed?.turn === turn ? replayed.verdict : null} />
      )}
    </TitledPanel>
  );
}
