import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLongEnough, leastPassphrase, type Person } from "../../shared/domain/people.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { SecretField } from "../ui/fields/SecretField.tsx";
import { SecretForm } from "../ui/forms/SecretForm.tsx";

interface PassphraseDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Another passphrase for the same key: what was signed is signed by it still. */
export function PassphraseDialog({ person, onClose }: PassphraseDialogProps) {
  const { t } = useTranslation();
  const [old, setOld] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const isShort = !isLongEnough(passphrase);
  const change = async () => {
    if (old === "" || isShort || passphrase !== repeated) return;
    setBusy(true);
    setError(undefined);
    try {
      await call("people.changePassphrase", { personId: person.id, passphrase: old, newPassphrase: passphrase });
      showNotice(t("people.passphraseChanged"));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <SecretForm
      title={t("people.passphraseTitle", { name: person.name })}
      confirmText={t("common.save")}
      busy={busy}
      error={error}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <SecretField label={t("people.oldPassphrase")} value={old} onChange={setOld} autoFocus testId="passphrase-old" />
      <SecretField
        label={t("people.newPassphrase")}
        value={passphrase}
        onChange={setPassphrase}
        hint={t("people.passphraseHint", { least: leastPassphrase })}
        problem={passphrase !== "" && isShort ? t("people.passphraseHint", { least: leastPassphrase }) : undefined}
        testId="passphrase-new"
      />
      <SecretField
        label={t("people.repeat")}
        value={repeated}
        onChange={setRepeated}
        problem={repeated !== "" && repeated !== passphrase ? t("people.repeatDiffers") : undefined}
        testId="passphrase-repeat"
      />
    </SecretForm>
  );
}
