import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemoForm } from "../../../shared/domain/memo-form.ts";
import { formatDateTime } from "../../../shared/format.ts";
import { useCall } from "../../desk/desk-client.ts";
import { ChoiceField } from "../../ui/fields/ChoiceField.tsx";

interface MemoVersionsProps {
  readonly dealId: number;
  /** Puts an earlier form in place of the present one, which stays as a version. */
  readonly onRestore: (form: MemoForm) => void;
}

/** What the memo was before. */
export function MemoVersions({ dealId, onRestore }: MemoVersionsProps) {
  const { t } = useTranslation();
  const { data = [] } = useCall("memos.formVersions", { dealId });
  const earlier = data.slice(1);
  const [chosen, setChosen] = useState(0);
  const version = earlier.find(({ id }) => id === chosen) ?? earlier[0];
  return (
    <Stack spacing={1}>
      <Typography variant="h3">{t("memo.form.versions")}</Typography>
      {version === undefined ? (
        <Typography variant="body2">{t("memo.form.noVersions")}</Typography>
      ) : (
        <Stack direction="row" spacing={1}>
          <ChoiceField
            label={t("memo.form.versions")}
            value={version.id}
            options={earlier.map(({ id }) => id)}
            textOf={(id) => {
              const one = earlier.find((candidate) => candidate.id === id);
              return one === undefined ? "" : t("memo.form.version", { savedAt: formatDateTime(one.savedAt), savedBy: one.savedBy || t("memo.form.nobody") });
            }}
            onChange={setChosen}
            minWidth={200}
          />
          <Button onClick={() => onRestore(version.form)}>{t("memo.form.restore")}</Button>
        </Stack>
      )}
    </Stack>
  );
}
