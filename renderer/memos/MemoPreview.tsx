import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { useCommand } from "../desk/commands.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { MemoEditor } from "./editor/MemoEditor.tsx";
import { MemoBar } from "./MemoBar.tsx";
import { MemoDocument } from "./MemoDocument.tsx";

function newest(runs: readonly PricingRun[]): number {
  return runs.reduce((latest, run) => Math.max(latest, run.id), 0);
}

/** A run with the one from which its memo leads a bridge. */
const ofRun = (runs: readonly PricingRun[], runId: number) => ({ runId, fromRunId: runs.find(({ id }) => id === runId)?.predecessorId ?? undefined });

/** The memo of one of the runs, in a language and unit of its own, with the ways to print it. */
export function MemoPreview({ dealId, runs }: { readonly dealId: number; readonly runs: readonly PricingRun[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moneyUnit = useMoneyUnit();
  const [request, setRequest] = useState<ChannelInput<"memos.print">>(() => ({ ...ofRun(runs, newest(runs)), language, moneyUnit }));
  const keep = useAction("runs.mark");
  /** The run that a bridge leads from is kept with the run, so that it is chosen once. */
  const choose = (next: ChannelInput<"memos.print">) => {
    if (next.runId !== request.runId) return setRequest({ ...next, ...ofRun(runs, next.runId) });
    setRequest(next);
    if (next.fromRunId !== request.fromRunId) void keep.run({ runId: next.runId, mark: { predecessorId: next.fromRunId ?? null } });
  };
  const { withTwin = false, ...one } = request;
  const [ownPages, setPages] = useState(0);
  const [twinPages, setTwinPages] = useState(0);
  const pages = withTwin ? ownPages + twinPages : ownPages;
  const [isEditing, setIsEditing] = useState(false);
  const preview = useCall("memos.preview", one);
  const save = useAction("memos.savePdf");
  const document = useAction("memos.saveDocument");
  const print = useAction("memos.print");
  const savePdf = async () => {
    const saved = await save.run(request);
    if (saved) showNotice(t("memo.screen.saved", { fileName: saved.fileName, pages: saved.pages }), saved.fileToken);
  };
  const saveDocument = async () => {
    const saved = await document.run(request);
    if (saved) showNotice(t("memo.screen.savedDocument", { fileName: saved.fileName }), saved.fileToken);
  };
  const printMemo = async () => {
    if (await print.run(request)) showNotice(t("memo.screen.printed"));
  };
  const isBusy = save.busy || print.busy || document.busy;
  useCommand("printMemo", () => void printMemo(), !isBusy && preview.data !== undefined);
  useCommand("saveMemoDocument", () => void saveDocument(), !isBusy && preview.data !== undefined);
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0 }}>
      <MemoBar
        runs={runs}
        request={request}
        onChange={choose}
        pages={pages}
        isEditing={isEditing}
        onEdit={() => setIsEditing(!isEditing)}
        isSaving={save.busy}
        isSavingDocument={document.busy}
        isBusy={isBusy}
        onSave={() => void savePdf()}
        onSaveDocument={() => void saveDocument()}
        onPrint={() => void printMemo()}
      />
      <ErrorAlert error={preview.error} onRetry={preview.reload} />
      <ErrorAlert error={keep.error} onClose={keep.clearError} />
      <ErrorAlert error={save.error} onClose={save.clearError} />
      <ErrorAlert error={document.error} onClose={document.clearError} />
      <ErrorAlert error={print.error} onClose={print.clearError} />
      {preview.loading && <LinearProgress aria-label={t("memo.screen.loading")} />}
      <Box sx={{ display: "flex", flex: 1, minHeight: 0 }}>
        <Box
          component="section"
          className="memo-preview"
          tabIndex={0}
          aria-label={t("memo.screen.previewLabel", { pages })}
          sx={{ flex: 1, minWidth: 0, overflow: "auto", p: 2, bgcolor: "action.hover", position: "relative" }}
        >
          {preview.data && <MemoDocument memo={preview.data} onLaidOut={setPages} />}
          {withTwin ? <TwinDocument request={{ ...one, language: one.language === "zh" ? "en" : "zh" }} onLaidOut={setTwinPages} /> : null}
        </Box>
        {isEditing ? <MemoEditor dealId={dealId} language={request.language} /> : null}
      </Box>
    </Box>
  );
}

interface TwinDocumentProps {
  readonly request: ChannelInput<"memos.preview">;
  readonly onLaidOut: (pages: number) => void;
}

/** The same memo in the other language. */
function TwinDocument({ request, onLaidOut }: TwinDocumentProps) {
  const twin = useCall("memos.preview", request);
  return twin.data === undefined ? <ErrorAlert error={twin.error} onRetry={twin.reload} /> : <MemoDocument memo={twin.data} onLaidOut={onLaidOut} />;
}
