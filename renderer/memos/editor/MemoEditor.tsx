import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../../shared/domain/codes.ts";
import { changedSection, type MemoForm } from "../../../shared/domain/memo-form.ts";
import type { MemoSection } from "../../../shared/domain/memo-sections.ts";
import { useCall } from "../../desk/desk-client.ts";
import { ErrorAlert } from "../../ui/ErrorAlert.tsx";
import { MemoMarks } from "./MemoMarks.tsx";
import { MemoTemplates } from "./MemoTemplates.tsx";
import { MemoVersions } from "./MemoVersions.tsx";
import { SectionList } from "./SectionList.tsx";
import { SectionText } from "./SectionText.tsx";
import { useMemoForm } from "./use-memo-form.ts";

interface MemoEditorProps {
  readonly dealId: number;
  /** The language whose words are written. */
  readonly language: Language;
}

const paneWidth = 380;

/** Beside the pages: what stands in the memo, and the desk's own words. */
export function MemoEditor({ dealId, language }: MemoEditorProps) {
  const { t } = useTranslation();
  const stored = useCall("memos.form", { dealId });
  return (
    <Box
      component="section"
      aria-label={t("memo.form.title")}
      data-testid="memo-editor"
      sx={{ width: paneWidth, flexShrink: 0, overflow: "auto", borderLeft: 1, borderColor: "divider", px: 1.5, py: 1 }}
    >
      <ErrorAlert error={stored.error} onRetry={stored.reload} />
      {stored.data === undefined ? <LinearProgress aria-label={t("memo.form.title")} /> : <Form dealId={dealId} language={language} stored={stored.data} />}
    </Box>
  );
}

function Form({ dealId, language, stored }: MemoEditorProps & { readonly stored: MemoForm }) {
  const { t } = useTranslation();
  const { form, change, isStored, error, clearError } = useMemoForm(dealId, stored);
  const [chosen, setChosen] = useState<MemoSection>("decision");
  /** A form that came from elsewhere has its texts shown anew. */
  const [origin, setOrigin] = useState(0);
  const replace = (next: MemoForm) => {
    change(next);
    setOrigin(origin + 1);
  };
  const key = language === "zh" ? "textZh" : "textEn";
  const section = form.sections.find((one) => one.key === chosen);
  const label = t("memo.form.text", {
    section: t(`memo.form.section.${chosen}`),
    language: t(language === "zh" ? "memo.screen.languageZh" : "memo.screen.languageEn"),
  });
  return (
    <Stack spacing={1.5}>
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t("memo.form.title")}
        </Typography>
        <Typography variant="body2" role="status" data-testid="memo-form-state">
          {t(isStored ? "memo.form.saved" : "memo.form.saving")}
        </Typography>
      </Box>
      <ErrorAlert error={error} onClose={clearError} />
      <Typography variant="h3">{label}</Typography>
      {section === undefined ? null : (
        <SectionText
          key={`${chosen} ${language} ${origin}`}
          label={label}
          text={section[key]}
          onChange={(text) => change(changedSection(form, chosen, { [key]: text }))}
        />
      )}
      <Typography variant="body2" color="textSecondary">
        {t("memo.form.fieldNote")}
      </Typography>
      <Typography variant="h3">{t("memo.form.sections")}</Typography>
      <SectionList form={form} chosen={chosen} onChoose={setChosen} onChange={change} />
      <MemoMarks form={form} onChange={change} />
      <MemoVersions dealId={dealId} onRestore={replace} />
      <MemoTemplates form={form} onApply={replace} />
    </Stack>
  );
}
