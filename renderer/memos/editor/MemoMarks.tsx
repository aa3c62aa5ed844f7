import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { MemoForm } from "../../../shared/domain/memo-form.ts";
import { DayField } from "../../ui/fields/DayField.tsx";
import { isUnread } from "../../ui/fields/unread.ts";

interface MemoMarksProps {
  readonly form: MemoForm;
  readonly onChange: (form: MemoForm) => void;
}

/** Who may read the memo, and the days that it speaks of. */
export function MemoMarks({ form, onChange }: MemoMarksProps) {
  const { t } = useTranslation();
  const day = (key: "valuationOn" | "diligenceOn") => (
    <DayField
      label={t(`memo.form.${key}`)}
      value={form[key]}
      onChange={(value) => {
        if (!isUnread(value)) onChange({ ...form, [key]: value });
      }}
      testId={`memo-${key}`}
    />
  );
  return (
    <Stack spacing={1}>
      {(["masksPersons", "isConfidential"] as const).map((key) => (
        <FormControlLabel
          key={key}
          label={t(key === "masksPersons" ? "memo.form.masks" : "memo.form.confidential")}
          control={<Checkbox size="small" checked={form[key]} onChange={(_event, checked) => onChange({ ...form, [key]: checked })} />}
        />
      ))}
      <Typography variant="h3">{t("memo.form.dates")}</Typography>
      {day("valuationOn")}
      {day("diligenceOn")}
      <TextField
        size="small"
        multiline
        label={t("memo.form.datesReason")}
        value={form.datesReason}
        onChange={({ target }) => onChange({ ...form, datesReason: target.value.slice(0, 1000) })}
      />
    </Stack>
  );
}
