import Alert from "@mui/material/Alert";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { RecoveryCodeField } from "../ui/fields/RecoveryCodeField.tsx";
import { SecretForm } from "../ui/forms/SecretForm.tsx";
import { isGood, NewPassphrase } from "./NewPassphrase.tsx";

interface CodeDialogProps {
  readonly deed: "encrypt" | "code";
  /** Null: the system has none, and a passphrase is needed. */
  readonly keyStore: string | null;
  readonly onClose: () => void;
}

type Step = "passphrase" | "code" | "typed";

/** Shows a new recovery code once, has it typed back from paper, and encrypts the desk with it or changes its code. */
export function CodeDialog({ deed, keyStore, onClose }: CodeDialogProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>(deed === "encrypt" ? "passphrase" : "code");
  const [twice, setTwice] = useState({ passphrase: "", repeated: "" });
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    void call("encryption.newCode").then(({ recoveryCode }) => setCode(recoveryCode), setError);
  }, []);
  const isLeftOut = keyStore !== null && twice.passphrase === "" && twice.repeated === "";
  const finish = async () => {
    setBusy(true);
    setError(undefined);
    try {
      if (deed === "encrypt") {
        // Once it is accepted the app loads the page anew, so the dialog stays.
        await call("encryption.encrypt", { recoveryCode: typed, passphrase: isLeftOut ? null : twice.passphrase });
        return;
      }
      await call("encryption.setCode", { recoveryCode: typed });
      showNotice(t("encryption.codeSet"));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const go = () => {
    if (step === "passphrase" && (isGood(twice) || isLeftOut)) setStep("code");
    else if (step === "code" && code !== "") setStep("typed");
    else if (step === "typed" && typed !== "" && !busy) void finish();
  };
  const isLast = step === "typed";
  return (
    <SecretForm
      title={t(deed === "encrypt" ? "encryption.encryptTitle" : "encryption.codeTitle")}
      confirmText={t(isLast ? (deed === "encrypt" ? "encryption.encryptNow" : "common.save") : "encryption.next")}
      busy={busy}
      error={error}
      onSubmit={go}
      onClose={() => busy || onClose()}
    >
      {step === "passphrase" && (
        <>
          <Typography>{t(keyStore === null ? "encryption.passphraseNeeded" : "encryption.passphraseOptional")}</Typography>
          <NewPassphrase value={twice} onChange={setTwice} />
        </>
      )}
      {step === "code" && (
        <>
          <Typography>{t("encryption.writeDown")}</Typography>
          <Typography variant="h2" component="p" data-selectable data-testid="recovery-code" sx={{ fontFamily: "monospace", textAlign: "center" }}>
            {code}
          </Typography>
          <Alert severity="warning" variant="outlined">
            {t("encryption.losingAll")}
          </Alert>
        </>
      )}
      {isLast && (
        <>
          <RecoveryCodeField label={t("encryption.code")} value={typed} onChange={setTyped} hint={t("encryption.typeBack")} autoFocus testId="typed-code" />
          {busy && <LinearProgress aria-label={t("encryption.busy")} />}
        </>
      )}
    </SecretForm>
  );
}
