import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction, useCall } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { SecretField } from "../ui/fields/SecretField.tsx";
import { SecretForm } from "../ui/forms/SecretForm.tsx";

/** Opens a person's signing key with their passphrase. */
export function UnlockDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const persons = (useCall("people.list", undefined).data ?? []).filter(({ retiredAt }) => retiredAt === null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const { run, busy, error } = useAction("people.unlock");
  const personId = chosen ?? persons[0]?.id;
  const unlock = async () => {
    if (personId === undefined || passphrase === "") return;
    const session = await run({ personId, passphrase });
    if (session === undefined || session === null) return;
    showNotice(t("people.unlocked", { name: session.name }));
    onClose();
  };
  if (personId === undefined) return null;
  return (
    <SecretForm title={t("people.unlockTitle")} confirmText={t("people.unlock")} busy={busy} error={error} onSubmit={() => void unlock()} onClose={onClose}>
      <ChoiceField
        label={t("people.person")}
        value={personId}
        options={persons.map(({ id }) => id)}
        textOf={(id) => persons.find((person) => person.id === id)?.name ?? ""}
        onChange={setChosen}
        testId="unlock-person"
      />
      <SecretField label={t("people.passphrase")} value={passphrase} onChange={setPassphrase} autoFocus testId="unlock-passphrase" />
    </SecretForm>
  );
}
