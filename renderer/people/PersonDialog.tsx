import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLongEnough, leastPassphrase, type Role } from "../../shared/domain/people.ts";
import { useAction } from "../desk/desk-client.ts";
import { SecretField } from "../ui/fields/SecretField.tsx";
import { SecretForm } from "../ui/forms/SecretForm.tsx";
import { RoleChoice } from "./RoleChoice.tsx";

interface PersonDialogProps {
  /** The first person looks after the others. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

/** A new person, who types the passphrase. */
export function PersonDialog({ isFirst, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Role[]>(isFirst ? ["administrator"] : []);
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [isTried, setIsTried] = useState(false);
  const { run, busy, error } = useAction("people.add");
  const problems = {
    name: name.trim() === "" ? t("people.nameMissing") : undefined,
    roles: roles.length === 0 ? t("people.rolesMissing") : undefined,
    passphrase: !isLongEnough(passphrase) ? t("people.passphraseHint", { least: leastPassphrase }) : undefined,
    repeated: passphrase === repeated ? undefined : t("people.repeatDiffers"),
  };
  const said = isTried ? problems : { name: undefined, roles: undefined, passphrase: undefined, repeated: undefined };
  const add = async () => {
    setIsTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    if ((await run({ name: name.trim(), roles, passphrase })) !== undefined) onClose();
  };
  return (
    <SecretForm title={t("people.addTitle")} confirmText={t("common.save")} busy={busy} error={error} onSubmit={() => void add()} onClose={onClose}>
      <TextField
        label={t("people.name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={said.name !== undefined}
        helperText={said.name}
        autoFocus
        slotProps={{ htmlInput: { "data-testid": "person-name", maxLength: 60 } }}
      />
      <RoleChoice chosen={roles} problem={said.roles} onChange={setRoles} />
      <SecretField
        label={t("people.passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        problem={said.passphrase}
        hint={t("people.passphraseHint", { least: leastPassphrase })}
        testId="person-passphrase"
      />
      <SecretField label={t("people.repeat")} value={repeated} onChange={setRepeated} problem={said.repeated} testId="person-repeat" />
      <Typography variant="body2">{t("people.addNote")}</Typography>
    </SecretForm>
  );
}
