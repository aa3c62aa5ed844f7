import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { navigate } from "../desk/routes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FileFailure } from "../ui/files/FileFailure.tsx";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import { DelimiterSelect } from "./DelimiterSelect.tsx";
import { EncodingSelect } from "./EncodingSelect.tsx";
import { asksPassword, PasswordQuestion } from "./PasswordQuestion.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

interface TapeChooserProps {
  readonly dealId: number;
  readonly draft: ReturnType<typeof useTapeDraft>;
}

export function TapeChooser({ dealId, draft }: TapeChooserProps) {
  const { t } = useTranslation();
  const isCsv = draft.file !== null && /\.(csv|txt)$/i.test(draft.file.fileName);
  return (
    <Box sx={{ flex: 1, display: "flex", flexDirection: "column", gap: 1, minHeight: 300 }}>
      {draft.file !== null && asksPassword(draft.failure) ? (
        <PasswordQuestion key={draft.file.fileToken} draft={draft} fileName={draft.file.fileName} />
      ) : (
        <FileFailure failure={draft.failure} />
      )}
      {draft.failure !== null && isCsv ? (
        <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
          {draft.file?.fileName}
          <EncodingSelect draft={draft} />
          <DelimiterSelect draft={draft} />
        </Box>
      ) : null}
      {draft.busy === "inspect" ? (
        <FileJobProgress kind="inspectTape" text={t("pricing.tape.inspecting", { fileName: draft.file?.fileName ?? "" })} />
      ) : (
        <EmptyState title={t("pricing.tape.emptyTitle")} text={t("pricing.tape.emptyText")}>
          <Button variant="contained" onClick={() => void draft.choose("files")} data-testid="choose-file">
            {t("pricing.tape.chooseFile")}
          </Button>
          <Button variant="outlined" onClick={() => void draft.choose("sample")} data-testid="choose-sample">
            {t("pricing.tape.chooseSample")}
          </Button>
          <Button variant="outlined" onClick={() => navigate({ screen: "sheet", dealId })} data-testid="tape-by-hand">
            {t("tapeSheet.none.byHand")}
          </Button>
        </EmptyState>
      )}
    </Box>
  );
}
