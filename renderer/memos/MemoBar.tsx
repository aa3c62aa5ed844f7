import DescriptionOutlined from "@mui/icons-material/DescriptionOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import PictureAsPdfOutlined from "@mui/icons-material/PictureAsPdfOutlined";
import PrintOutlined from "@mui/icons-material/PrintOutlined";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { languages, moneyUnits } from "../../shared/domain/codes.ts";
import { formatDateTime } from "../../shared/format.ts";
import { useLanguage } from "../desk/session-store.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

type MemoRequest = ChannelInput<"memos.print">;

interface MemoBarProps {
  readonly runs: readonly PricingRun[];
  readonly request: MemoRequest;
  readonly onChange: (request: MemoRequest) => void;
  /** 0 until it is laid out. */
  readonly pages: number;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly isSaving: boolean;
  readonly isSavingDocument: boolean;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onSaveDocument: () => void;
  readonly onPrint: () => void;
}

const wantedLanguages = [...languages, "both"] as const;
type WantedLanguage = (typeof wantedLanguages)[number];
const languageKeys = {
  zh: "memo.screen.languageZh",
  en: "memo.screen.languageEn",
  both: "memo.screen.languageBoth",
} as const satisfies Record<WantedLanguage, string>;
const leastWidth = 112;

/** Which run in which words, and the ways to print it. */
export function MemoBar({ runs, request, onChange, pages, isEditing, onEdit, ...actions }: MemoBarProps) {
  const { isSaving, isSavingDocument, isBusy, onSave, onSaveDocument, onPrint } = actions;
  const { t } = useTranslation();
  const language = useLanguage();
  const runText = (runId: number) => {
    const run = runs.find(({ id }) => id === runId);
    return run === undefined ? "" : `${run.name} · ${formatDateTime(run.createdAt)}`;
  };
  return (
    <PageHeader title={t("memo.screen.title")} subtitle={pages > 0 ? t("memo.screen.previewLabel", { pages }) : undefined}>
      <ChoiceField
        label={t("memo.screen.run")}
        value={request.runId}
        options={runs.map(({ id }) => id)}
        textOf={runText}
        onChange={(runId) => onChange({ ...request, runId })}
        minWidth={leastWidth}
      />
      {runs.length < 2 ? null : (
        <ChoiceField
          label={t("bridge.memoChoice")}
          value={request.fromRunId ?? 0}
          options={[0, ...runs.map(({ id }) => id).filter((id) => id !== request.runId)]}
          textOf={(id) => (id === 0 ? t("bridge.memoNone") : runText(id))}
          onChange={(id) => onChange({ ...request, fromRunId: id === 0 ? undefined : id })}
          minWidth={leastWidth}
        />
      )}
      <ChoiceField
        label={t("memo.screen.language")}
        value={request.withTwin === true ? "both" : request.language}
        options={wantedLanguages}
        textOf={(wanted) => t(languageKeys[wanted])}
        onChange={(wanted) => onChange({ ...request, language: wanted === "both" ? language : wanted, withTwin: wanted === "both" })}
        minWidth={leastWidth}
      />
      <ChoiceField
        label={t("memo.screen.unit")}
        value={request.moneyUnit}
        options={moneyUnits}
        textOf={(unit) => t(`code.moneyUnit.${unit}`)}
        onChange={(moneyUnit) => onChange({ ...request, moneyUnit })}
        minWidth={leastWidth}
      />
      <Button data-testid="memo-edit" startIcon={<EditOutlined />} aria-pressed={isEditing} onClick={onEdit}>
        {t(isEditing ? "memo.form.close" : "memo.form.open")}
      </Button>
      <Button startIcon={<PrintOutlined />} disabled={isBusy} onClick={onPrint}>
        {t("memo.screen.print")}
      </Button>
      <Button
        data-testid="memo-save-document"
        startIcon={<DescriptionOutlined />}
        loading={isSavingDocument}
        loadingPosition="start"
        disabled={isBusy}
        onClick={onSaveDocument}
      >
        {t("memo.screen.saveDocument")}
      </Button>
      <Button data-testid="memo-save-pdf" variant="contained" startIcon={<PictureAsPdfOutlined />} loading={isSaving} disabled={isBusy} onClick={onSave}>
        {t("memo.screen.savePdf")}
      </Button>
    </PageHeader>
  );
}
