import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EncryptionState } from "../../shared/domain/encryption.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { CodeDialog } from "./CodeDialog.tsx";
import { PlanRow } from "./PlanRow.tsx";
import { SetPassphraseDialog } from "./SetPassphraseDialog.tsx";

type Deed = "encrypt" | "passphrase" | "code";

/** Whether the desk's file is encrypted, by what it opens, and the way there. */
export function EncryptionView() {
  const { t } = useTranslation();
  const { data, error, reload } = useCall("encryption.state", undefined);
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  if (error !== undefined) return <ErrorAlert error={error} onRetry={reload} />;
  if (data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  return (
    <>
      {data.hasFailed && <Alert severity="error">{t("encryption.failed")}</Alert>}
      {data.isEncrypted ? <WaysToOpen state={data} onAsk={setDeed} /> : <PlainDesk onEncrypt={() => setDeed("encrypt")} />}
      {deed === "encrypt" && <CodeDialog deed="encrypt" keyStore={data.keyStore} onClose={close} />}
      {deed === "code" && <CodeDialog deed="code" keyStore={data.keyStore} onClose={close} />}
      {deed === "passphrase" && <SetPassphraseDialog onClose={close} />}
    </>
  );
}

function PlainDesk({ onEncrypt }: { readonly onEncrypt: () => void }) {
  const { t } = useTranslation();
  return (
    <TitledPanel
      title={t("encryption.title")}
      actions={
        <Button variant="contained" size="small" onClick={onEncrypt} data-testid="encrypt-desk">
          {t("encryption.encrypt")}
        </Button>
      }
    >
      <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 1 }}>
        <Typography sx={{ fontWeight: 700 }} data-testid="encryption-state">
          {t("encryption.isPlain")}
        </Typography>
        <Typography>{t("encryption.plainText")}</Typography>
        <Typography>{t("encryption.whatHappens")}</Typography>
        <Typography>{t("encryption.remains")}</Typography>
      </Box>
    </TitledPanel>
  );
}

function WaysToOpen({ state, onAsk }: { readonly state: EncryptionState; readonly onAsk: (deed: Deed) => void }) {
  const { t } = useTranslation();
  const { usesStore, keyStore, hasPassphrase, plainBackups } = state;
  return (
    <TitledPanel title={t("encryption.title")}>
      <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 1 }}>
        <Typography sx={{ fontWeight: 700 }} data-testid="encryption-state">
          {t("encryption.isEncrypted")}
        </Typography>
        <Typography>{t("encryption.encryptedText")}</Typography>
        {plainBackups > 0 && (
          <Alert severity="warning" data-testid="plain-backups">
            {t("encryption.plainBackups", { count: plainBackups })}
          </Alert>
        )}
        <Alert severity="warning" variant="outlined">
          {t("encryption.losingAll")}
        </Alert>
      </Box>
      <PlanRow label={t("encryption.store")}>{usesStore ? t("encryption.byStore", { name: keyStore }) : t("encryption.noStore")}</PlanRow>
      <PlanRow label={t("encryption.passphrase")}>
        <span>{t(hasPassphrase ? "encryption.isSet" : "encryption.isNotSet")}</span>
        <Button size="small" onClick={() => onAsk("passphrase")} data-testid="set-passphrase">
          {t(hasPassphrase ? "encryption.changePassphrase" : "encryption.setPassphrase")}
        </Button>
      </PlanRow>
      <PlanRow label={t("encryption.code")} text={t("encryption.codeText")}>
        <Button size="small" onClick={() => onAsk("code")} data-testid="new-code">
          {t("encryption.newCode")}
        </Button>
      </PlanRow>
    </TitledPanel>
  );
}
