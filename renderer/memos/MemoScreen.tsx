import PictureAsPdfOutlined from "@mui/icons-material/PictureAsPdfOutlined";
import PrintOutlined from "@mui/icons-material/PrintOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { type Language, languages, moneyUnits } from "../../shared/domain/codes.ts";
import { formatDateTime } from "../../shared/format.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { MemoDocument } from "./MemoDocument.tsx";

const languageKeys = { zh: "memo.screen.languageZh", en: "memo.screen.languageEn" } as const satisfies Record<Language, string>;

/** The memo of a saved run, page by page as it prints. */
export function MemoScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const runs = useCall("runs.list", { dealId });
  if (runs.data === undefined)
    return runs.error === undefined ? <LinearProgress aria-label={t("memo.screen.loading")} /> : <ErrorAlert error={runs.error} onRetry={runs.reload} />;
  if (runs.data.length === 0) {
    return (
      <EmptyState title={t("memo.screen.emptyTitle")} text={t("memo.screen.emptyText")}>
        <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })}>
          {t("memo.screen.toWorkbench")}
        </Button>
      </EmptyState>
    );
  }
  return <MemoOfRun runs={runs.data} />;
}

interface Choice<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function ChoiceField<T extends string | number>({ label, value, options, onChange }: Choice<T>) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      sx={{ minWidth: 112 }}
      onChange={(event) => onChange((options.find(([option]) => String(option) === event.target.value) ?? [value])[0])}
    >
      {options.map(([option, text]) => (
        <MenuItem key={option} value={String(option)}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function newest(runs: readonly PricingRun[]): number {
  return runs.reduce((latest, run) => Math.max(latest, run.id), 0);
}

function MemoOfRun({ runs }: { readonly runs: readonly PricingRun[] }) {
  const { t } = useTranslation();
  const [runId, setRunId] = useState(() => newest(runs));
  const [language, setLanguage] = useState(useLanguage());
  const [moneyUnit, setMoneyUnit] = useState(useMoneyUnit());
  const [pages, setPages] = useState(0);
  const request = { runId, language, moneyUnit };
  const preview = useCall("memos.preview", request);
  const save = useAction("memos.savePdf");
  const print = useAction("memos.print");
  const isBusy = save.busy || print.busy;

  const savePdf = async () => {
    const saved = await save.run(request);
    if (saved) showNotice(t("memo.screen.saved", saved));
  };
  const printMemo = async () => {
    if (await print.run(request)) showNotice(t("memo.screen.printed"));
  };

  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0 }}>
      <PageHeader title={t("memo.screen.title")} subtitle={pages > 0 ? t("memo.screen.previewLabel", { pages }) : undefined}>
        <ChoiceField
          label={t("memo.screen.run")}
          value={runId}
          options={runs.map((run) => [run.id, `${run.name} · ${formatDateTime(run.createdAt)}`] as const)}
          onChange={setRunId}
        />
        <ChoiceField
          label={t("memo.screen.language")}
          value={language}
          options={languages.map((code) => [code, t(languageKeys[code])] as const)}
          onChange={setLanguage}
        />
        <ChoiceField
          label={t("memo.screen.unit")}
          value={moneyUnit}
          options={moneyUnits.map((unit) => [unit, t(`code.moneyUnit.${unit}`)] as const)}
          onChange={setMoneyUnit}
        />
        <Button startIcon={<PrintOutlined />} disabled={isBusy} onClick={() => void printMemo()}>
          {t("memo.screen.print")}
        </Button>
        <Button
          data-testid="memo-save-pdf"
          variant="contained"
          startIcon={<PictureAsPdfOutlined />}
          loading={save.busy}
          disabled={isBusy}
          onClick={() => void savePdf()}
        >
          {t("memo.screen.savePdf")}
        </Button>
      </PageHeader>
      <ErrorAlert error={preview.error} onRetry={preview.reload} />
      <ErrorAlert error={save.error} onClose={save.clearError} />
      <ErrorAlert error={print.error} onClose={print.clearError} />
      {preview.loading && <LinearProgress aria-label={t("memo.screen.loading")} />}
      <Box
        component="section"
        className="memo-preview"
        tabIndex={0}
        aria-label={t("memo.screen.previewLabel", { pages })}
        sx={{ flex: 1, overflow: "auto", p: 2, bgcolor: "action.hover", position: "relative" }}
      >
        {preview.data && <MemoDocument memo={preview.data} onLaidOut={setPages} />}
      </Box>
    </Box>
  );
}
