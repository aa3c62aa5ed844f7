import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { SecretForm } from "../ui/forms/SecretForm.tsx";
import { isGood, NewPassphrase } from "./NewPassphrase.tsx";

/** Another passphrase for a desk that is open; what it held is not written anew. */
export function SetPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ passphrase: "", repeated: "" });
  const { run, busy, error } = useAction("encryption.setPassphrase");
  const set = async () => {
    if (!isGood(typed)) return;
    if ((await run({ passphrase: typed.passphrase }).then(() => true)) !== true) return;
    showNotice(t("encryption.passphraseSet"));
    onClose();
  };
  return (
    <SecretForm title={t("encryption.passphraseTitle")} confirmText={t("common.save")} busy={busy} error={error} onSubmit={() => void set()} onClose={onClose}>
      <NewPassphrase value={typed} onChange={setTyped} />
    </SecretForm>
  );
}
