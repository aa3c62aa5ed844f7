import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemoForm } from "../../../shared/domain/memo-form.ts";
import { useAction, useCall } from "../../desk/desk-client.ts";
import { ErrorAlert } from "../../ui/ErrorAlert.tsx";
import { ChoiceField } from "../../ui/fields/ChoiceField.tsx";

interface MemoTemplatesProps {
  readonly form: MemoForm;
  readonly onApply: (form: MemoForm) => void;
}

/** Forms of the house: sections, order and words, put under a name and over another deal's memo. */
export function MemoTemplates({ form, onApply }: MemoTemplatesProps) {
  const { t } = useTranslation();
  const { data = [] } = useCall("memos.templates", undefined);
  const save = useAction("memos.saveTemplate");
  const remove = useAction("memos.removeTemplate");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(0);
  const template = data.find(({ id }) => id === chosen) ?? data[0];
  /** Days and their reason are the deal's own. */
  const apply = ({ form: { sections, masksPersons, isConfidential } }: { readonly form: MemoForm }) =>
    onApply({ ...form, sections, masksPersons, isConfidential });
  return (
    <Stack spacing={1}>
      <Typography variant="h3">{t("memo.form.templates")}</Typography>
      {template === undefined ? (
        <Typography variant="body2">{t("memo.form.noTemplate")}</Typography>
      ) : (
        <Stack direction="row" spacing={1}>
          <ChoiceField
            label={t("memo.form.template")}
            value={template.id}
            options={data.map(({ id }) => id)}
            textOf={(id) => data.find((one) => one.id === id)?.name ?? ""}
            onChange={setChosen}
            minWidth={140}
          />
          <Button onClick={() => apply(template)}>{t("memo.form.apply")}</Button>
          <Button onClick={() => void remove.run({ templateId: template.id })}>{t("memo.form.removeTemplate")}</Button>
        </Stack>
      )}
      <Stack direction="row" spacing={1}>
        <TextField size="small" label={t("memo.form.templateName")} value={name} onChange={({ target }) => setName(target.value.slice(0, 80))} />
        <Button disabled={name.trim() === ""} onClick={() => void save.run({ name: name.trim(), form })}>
          {t("memo.form.saveTemplate")}
        </Button>
      </Stack>
      <ErrorAlert error={save.error ?? remove.error} onClose={save.error === undefined ? remove.clearError : save.clearError} />
    </Stack>
  );
}
