import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person, Role } from "../../shared/domain/people.ts";
import { useAction } from "../desk/desk-client.ts";
import { SecretForm } from "../ui/forms/SecretForm.tsx";
import { RoleChoice } from "./RoleChoice.tsx";

interface RolesDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Other roles for a person. */
export function RolesDialog({ person, onClose }: RolesDialogProps) {
  const { t } = useTranslation();
  const [roles, setRoles] = useState<Role[]>(person.roles);
  const { run, busy, error } = useAction("people.setRoles");
  const save = async () => {
    if (roles.length > 0 && (await run({ personId: person.id, roles })) !== undefined) onClose();
  };
  return (
    <SecretForm
      title={t("people.rolesTitle", { name: person.name })}
      confirmText={t("common.save")}
      busy={busy}
      error={error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <RoleChoice chosen={roles} problem={roles.length === 0 ? t("people.rolesMissing") : undefined} onChange={setRoles} />
    </SecretForm>
  );
}
