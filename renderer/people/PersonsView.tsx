import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { settingsSchema } from "../../shared/contract/app-channels.ts";
import type { Person } from "../../shared/domain/people.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { updateSettings, useSettings } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { PassphraseDialog } from "./PassphraseDialog.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { PersonTable } from "./PersonTable.tsx";
import type { PersonDeed } from "./person-deed.ts";
import { RolesDialog } from "./RolesDialog.tsx";

type Shown = "add" | { readonly deed: PersonDeed; readonly person: Person } | null;

/** Persons of the workstation, their roles and keys. */
export function PersonsView() {
  const { t } = useTranslation();
  const { lockMinutes } = useSettings();
  const people = useCall("people.list", undefined);
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  if (people.error !== undefined) return <ErrorAlert error={people.error} onRetry={people.reload} />;
  if (people.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  const isFirst = people.data.every(({ retiredAt }) => retiredAt !== null);
  const add = (
    <Button variant="contained" onClick={() => setShown("add")} data-testid="person-add">
      {t("people.add")}
    </Button>
  );
  return (
    <>
      {people.data.length === 0 ? (
        <EmptyState title={t("people.none")} text={t("people.noneText")}>
          {add}
        </EmptyState>
      ) : (
        <TitledPanel title={t("people.page.persons")} actions={add}>
          <PersonTable people={people.data} onDeed={(person, deed) => setShown({ person, deed })} />
        </TitledPanel>
      )}
      <Box sx={{ display: "flex", gap: 2, alignItems: "center" }}>
        <ChoiceField
          label={t("people.lockMinutes")}
          value={lockMinutes}
          options={settingsSchema.shape.lockMinutes.options}
          textOf={(option) => t("people.minutes", { count: Number(option) })}
          onChange={(option) => void updateSettings({ lockMinutes: option })}
          width={220}
          testId="lock-minutes"
        />
        <Typography variant="body2" sx={{ flex: 1 }}>
          {t("people.proves")}
        </Typography>
      </Box>
      <PersonDialogOf shown={shown} isFirst={isFirst} onClose={close} />
    </>
  );
}

function PersonDialogOf({ shown, isFirst, onClose }: { readonly shown: Shown; readonly isFirst: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  if (shown === null) return null;
  if (shown === "add") return <PersonDialog isFirst={isFirst} onClose={onClose} />;
  const { deed, person } = shown;
  if (deed === "roles") return <RolesDialog person={person} onClose={onClose} />;
  if (deed === "passphrase") return <PassphraseDialog person={person} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={t("people.retireTitle", { name: person.name })}
      text={t("people.retireText")}
      confirmText={t("people.retire")}
      act={async () => void (await call("people.retire", { personId: person.id }))}
      onClose={onClose}
      testId="person-retire-confirm"
    />
  );
}
