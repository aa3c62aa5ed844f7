import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CallFailure, call, useCall } from "../desk/desk-client.ts";
import { speakHere, useLanguage } from "../desk/session-store.ts";
import { RecoveryCodeField } from "../ui/fields/RecoveryCodeField.tsx";
import { SecretField } from "../ui/fields/SecretField.tsx";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";

const kinds = ["passphrase", "recovery"] as const;
type Kind = (typeof kinds)[number];

/** What stands before an encrypted desk: its passphrase or its recovery code. Once that is right, the app loads the desk here. */
export function LockScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useCall("lock.state", undefined).data;
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    document.title = t("lock.title");
  }, [t]);
  if (state === undefined) return null;
  const kind = chosen ?? (state.hasPassphrase ? "passphrase" : "recovery");
  const open = async () => {
    if (typed === "" || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await call("lock.open", { kind, passphrase: typed });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const choose = (next: Kind) => {
    setChosen(next);
    setTyped("");
    setError(undefined);
  };
  return (
    <Box component="main" sx={{ height: "100%", display: "flex", alignItems: "center", justifyContent: "center", bgcolor: "background.default" }}>
      <Stack
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
        sx={{ width: 440, maxWidth: "100%", gap: 2, p: 3, bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1 }}
      >
        <Typography variant="h1">{t("lock.title")}</Typography>
        <Typography variant="body2">{t(state.isStoreLost ? "lock.storeLost" : "lock.text")}</Typography>
        {state.hasPassphrase && <ToggleChoice label={t("lock.by")} options={kinds} value={kind} textOf={(one) => t(`lock.kind.${one}`)} onChange={choose} />}
        {kind === "passphrase" ? (
          <SecretField key={kind} label={t("lock.kind.passphrase")} value={typed} onChange={setTyped} autoFocus testId="lock-passphrase" />
        ) : (
          <RecoveryCodeField
            key={kind}
            label={t("lock.kind.recovery")}
            value={typed}
            onChange={setTyped}
            hint={t("lock.codeHint")}
            autoFocus
            testId="lock-code"
          />
        )}
        {error !== undefined && (
          <Alert severity="error" variant="outlined" data-testid="lock-error">
            {error instanceof CallFailure ? t(`error.${error.code}`, error.values) : t("error.internal")}
          </Alert>
        )}
        <Stack direction="row" sx={{ justifyContent: "space-between" }}>
          <Button
            color="inherit"
            lang={language === "zh" ? "en" : "zh-CN"}
            onClick={() => speakHere(language === "zh" ? "en" : "zh")}
            data-testid="lock-language"
          >
            {t(`code.language.${language === "zh" ? "en" : "zh"}`)}
          </Button>
          <Button type="submit" variant="contained" loading={busy} data-testid="lock-open">
            {t("lock.open")}
          </Button>
        </Stack>
      </Stack>
    </Box>
  );
}
