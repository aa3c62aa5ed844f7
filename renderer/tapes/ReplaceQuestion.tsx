import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

/** Asks before a file that was dropped takes the place of one that is being mapped. */
export function ReplaceQuestion({ draft }: { readonly draft: ReturnType<typeof useTapeDraft> }) {
  const { t } = useTranslation();
  const { replacement } = draft;
  if (replacement === null) return null;
  const newName = replacement.file.fileName;
  if (replacement.read === null) return <FileJobProgress kind="inspectTape" text={t("pricing.tape.inspecting", { fileName: newName })} />;
  return (
    <ConfirmDialog
      title={t("drop.replaceTitle")}
      text={t("drop.replaceText", { fileName: draft.file?.fileName ?? "", newName })}
      confirmText={t("drop.replace")}
      act={async () => draft.replace()}
      onClose={draft.keepMapping}
      testId="replace-tape"
    />
  );
}
